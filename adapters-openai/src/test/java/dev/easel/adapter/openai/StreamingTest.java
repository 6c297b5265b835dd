package dev.easel.adapter.openai;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.easel.config.Dialect;
import dev.easel.domain.image.Failure;
import dev.easel.domain.image.ImageRequest;
import dev.easel.domain.image.Outcome;
import dev.easel.domain.image.Progress;
import dev.easel.domain.image.Watch;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/// Answers that come as events.
@Timeout(30)
final class StreamingTest {

  private static final String HEAD = "HTTP/1.1 200 OK\r\nContent-Type: text/event-stream\r\n\r\n";
  private static final ImageRequest REQUEST = Calls.generate("stream", true, "partial_images", 2);

  private static String event(String type, String rest) {
    return "event: " + type + "\ndata: {\"type\":\"" + type + "\"" + rest + "}\n\n";
  }

  private static String partial(int index, String base64) {
    return event(
        "image_generation.partial_image",
        ",\"partial_image_index\":" + index + ",\"b64_json\":\"" + base64 + "\"");
  }

  private static String completed(String rest) {
    return event(
        "image_generation.completed",
        ",\"created_at\":1,\"size\":\"1024x1024\",\"quality\":\"low\",\"b64_json\":\""
            + Calls.PNG64
            + "\""
            + rest);
  }

  private static Outcome answered(String events, ImageRequest request, Watch watch)
      throws IOException {
    try (RawServer server = RawServer.answering(HEAD + events)) {
      return Calls.generator(Calls.provider(Dialect.OPENAI, server.url())).generate(request, watch);
    }
  }

  private static Outcome answered(String events) throws IOException {
    return answered(events, REQUEST, Watch.NOBODY);
  }

  @Test
  void partialPicturesAreShownAndTheFinishedOneDelivered() throws IOException {
    Calls.Witness witness = new Calls.Witness(false);
    Outcome.Delivered delivered =
        Calls.delivered(
            answered(
                ": hello\n\n"
                    + partial(0, "aGk=")
                    + partial(1, "aG8=")
                    + completed(",\"usage\":{\"output_tokens\":296}")
                    + "data: [DONE]\n\n",
                REQUEST,
                witness));
    List<Progress.Partial> partials = witness.all(Progress.Partial.class);
    assertEquals(List.of(0, 1), partials.stream().map(Progress.Partial::index).toList());
    assertArrayEquals("ho".getBytes(StandardCharsets.UTF_8), partials.get(1).content().bytes());
    assertArrayEquals(Calls.PNG, delivered.images().getFirst().content().bytes());
    assertEquals(Calls.fields("size", "1024x1024", "quality", "low"), delivered.actual());
    assertEquals(Calls.fields("output_tokens", 296), delivered.usage());
    assertEquals(1, delivered.images().size());
  }

  @Test
  void theStreamOfAnEditIsTheSame() throws IOException {
    assertEquals(
        1,
        Calls.delivered(answered(completed("").replace("image_generation", "image_edit")))
            .images()
            .size());
  }

  @Test
  void aFinishedPictureEndsTheWaitThoughTheStreamStaysOpen() throws IOException {
    try (RawServer server =
        RawServer.meeting(connection -> {
          RawServer.request(connection.getInputStream());
          OutputStream out = connection.getOutputStream();
          out.write((HEAD + completed("")).getBytes(StandardCharsets.UTF_8));
          out.flush();
          Thread.sleep(20_000);
        })) {
      long start = System.nanoTime();
      Calls.delivered(Calls.ask(server.url(), REQUEST));
      assertTrue(System.nanoTime() - start < Duration.ofSeconds(10).toNanos());
    }
  }

  @Test
  void severalPicturesComeEachWithItsUsage() throws IOException {
    String one = completed(",\"usage\":{\"output_tokens\":100,\"d\":{\"image_tokens\":100}}");
    Outcome.Delivered delivered =
        Calls.delivered(
            answered(
                one + one + "data: [DONE]\n\n",
                Calls.generate("n", 2, "stream", true),
                Watch.NOBODY));
    assertEquals(2, delivered.images().size());
    assertEquals(200, Objects.requireNonNull(delivered.usage()).whole("output_tokens").orElse(0));
    assertEquals(200, delivered.usage().fields("d").whole("image_tokens").orElse(0));
  }

  @Test
  void aStreamWithoutAFinishedPictureIsBroken() throws IOException {
    for (String events :
        List.of(
            "",
            ": only a comment\n\n",
            partial(0, "aGk="),
            partial(0, "aGk=") + "data: [DONE]\n\n")) {
      Failure failure = Calls.failure(answered(events));
      assertTrue(failure.mayHaveCharged(), failure::message);
      assertEquals(
          events.startsWith("event") ? "connection_broken" : failure.code(), failure.code());
    }
  }

  @Test
  void anEventThatIsCutIsNoPicture() throws IOException {
    String cut = completed("");
    Failure failure = Calls.failure(answered(cut.substring(0, cut.length() - 9)));
    assertTrue(failure.mayHaveCharged(), failure::message);
  }

  @Test
  void anErrorThatLeavesNoDoubtIsARefusal() throws IOException {
    Failure failure =
        Calls.failure(
            answered(
                "event: error\n"
                    + "data:"
                    + " {\"type\":\"error\",\"error\":{\"code\":\"moderation_blocked\",\"message\":\"no\",\"type\":\"image_generation_user_error\"}}\n\n"));
    Failure.Rejected rejected = assertInstanceOf(Failure.Rejected.class, failure);
    assertEquals("moderation_blocked", rejected.code());
    assertFalse(rejected.mayHaveCharged());
  }

  @Test
  void theSameErrorAfterPartsOfThePictureMayHaveCharged() throws IOException {
    Failure failure =
        Calls.failure(
            answered(
                partial(0, "aGk=")
                    + event("error", ",\"code\":\"moderation_blocked\",\"message\":\"no\"")));
    assertEquals("no", failure.message());
    assertTrue(failure.mayHaveCharged() && !failure.passing());
  }

  @Test
  void anyOtherErrorMayHaveCharged() throws IOException {
    for (String error :
        List.of(
            event("error", ",\"message\":\"oops\",\"code\":\"server_error\""),
            "data: {\"error\":{\"code\":502,\"message\":\"oops\"}}\n\n",
            "data: {\"error\":\"oops\"}\n\n")) {
      Failure failure = Calls.failure(answered(error));
      assertEquals("oops", failure.message());
      assertTrue(failure.mayHaveCharged() && !failure.passing(), error);
    }
  }

  @Test
  void openRoutersCodesInAStreamAreStatuses() throws IOException {
    Failure failure =
        Calls.failure(answered("data: {\"error\":{\"code\":402,\"message\":\"no credit\"}}\n\n"));
    assertEquals("http_402", failure.code());
    assertFalse(failure.mayHaveCharged());
  }

  @Test
  void unknownEventsArePassedOver() throws IOException {
    assertEquals(
        1,
        Calls.delivered(answered("event: ping\ndata: {\"type\":\"ping\"}\n\n" + completed("")))
            .images()
            .size());
  }

  @Test
  void aServerThatDoesNotStreamIsUnderstood() throws IOException {
    assertEquals(1, Calls.delivered(answered(Calls.ANSWER)).images().size());
  }

  @Test
  void streamsEndAtTheDeadlineToo() throws IOException {
    Duration soon = Duration.ofMillis(600);
    try (RawServer server =
        RawServer.meeting(connection -> {
          RawServer.request(connection.getInputStream());
          OutputStream out = connection.getOutputStream();
          out.write(HEAD.getBytes(StandardCharsets.UTF_8));
          for (int i = 0; i < 400; i++) {
            out.write(": ping\n\n".getBytes(StandardCharsets.UTF_8));
            out.flush();
            Thread.sleep(50);
          }
        })) {
      Outcome outcome =
          Calls.generator(Calls.provider(Dialect.OPENAI, server.url(), soon, Map.of()))
              .generate(REQUEST, Watch.NOBODY);
      assertEquals(new Failure.TimedOut(soon), Calls.failure(outcome));
    }
  }
}
