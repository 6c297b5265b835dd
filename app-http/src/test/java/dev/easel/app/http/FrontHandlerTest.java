package dev.easel.app.http;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.easel.domain.image.Content;
import dev.easel.domain.ledger.LogUnavailable;
import java.io.IOException;
import java.io.InputStream;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/// What a client sees of a route that breaks down.
@Timeout(30)
final class FrontHandlerTest {

  private static final Reply WELL =
      Reply.of(200, "text/plain", Content.of("well".getBytes(StandardCharsets.UTF_8)));

  @TempDir private Path directory;

  static List<Throwable> defects() {
    return List.of(
        new IllegalStateException("the inside"),
        new NullPointerException(),
        new AssertionError("the inside"),
        new StackOverflowError("the inside"),
        new OutOfMemoryError("the inside"),
        new NoClassDefFoundError("the inside"));
  }

  private static Reply thrown(Throwable defect) {
    switch (defect) {
      case RuntimeException exception -> throw exception;
      case Error error -> throw error;
      default -> throw new IllegalArgumentException(defect);
    }
  }

  /// One answer whose length is stated.
  static String answer(InputStream in) throws IOException {
    StringBuilder head = new StringBuilder();
    while (head.indexOf("\r\n\r\n") < 0) {
      int next = in.read();
      if (next < 0) {
        return head.toString();
      }
      head.append((char) next);
    }
    String length = head.toString().replaceFirst("(?is).*content-length: (\\d+).*", "$1");
    return head + new String(in.readNBytes(Integer.parseInt(length)), StandardCharsets.UTF_8);
  }

  @ParameterizedTest
  @MethodSource("defects")
  void aDefectIsAnAnswerWithAnIdThatTheLogExplains(Throwable defect) throws Exception {
    int[] calls = new int[1];
    try (Front front = new Front(directory, request -> calls[0]++ == 0 ? thrown(defect) : WELL);
        Socket client = front.ask()) {
      String answer = answer(client.getInputStream());
      assertTrue(answer.startsWith("HTTP/1.1 500 "), answer);
      assertTrue(answer.contains("\"code\":\"unexpected\""), answer);
      assertFalse(answer.contains("inside") || answer.contains("java"), answer);
      String id = answer.replaceFirst("(?s).*\"id\":\"([0-9a-f-]{36})\".*", "$1");
      assertEquals(36, id.length(), answer);
      String explained =
          front.printed().lines().filter(line -> line.contains(id)).findFirst().orElse("");
      assertTrue(explained.contains(defect.getClass().getName()), front.printed());
      front.ask(client);
      assertTrue(answer(client.getInputStream()).endsWith("well"), "the connection goes on");
    }
  }

  @Test
  void whatWasAnsweredIsInTheAccessLogBeforeTheServerEnds() throws Exception {
    try (Front front = new Front(directory, _ -> WELL);
        Socket client = front.ask()) {
      assertTrue(answer(client.getInputStream()).endsWith("well"));
      for (int count = 2; count < 20; count++) {
        front.ask(client);
        assertTrue(answer(client.getInputStream()).endsWith("well"));
        front.await();
        assertEquals(count, front.printed().lines().count());
      }
    }
  }

  /// Clients of OpenAI must not pay twice; others have never heard of it.
  @Test
  void onlyClientsOfTheGatewayAreToldNotToTryAgain() {
    ProviderDouble provider = new ProviderDouble();
    provider.answers(request -> {
      throw new IllegalStateException("the inside");
    });
    try (TestServer server = TestServer.start(directory, provider)) {
      String body = "{\"prompt\":\"a lighthouse\"}";
      var own = server.post("/generate", body);
      assertEquals(500, own.statusCode());
      assertFalse(own.headers().map().containsKey("x-should-retry"), own.toString());
      var gateways = server.post("/v1/images/generations", body);
      assertEquals(500, gateways.statusCode());
      assertEquals("false", gateways.headers().firstValue("x-should-retry").orElse(""));
    }
  }

  @Test
  void aDefectInTheMiddleOfAnAnswerEndsTheConnection() throws Exception {
    for (RuntimeException defect :
        List.of(
            new IllegalStateException("x"), new LogUnavailable(LogUnavailable.Reason.BUSY, "x"))) {
      Content broken =
          new Content() {
            @Override
            public long length() {
              return 100_000;
            }

            @Override
            public void writeTo(Sink sink) {
              sink.write(new byte[1_000], 0, 1_000);
              throw defect;
            }
          };
      try (Front front = new Front(directory, request -> Reply.of(200, "image/png", broken));
          Socket client = front.ask()) {
        assertTrue(client.getInputStream().readAllBytes().length < 100_000);
        assertTrue(front.printed().contains("\"defect\""), front.printed());
      }
    }
  }

  @Test
  void aHeadersValueHasOneLine() throws Exception {
    for (String end : List.of("\r\n", "\r\n ", "\n", "\r", "\n\t", "\0", "\u007f")) {
      Reply reply = WELL.with("X-Name", "a" + end + "X-Own: b");
      try (Front front = new Front(directory, request -> reply);
          Socket client = front.ask()) {
        String answer = answer(client.getInputStream());
        assertTrue(answer.matches("(?s).*\r\nX-name: a +X-Own: b\r\n.*"), answer);
      }
    }
  }
}
