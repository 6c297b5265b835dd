package dev.easel.adapter.openai;

import static com.github.tomakehurst.wiremock.client.WireMock.aResponse;
import static com.github.tomakehurst.wiremock.client.WireMock.anyUrl;
import static com.github.tomakehurst.wiremock.client.WireMock.post;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.github.tomakehurst.wiremock.core.WireMockConfiguration;
import com.github.tomakehurst.wiremock.http.Fault;
import com.github.tomakehurst.wiremock.junit5.WireMockExtension;
import dev.easel.config.Dialect;
import dev.easel.domain.image.Content;
import dev.easel.domain.image.Failure;
import dev.easel.domain.image.Failure.Hindrance;
import dev.easel.domain.image.Outcome;
import dev.easel.domain.image.Upload;
import dev.easel.domain.image.Watch;
import java.io.IOException;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/// What networks and servers do wrong, and what may have been charged then.
@Timeout(30)
final class FaultsTest {

  @RegisterExtension
  static final WireMockExtension SERVER =
      WireMockExtension.newInstance()
          .options(WireMockConfiguration.options().dynamicPort().dynamicHttpsPort())
          .build();

  private static final Duration SOON = Duration.ofMillis(700);

  @ParameterizedTest
  @EnumSource(Fault.class)
  void aBrokenAnswerMayHaveCharged(Fault fault) {
    SERVER.stubFor(post(anyUrl()).willReturn(aResponse().withFault(fault)));
    Failure failure = Calls.failure(Calls.ask("http://localhost:" + SERVER.getPort() + "/v1"));
    assertInstanceOf(Failure.Broken.class, failure);
    assertTrue(failure.mayHaveCharged() && !failure.passing());
  }

  @Test
  void aRequestThatMayHaveBeenHeardIsNeverSentTwice() throws IOException {
    try (RawServer server = RawServer.answering("")) {
      assertInstanceOf(Failure.Broken.class, Calls.failure(Calls.ask(server.url())));
      assertEquals(1, server.requests().size());
      assertEquals(1, server.connections());
    }
  }

  @Test
  void aBodyThatEndsEarlyIsBroken() throws IOException {
    try (RawServer server =
        RawServer.answering("HTTP/1.1 200 OK\r\nContent-Length: 9999\r\n\r\n{\"data\":[")) {
      assertInstanceOf(Failure.Broken.class, Calls.failure(Calls.ask(server.url())));
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "HTTP/1.1 200 O",
        "HTTP/1.1 200 OK\r\nContent-Le",
        "HTTP/1.1 200 OK\r\nContent-Length: 9\r\n",
        "HTTP/1.1 99 No\r\n\r\n",
        "what\r\n\r\n"
      })
  void aHeadThatEndsEarlyOrMakesNoSenseIsBroken(String head) throws IOException {
    try (RawServer server = RawServer.answering(head)) {
      assertInstanceOf(Failure.Broken.class, Calls.failure(Calls.ask(server.url())));
    }
  }

  @Test
  void chunksThatEndEarlyAreBroken() throws IOException {
    try (RawServer server =
        RawServer.answering(
            "HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n9\r\n{\"data\":[\r\n")) {
      assertInstanceOf(Failure.Broken.class, Calls.failure(Calls.ask(server.url())));
    }
  }

  @Test
  void aResetAfterTheRequestMayHaveCharged() throws IOException {
    try (RawServer server =
        RawServer.meeting(connection -> {
          RawServer.request(connection.getInputStream());
          connection.setSoLinger(true, 0);
          connection.close();
        })) {
      assertInstanceOf(Failure.Broken.class, Calls.failure(Calls.ask(server.url())));
      assertEquals(1, server.connections());
    }
  }

  @Test
  void silenceAfterTheRequestIsATimeout() throws IOException {
    try (RawServer server = RawServer.meeting(connection -> Thread.sleep(20_000))) {
      long start = System.nanoTime();
      Failure failure = Calls.failure(Calls.askWithin(SOON, server.url()));
      assertEquals(new Failure.TimedOut(SOON), failure);
      assertTrue(System.nanoTime() - start < SOON.toNanos() * 3);
    }
  }

  @Test
  void aBodyThatNobodyReadsIsATimeout() throws IOException {
    byte[] large = new byte[32 * 1024 * 1024];
    try (RawServer server = RawServer.meeting(connection -> Thread.sleep(20_000))) {
      Outcome outcome =
          Calls.generator(Calls.provider(Dialect.OPENAI, server.url(), SOON, Map.of()))
              .generate(
                  Calls.edit(List.of(Calls.upload(Upload.Role.IMAGE, "a.png", large))),
                  Watch.NOBODY);
      assertEquals(new Failure.TimedOut(SOON), Calls.failure(outcome));
    }
  }

  @Test
  void aDribbleIsCutAtTheDeadline() throws IOException {
    try (RawServer server =
        RawServer.meeting(connection -> {
          RawServer.request(connection.getInputStream());
          OutputStream out = connection.getOutputStream();
          out.write(
              "HTTP/1.1 200 OK\r\nContent-Length: 99999\r\n\r\n{".getBytes(StandardCharsets.UTF_8));
          for (int i = 0; i < 1_000; i++) {
            out.write(' ');
            out.flush();
            Thread.sleep(50);
          }
        })) {
      long start = System.nanoTime();
      assertEquals(new Failure.TimedOut(SOON), Calls.failure(Calls.askWithin(SOON, server.url())));
      assertTrue(System.nanoTime() - start < SOON.toNanos() * 3);
    }
  }

  @Test
  void aRefusalWhoseBodyDribblesIsStillThatRefusal() throws IOException {
    try (RawServer server =
        RawServer.meeting(connection -> {
          RawServer.request(connection.getInputStream());
          connection
              .getOutputStream()
              .write(
                  "HTTP/1.1 429 Slow\r\nContent-Length: 99\r\n\r\nslow "
                      .getBytes(StandardCharsets.UTF_8));
          Thread.sleep(20_000);
        })) {
      Failure failure = Calls.failure(Calls.askWithin(SOON, server.url()));
      assertEquals("http_429", failure.code());
      assertEquals("status 429: slow", failure.message());
    }
  }

  @Test
  void theSoonerOfTwoDeadlinesCounts() {
    assertFalse(Deadline.in(Duration.ofSeconds(60)).orIn(Duration.ofSeconds(90)).passed());
    assertTrue(Deadline.in(Duration.ZERO).orIn(Duration.ofSeconds(90)).passed());
    assertTrue(Deadline.in(Duration.ofSeconds(60)).orIn(Duration.ZERO).passed());
  }

  @Test
  void anInterruptionStopsTheCall() throws Exception {
    try (RawServer server = RawServer.meeting(connection -> Thread.sleep(20_000))) {
      AtomicReference<Outcome> outcome = new AtomicReference<>();
      Thread caller = Thread.ofVirtual().start(() -> outcome.set(Calls.ask(server.url())));
      while (server.connections() == 0) {
        Thread.sleep(5);
      }
      Thread.sleep(100);
      caller.interrupt();
      caller.join(5_000);
      assertInstanceOf(Failure.Stopped.class, Calls.failure(Objects.requireNonNull(outcome.get())));
    }
  }

  @Test
  void aNameThatNobodyKnowsIsUnreachable() {
    Failure failure = Calls.failure(Calls.ask("http://no-such-host.invalid/v1"));
    unreachable(Hindrance.DNS, "no-such-host.invalid", failure);
    assertTrue(failure.passing());
  }

  @Test
  void aPortWhereNobodyListensIsUnreachable() throws IOException {
    int port;
    try (ServerSocket closed = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      port = closed.getLocalPort();
    }
    unreachable(
        Hindrance.CONNECTION_REFUSED,
        "127.0.0.1",
        Calls.failure(Calls.ask("http://127.0.0.1:" + port + "/v1")));
  }

  @Test
  void aServerThatTakesNoConnectionIsUnreachable() throws IOException {
    try (ServerSocket full = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      List<Socket> waiting = new ArrayList<>();
      for (int i = 0; i < 4; i++) {
        Socket socket = new Socket();
        waiting.add(socket);
        try {
          socket.connect(full.getLocalSocketAddress(), 50);
        } catch (IOException queueFull) {
          break;
        }
      }
      Failure failure =
          Calls.failure(Calls.askWithin(SOON, "http://127.0.0.1:" + full.getLocalPort() + "/v1"));
      unreachable(Hindrance.CONNECT_TIMEOUT, "127.0.0.1", failure);
      for (Socket socket : waiting) {
        socket.close();
      }
    }
  }

  @Test
  void aCertificateThatNobodyVouchesForIsUnreachable() {
    SERVER.stubFor(post(anyUrl()).willReturn(aResponse().withBody(Calls.ANSWER)));
    Failure failure =
        Calls.failure(Calls.ask("https://localhost:" + SERVER.getHttpsPort() + "/v1"));
    unreachable(Hindrance.TLS, "localhost", failure);
    assertFalse(failure.passing());
    assertEquals(List.of(), SERVER.getAllServeEvents());
  }

  @Test
  void aServerWithoutTlsIsUnreachableByHttps() throws IOException {
    try (RawServer server =
        RawServer.meeting(connection -> {
          connection
              .getOutputStream()
              .write("HTTP/1.1 400 Bad Request\r\n\r\n".getBytes(StandardCharsets.UTF_8));
        })) {
      unreachable(
          Hindrance.TLS,
          "127.0.0.1",
          Calls.failure(Calls.ask(server.url().replace("http:", "https:"))));
    }
  }

  @Test
  void aConnectionThatClosesDuringTheHandshakeCarriedNoRequest() throws IOException {
    try (RawServer server =
        RawServer.meeting(connection -> {
          connection.getInputStream().read();
          connection.close();
        })) {
      Failure failure = Calls.failure(Calls.ask(server.url().replace("http:", "https:")));
      assertFalse(failure.mayHaveCharged(), failure::message);
    }
  }

  @Test
  void aHandshakeThatGetsNoAnswerCarriedNoRequest() throws IOException {
    try (RawServer server = RawServer.meeting(connection -> Thread.sleep(20_000))) {
      unreachable(
          Hindrance.CONNECT_TIMEOUT,
          "127.0.0.1",
          Calls.failure(Calls.askWithin(SOON, server.url().replace("http:", "https:"))));
    }
  }

  @Test
  void aConnectionThatIsClosedAtOnceCarriedNoRequest() throws IOException {
    try (RawServer server =
        RawServer.meeting(connection -> {
          connection.setSoLinger(true, 0);
          connection.close();
        })) {
      Failure failure = Calls.failure(Calls.ask(server.url().replace("http:", "https:")));
      assertFalse(failure.mayHaveCharged(), failure::message);
    }
  }

  private static void unreachable(Hindrance hindrance, String host, Failure failure) {
    Failure.Unreachable unreachable = assertInstanceOf(Failure.Unreachable.class, failure);
    assertEquals(hindrance, unreachable.hindrance());
    assertTrue(unreachable.message().contains(host), unreachable::message);
    assertTrue(unreachable.message().contains("check"), unreachable::message);
  }

  @Test
  void anUploadThatCannotBeReadIsNotSent() throws IOException {
    Content gone =
        new Content() {
          @Override
          public long length() {
            return 5;
          }

          @Override
          public void writeTo(Sink sink) {
            throw new ContentUnavailable("a.png is gone", new IOException("gone"));
          }
        };
    try (RawServer server = RawServer.answering("")) {
      Upload upload = new Upload(Upload.Role.IMAGE, "a.png", "image/png", "0".repeat(64), gone);
      Failure failure = Calls.failure(Calls.ask(server.url(), Calls.edit(List.of(upload))));
      assertEquals(new Failure.NotSent("upload_unreadable", "a.png is gone"), failure);
    }
  }

  @Test
  void aPictureBeyondTheLimitIsOversize() throws IOException {
    String start = "HTTP/1.1 200 OK\r\n\r\n{\"data\":[{\"b64_json\":\"";
    byte[] run = "A".repeat(1024 * 1024).getBytes(StandardCharsets.UTF_8);
    try (RawServer server =
        RawServer.meeting(connection -> {
          RawServer.request(connection.getInputStream());
          OutputStream out = connection.getOutputStream();
          out.write(start.getBytes(StandardCharsets.UTF_8));
          for (int i = 0; i < 100; i++) {
            out.write(run);
          }
        })) {
      Failure failure = Calls.failure(Calls.ask(server.url()));
      assertEquals(new Failure.Oversize(AnswerReader.LARGEST_PICTURE), failure);
    }
  }
}
