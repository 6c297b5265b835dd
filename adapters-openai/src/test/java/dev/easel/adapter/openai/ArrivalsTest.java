package dev.easel.adapter.openai;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.easel.config.Dialect;
import dev.easel.config.ProxySettings;
import dev.easel.domain.image.Arrivals;
import dev.easel.domain.image.Content;
import dev.easel.domain.image.ImageRequest;
import dev.easel.domain.image.Outcome;
import dev.easel.domain.image.Watch;
import dev.easel.domain.ledger.SamplePictures;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/// What whoever stores pictures is told of them while they come.
@Timeout(30)
final class ArrivalsTest {

  private static final String HEAD = "HTTP/1.1 200 OK\r\nConnection: close\r\n\r\n";

  private final List<Told> told = new ArrayList<>();
  private final CountDownLatch some = new CountDownLatch(1);

  /// Remembers what it is told, and makes a content of its own of what is whole.
  private final class Told implements Arrivals.Arrival {
    private final ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    private final List<String> ends = new ArrayList<>();
    private Content own = Content.of(new byte[0]);

    @Override
    public void take(byte[] more) {
      bytes.writeBytes(more);
      some.countDown();
    }

    @Override
    public Content whole(Content all) {
      assertArrayEquals(all.bytes(), bytes.toByteArray());
      ends.add("whole");
      own = Content.of(List.of(all));
      return own;
    }

    @Override
    public void close() {
      ends.add("closed");
    }
  }

  private Arrivals.Arrival begin() {
    Told arrival = new Told();
    told.add(arrival);
    return arrival;
  }

  private List<String> ends() {
    return told.stream().map(arrival -> arrival.ends.getFirst()).toList();
  }

  private Outcome ask(RawServer server, ImageRequest request) {
    return ImageGenerators.of(
            List.of(Calls.provider(Dialect.OPENAI, server.url())),
            ProxySettings.NONE,
            "0.0",
            this::begin)
        .generate(request, Watch.NOBODY);
  }

  private static String item(byte[] picture) {
    return "{\"b64_json\":\"" + Base64.getEncoder().encodeToString(picture) + "\"}";
  }

  @Test
  void eachPictureIsToldOfAndGivenInTheFormThatWasMadeOfIt() throws IOException {
    byte[] first = SamplePictures.noise(700_001);
    byte[] second = SamplePictures.noise(12);
    String json = "{\"data\":[" + item(first) + "," + item(second) + "]}";
    try (RawServer server = RawServer.answering(HEAD + json)) {
      Outcome.Delivered delivered = Calls.delivered(ask(server, Calls.generate("n", 2)));

      assertEquals(List.of("whole", "whole"), ends());
      assertArrayEquals(first, told.getFirst().bytes.toByteArray());
      assertArrayEquals(second, told.getLast().bytes.toByteArray());
      assertSame(told.getFirst().own, delivered.images().getFirst().content());
      assertSame(told.getLast().own, delivered.images().getLast().content());
    }
  }

  @Test
  void whatHasComeIsToldBeforeTheRestComes() throws IOException {
    byte[] picture = SamplePictures.noise(600_000);
    String json = "{\"data\":[" + item(picture) + "]}";
    int half = json.length() / 2;
    try (RawServer server =
        RawServer.meeting(connection -> {
          RawServer.request(connection.getInputStream());
          OutputStream out = connection.getOutputStream();
          out.write((HEAD + json.substring(0, half)).getBytes(StandardCharsets.US_ASCII));
          if (some.await(20, TimeUnit.SECONDS)) {
            out.write(json.substring(half).getBytes(StandardCharsets.US_ASCII));
          }
          connection.close();
        })) {
      Calls.delivered(ask(server, Calls.generate()));

      assertArrayEquals(picture, told.getFirst().bytes.toByteArray());
    }
  }

  @Test
  void oneThatBreaksOffIsGivenUp() throws IOException {
    byte[] first = SamplePictures.noise(300_000);
    String json = "{\"data\":[" + item(first) + "," + item(first);
    String broken = json.substring(0, json.length() - 100_000);
    try (RawServer server = RawServer.answering(HEAD + broken)) {
      Outcome.Delivered delivered = Calls.delivered(ask(server, Calls.generate("n", 2)));

      assertEquals(List.of("whole", "closed"), ends());
      assertEquals(1, delivered.images().size());
    }
  }

  @Test
  void thePictureItselfIsToldOfAsWell() throws IOException {
    byte[] picture = SamplePictures.noise(300_000);
    ByteArrayOutputStream answer = new ByteArrayOutputStream();
    answer.writeBytes(HEAD.getBytes(StandardCharsets.US_ASCII));
    answer.writeBytes(picture);
    try (RawServer server = RawServer.answering(answer.toByteArray())) {
      Calls.delivered(ask(server, Calls.generate()));

      assertEquals(List.of("whole"), ends());
      assertArrayEquals(picture, told.getFirst().bytes.toByteArray());
    }
  }

  @Test
  void soIsOneThatIsDownloaded() throws IOException {
    byte[] picture = SamplePictures.noise(300_000);
    try (RawServer place =
            RawServer.meeting(connection -> {
              RawServer.request(connection.getInputStream());
              connection.getOutputStream().write(HEAD.getBytes(StandardCharsets.US_ASCII));
              connection.getOutputStream().write(picture);
              connection.close();
            });
        RawServer server =
            RawServer.answering(HEAD + "{\"data\":[{\"url\":\"" + place.url() + "/a.png\"}]}")) {
      Calls.delivered(ask(server, Calls.generate()));

      assertEquals(List.of("whole"), ends());
      assertArrayEquals(picture, told.getFirst().bytes.toByteArray());
    }
  }

  @Test
  void nothingIsToldOfPicturesInEvents() throws IOException {
    byte[] picture = SamplePictures.noise(300_000);
    String data = item(picture);
    String events =
        "event: image_generation.partial_image\ndata: %s\n\nevent: image_generation.completed\ndata: %s\n\n"
            .formatted(data, data);
    try (RawServer server = RawServer.answering(HEAD + events)) {
      Outcome.Delivered delivered = Calls.delivered(ask(server, Calls.generate("stream", true)));

      assertTrue(told.isEmpty());
      assertArrayEquals(picture, delivered.images().getFirst().content().bytes());
    }
  }

  @Test
  void whatWasDownloadedAndIsNoPictureIsGivenUp() throws IOException {
    try (RawServer place = RawServer.answering(HEAD + "x".repeat(100_000));
        RawServer server =
            RawServer.answering(HEAD + "{\"data\":[{\"url\":\"" + place.url() + "/a.png\"}]}")) {
      assertInstanceOf(Outcome.Delivered.class, ask(server, Calls.generate()));

      assertEquals(List.of("closed"), ends());
    }
  }
}
