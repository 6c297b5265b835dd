package dev.easel.adapter.openai;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.easel.config.Dialect;
import dev.easel.domain.image.Failure;
import dev.easel.domain.image.ImageGenerator;
import dev.easel.domain.image.Outcome;
import dev.easel.domain.image.Upload;
import dev.easel.domain.image.Watch;
import java.io.IOException;
import java.io.OutputStream;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Semaphore;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/// Which connections are used again, and what a provider may say on one before it was asked, or
/// before it has heard everything.
@Timeout(30)
final class ConnectionsTest {

  private static final String WHOLE =
      "HTTP/1.1 200 OK\r\nContent-Length: " + Calls.ANSWER.length() + "\r\n\r\n" + Calls.ANSWER;
  private static final String CHUNKED =
      "HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n"
          + Integer.toHexString(Calls.ANSWER.length())
          + "\r\n"
          + Calls.ANSWER
          + "\r\n0\r\n\r\n";
  private static final String REFUSED =
      "HTTP/1.1 400 Bad\r\nContent-Length: 29\r\n\r\n{\"error\":{\"message\":\"never\"}}";

  /// Answers every request on a connection, as long as it is open.
  private static RawServer answering(AtomicInteger heard, String answer) {
    return RawServer.meeting(connection -> {
      while (!RawServer.request(connection.getInputStream()).isEmpty()) {
        heard.incrementAndGet();
        write(connection, answer);
      }
    });
  }

  private static void write(Socket connection, String answer) throws IOException {
    OutputStream out = connection.getOutputStream();
    out.write(answer.getBytes(StandardCharsets.UTF_8));
    out.flush();
  }

  private static ImageGenerator generator(RawServer server) {
    return Calls.generator(
        Calls.provider(Dialect.OPENAI, server.url(), Duration.ofSeconds(20), Map.of()));
  }

  private static Outcome ask(ImageGenerator generator) {
    return generator.generate(Calls.generate(), Watch.NOBODY);
  }

  static Stream<String> answers() {
    return Stream.of(WHOLE, CHUNKED, REFUSED);
  }

  @ParameterizedTest
  @MethodSource("answers")
  void aConnectionIsUsedAgain(String answer) throws IOException {
    AtomicInteger heard = new AtomicInteger();
    try (RawServer server = answering(heard, answer)) {
      ImageGenerator generator = generator(server);
      for (int request = 0; request < 3; request++) {
        ask(generator);
      }
      assertEquals(3, heard.get());
      assertEquals(1, server.connections());
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"HTTP/1.1 200 OK\r\nConnection: close", "HTTP/1.0 200 OK"})
  void aConnectionOfWhichTheProviderSaysThatItEndsIsNot(String head) throws IOException {
    String answer = WHOLE.replace("HTTP/1.1 200 OK", head);
    try (RawServer server = answering(new AtomicInteger(), answer)) {
      ImageGenerator generator = generator(server);
      Calls.delivered(ask(generator));
      Calls.delivered(ask(generator));
      assertEquals(2, server.connections());
    }
  }

  @Test
  void aConnectionThatWasClosedMeanwhileIsNot() throws Exception {
    Semaphore closed = new Semaphore(0);
    try (RawServer server =
        RawServer.meeting(connection -> {
          RawServer.request(connection.getInputStream());
          write(connection, WHOLE);
          connection.close();
          closed.release();
        })) {
      ImageGenerator generator = generator(server);
      for (int request = 1; request <= 3; request++) {
        Calls.delivered(ask(generator));
        closed.acquire();
        assertEquals(request, server.connections());
      }
    }
  }

  @Test
  void aConnectionOnWhichTheProviderSaysMoreThanItWasAskedForIsNot() throws IOException {
    try (RawServer server = answering(new AtomicInteger(), WHOLE + WHOLE)) {
      ImageGenerator generator = generator(server);
      Calls.delivered(ask(generator));
      Calls.delivered(ask(generator));
      assertEquals(2, server.connections());
    }
  }

  @Test
  void aConnectionThatRestedForLongIsNot() throws Exception {
    try (RawServer server = answering(new AtomicInteger(), WHOLE)) {
      ImageGenerator generator = generator(server);
      Calls.delivered(ask(generator));
      Thread.sleep(1_500);
      Calls.delivered(ask(generator));
      assertEquals(2, server.connections());
    }
  }

  @Test
  void whatIsSaidBeforeTheAnswerIsPassedOver() throws IOException {
    String hints = "HTTP/1.1 103 Early Hints\r\nLink: </a>\r\n\r\n".repeat(3);
    try (RawServer server = answering(new AtomicInteger(), hints + WHOLE)) {
      assertEquals(1, Calls.delivered(ask(generator(server))).images().size());
    }
  }

  @Test
  void aProviderThatRefusesALargeRequestInItsMiddleIsHeard() throws IOException {
    byte[] large = new byte[32 * 1024 * 1024];
    try (RawServer server =
        RawServer.meeting(connection -> {
          connection.getInputStream().readNBytes(300);
          write(connection, REFUSED);
          connection.shutdownOutput();
          connection.getInputStream().transferTo(OutputStream.nullOutputStream());
        })) {
      Outcome outcome =
          generator(server)
              .generate(
                  Calls.edit(List.of(Calls.upload(Upload.Role.IMAGE, "a.png", large))),
                  Watch.NOBODY);
      Failure.Rejected rejected = assertInstanceOf(Failure.Rejected.class, Calls.failure(outcome));
      assertEquals("never", rejected.message());
    }
  }

  @Test
  void anAnswerWithoutEndOfHeadersIsBroken() throws IOException {
    String endless = "HTTP/1.1 200 OK\r\n" + "X-More: of it\r\n".repeat(10_000);
    try (RawServer server = answering(new AtomicInteger(), endless)) {
      assertInstanceOf(Failure.Broken.class, Calls.failure(ask(generator(server))));
    }
  }

  @Test
  void manyAtOnceHaveAConnectionEach() throws Exception {
    AtomicInteger heard = new AtomicInteger();
    try (RawServer server = answering(heard, WHOLE)) {
      ImageGenerator generator = generator(server);
      List<Thread> threads =
          Stream.generate(() -> Thread.ofVirtual().start(() -> Calls.delivered(ask(generator))))
              .limit(50)
              .toList();
      for (Thread thread : threads) {
        thread.join();
      }
      assertEquals(50, heard.get());
      assertTrue(server.connections() <= 50, () -> "connections: " + server.connections());
    }
  }
}
