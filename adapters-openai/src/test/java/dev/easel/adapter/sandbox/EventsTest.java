package dev.easel.adapter.sandbox;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.easel.adapter.sandbox.SandboxSettings.Latency;
import dev.easel.domain.cost.Cost;
import dev.easel.domain.cost.CostBasis;
import dev.easel.domain.cost.Pricing;
import dev.easel.domain.image.Fields;
import dev.easel.domain.image.ImageFormat;
import dev.easel.domain.image.ImageRequest;
import dev.easel.domain.image.Outcome;
import dev.easel.domain.image.Progress;
import dev.easel.domain.image.Watch;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Base64;
import java.util.Collections;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/// What streams, and in which order.
@Timeout(120)
final class EventsTest {

  private static final String BODY =
      "{\"model\":\"gpt-image-2\",\"prompt\":\"a fox\",\"size\":\"1024x640\",\"quality\":\"low\","
          + "\"output_format\":\"jpeg\",\"stream\":true,";

  private record Event(String name, Fields data) {}

  private static List<Event> events(byte[] body) {
    String text = new String(body, StandardCharsets.UTF_8);
    assertTrue(text.endsWith("\n\n"));
    return Arrays.stream(text.split("\n\n", -1))
        .filter(one -> !one.isEmpty())
        .map(EventsTest::event)
        .toList();
  }

  private static Event event(String text) {
    String[] lines = text.split("\n", -1);
    assertEquals(2, lines.length);
    String name = lines[0].substring("event: ".length());
    Fields data =
        Stand.json(lines[1].substring("data: ".length()).getBytes(StandardCharsets.UTF_8));
    assertEquals(name, data.get("type"));
    return new Event(name, data);
  }

  @Test
  void eachPictureComesUnfinishedFirstAndThenWithItsOwnUsage() {
    try (Stand stand = Stand.quiet()) {
      HttpResponse<byte[]> answer = stand.generate(BODY + "\"n\":2,\"partial_images\":2}");
      assertEquals("text/event-stream", answer.headers().firstValue("content-type").orElseThrow());
      List<Event> events = events(answer.body());
      String partial = "image_generation.partial_image";
      String completed = "image_generation.completed";
      assertEquals(
          List.of(partial, partial, completed, partial, partial, completed),
          events.stream().map(Event::name).toList());
      assertEquals(1L, events.get(1).data().get("partial_image_index"));
      assertFalse(events.get(1).data().has("usage"));
      assertEquals(
          List.of(
              "type",
              "b64_json",
              "created_at",
              "background",
              "output_format",
              "quality",
              "size",
              "usage"),
          List.copyOf(events.get(5).data().asMap().keySet()));
      assertEquals(
          6, events.stream().map(event -> event.data().get("b64_json")).distinct().count());
      Fields alone =
          stand.generated(BODY.replace("\"stream\":true,", "") + "\"n\":1}").fields("usage");
      Fields usage = events.get(2).data().fields("usage");
      assertEquals(
          200,
          usage.whole("output_tokens").orElseThrow() - alone.whole("output_tokens").orElseThrow());
      assertEquals(usage, events.get(5).data().fields("usage"));
    }
  }

  @Test
  void theFinishedPictureIsTheOneWithoutStreaming() {
    try (Stand stand = Stand.quiet()) {
      List<Event> events = events(stand.generate(BODY + "\"partial_images\":0}").body());
      assertEquals(1, events.size());
      Fields whole = stand.generated(BODY.replace("\"stream\":true,", "") + "\"n\":1}");
      assertEquals(
          whole.list("data").getFirst().get("b64_json"), events.getFirst().data().get("b64_json"));
    }
  }

  @Test
  void theClientSeesPartialPicturesAndPaysWhatWasEstimated() {
    List<Progress> seen = Collections.synchronizedList(new ArrayList<>());
    Watch watch =
        new Watch() {
          @Override
          public void saw(Progress progress) {
            seen.add(progress);
          }

          @Override
          public boolean cancelled() {
            return false;
          }
        };
    ImageRequest request =
        Stand.generation(
            "gpt-image-2",
            "size",
            "1024x640",
            "quality",
            "low",
            "stream",
            true,
            "partial_images",
            2,
            "n",
            2);
    try (Stand stand = Stand.quiet()) {
      Outcome.Delivered delivered =
          Stand.delivered(stand.ask(request, watch, Duration.ofSeconds(90)));
      assertEquals(2, delivered.images().size());
      assertEquals(
          List.of(0, 1, 0, 1),
          seen.stream()
              .filter(Progress.Partial.class::isInstance)
              .map(progress -> ((Progress.Partial) progress).index())
              .toList());
      LocalDate day = LocalDate.of(2026, 11, 23);
      Cost cost = Stand.PRICING.cost(request, Pricing.Answer.of(delivered), day);
      assertEquals(CostBasis.USAGE, cost.basis());
      assertEquals(Stand.PRICING.estimate(request, day).high().orElseThrow(), cost.amount());
    }
  }

  @Test
  void anEditStreamsUnderItsOwnName() {
    byte[] png = Stand.png(64, 64, -1, 0xff00ff00);
    String image =
        "\"images\":[{\"image_url\":\"data:image/png;base64,%s\"}]}"
            .formatted(Base64.getEncoder().encodeToString(png));
    try (Stand stand = Stand.quiet()) {
      List<Event> events = events(stand.post("/v1/images/edits", BODY + image).body());
      assertEquals(List.of("image_edit.completed"), events.stream().map(Event::name).toList());
      byte[] picture =
          Base64.getDecoder().decode(events.getFirst().data().text("b64_json").orElseThrow());
      assertEquals(ImageFormat.JPEG, ImageFormat.recognise(picture).orElseThrow());
    }
  }

  @Test
  void aDelayIsSpreadOverTheEvents() throws ApiError {
    ImageRequest request =
        Stand.generation("gpt-image-2", "n", 2, "stream", true, "partial_images", 2);
    Commissioned order =
        Commissioned.of(
            request,
            Stand.CATALOGUES.models().card("openai", "gpt-image-2").orElseThrow(),
            Materials.of(request));
    try (Workshop workshop = new Workshop()) {
      assertEquals(
          Duration.ofMillis(150),
          new EventAnswer(order, Fields.NONE, workshop).step(Duration.ofMillis(900)));
    }
  }

  @Test
  void eachEventWaitsForItsShareOfTheDelay() throws Exception {
    SandboxSettings slow = new SandboxSettings(0, Latency.parse("900ms"), List.of());
    List<Long> moments = new ArrayList<>(List.of(System.nanoTime()));
    try (Stand stand = Stand.with(slow);
        HttpClient client = HttpClient.newHttpClient()) {
      HttpRequest request =
          stand
              .request("/v1/images/generations")
              .POST(HttpRequest.BodyPublishers.ofString(BODY + "\"partial_images\":2}"))
              .build();
      client
          .send(request, HttpResponse.BodyHandlers.ofLines())
          .body()
          .filter(line -> line.startsWith("event: "))
          .forEach(line -> moments.add(System.nanoTime()));
    }
    assertEquals(4, moments.size());
    for (int event = 1; event < moments.size(); event++) {
      long gap = moments.get(event) - moments.get(event - 1);
      assertTrue(gap >= Duration.ofMillis(200).toNanos(), moments::toString);
    }
  }
}
