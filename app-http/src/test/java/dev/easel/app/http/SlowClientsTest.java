package dev.easel.app.http;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.easel.domain.image.Content;
import dev.easel.domain.ledger.SamplePictures;
import java.io.IOException;
import java.net.Socket;
import java.net.SocketTimeoutException;
import java.net.StandardSocketOptions;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/// Clients that take their time, stay for ever or leave early, and what they keep from others.
@Timeout(60)
final class SlowClientsTest {

  private static final String HEALTH = "GET /health HTTP/1.1\r\nHOST\r\n";
  private static final int MOST_CONNECTIONS = 2_048;

  @TempDir private Path directory;
  private final ProviderDouble provider = new ProviderDouble();
  private TestServer server;
  private final List<Socket> sockets = new ArrayList<>();

  @BeforeEach
  void start() {
    server = TestServer.start(directory, provider);
  }

  @AfterEach
  void stop() throws IOException {
    for (Socket socket : sockets) {
      socket.close();
    }
    server.close();
  }

  private Socket connect() throws IOException {
    Socket socket = server.connect();
    sockets.add(socket);
    return socket;
  }

  private void send(Socket socket, String request) throws IOException {
    socket.getOutputStream().write(server.bytes(request));
  }

  private void assertHeard() {
    long start = System.nanoTime();
    assertEquals(200, server.get("/health").statusCode());
    Duration taken = Duration.ofNanos(System.nanoTime() - start);
    assertTrue(taken.compareTo(TestServer.PATIENCE.dividedBy(2)) < 0, taken.toString());
  }

  @Test
  void aBodyThatDribblesIsCutOffWhetherItIsWantedOrNot() throws Exception {
    List<Socket> dribbling = new ArrayList<>();
    for (Router.Route route : server.routes()) {
      for (String origin : List.of("", "Origin: http://evil.example\r\n")) {
        Socket socket = connect();
        send(
            socket,
            "%s %s HTTP/1.1\r\nHOST%sContent-Type: application/json\r\nContent-Length: 900\r\n\r\n"
                .formatted(route.method(), route.template(), origin));
        dribbling.add(socket);
      }
    }
    long start = System.nanoTime();
    while (!dribbling.isEmpty()) {
      dribbling.removeIf(SlowClientsTest::isCutOff);
      Duration taken = Duration.ofNanos(System.nanoTime() - start);
      assertTrue(taken.compareTo(TestServer.PATIENCE.multipliedBy(3)) < 0, dribbling.toString());
      Thread.sleep(500);
    }
    assertHeard();
    assertEquals(0, provider.calls());
  }

  private static boolean isCutOff(Socket socket) {
    try {
      socket.getOutputStream().write(' ');
      socket.setSoTimeout(1);
      return socket.getInputStream().read(new byte[8_192]) < 0;
    } catch (SocketTimeoutException open) {
      return false;
    } catch (IOException reset) {
      return true;
    }
  }

  @Test
  void threeHundredIdleConnectionsAreKeptAndAllAnswered() throws Exception {
    for (int index = 0; index < 300; index++) {
      send(connect(), HEALTH);
    }
    for (int round = 0; round < 2; round++) {
      for (Socket socket : sockets) {
        assertTrue(FrontHandlerTest.answer(socket.getInputStream()).startsWith("HTTP/1.1 200"));
        send(socket, HEALTH);
      }
      assertHeard();
    }
  }

  @Test
  void whoeverLeavesInTheMiddleOfAnAnswerLeavesNothingBehind() throws Exception {
    byte[] picture = Arrays.copyOf(SamplePictures.twoColours("png", 64, 64), 8_000_000);
    String path = "/pictures/" + server.studio().pictures().keep(Content.of(picture)).sha256();
    for (int visit = 0; visit < MOST_CONNECTIONS + 20; visit++) {
      try (Socket socket = server.connect()) {
        send(socket, "GET " + path + " HTTP/1.1\r\nHOST\r\n");
        assertEquals('H', socket.getInputStream().read());
        socket.setOption(StandardSocketOptions.SO_LINGER, 0);
      }
    }
    assertHeard();
  }

  @Test
  void whoeverLeavesInTheMiddleOfARefusedBodyLeavesNothingBehind() throws Exception {
    for (int visit = 0; visit < MOST_CONNECTIONS + 20; visit++) {
      try (Socket socket = server.connect()) {
        String method = visit % 2 == 0 ? "POST" : "HEAD";
        send(
            socket,
            method
                + " /generate HTTP/1.1\r\n"
                + "HOSTOrigin: http://evil.example\r\n"
                + "Content-Length: 99\r\n\r\n");
        if (method.equals("POST")) {
          assertEquals('H', socket.getInputStream().read());
        }
        socket.setOption(StandardSocketOptions.SO_LINGER, 0);
      }
    }
    assertHeard();
  }

  @Test
  void moreConnectionsThanAreKeptAreTurnedAwayUntilOthersGo() throws Exception {
    for (int index = 0; index < MOST_CONNECTIONS + 20; index++) {
      send(connect(), "GET /health HTTP/1.1\r\n");
    }
    for (Socket socket : sockets) {
      socket.close();
    }
    Thread.sleep(500);
    assertHeard();
  }

  @Test
  void aGenerationWhoseClientHasGoneIsBookedAllTheSame() throws Exception {
    CountDownLatch gate = provider.held();
    Socket socket = connect();
    String body = "{\"prompt\":\"a lighthouse\"}";
    send(
        socket,
        "POST /generate HTTP/1.1\r\nHOSTContent-Type: application/json\r\nContent-Length: "
            + body.length()
            + "\r\n\r\n"
            + body);
    while (provider.calls() == 0) {
      Thread.sleep(10);
    }
    socket.setOption(StandardSocketOptions.SO_LINGER, 0);
    socket.close();
    gate.countDown();
    while (server.server().working()) {
      Thread.sleep(10);
    }
    assertTrue(server.get("/logs").body().contains("\"state\":\"settled\""));
    assertEquals(1, provider.calls());
  }

  @Test
  void anAnswerThatNobodyTakesIsGivenUpAndASlowlyTakenOneIsNot() throws Exception {
    byte[] large = new byte[32 * 1024 * 1024];
    Reply reply = Reply.of(200, "image/png", Content.of(large));
    try (Front front = new Front(directory, request -> reply);
        Socket idle = front.ask();
        Socket slow = front.ask()) {
      byte[] some = new byte[64 * 1024];
      long taken = 0;
      while (taken < large.length) {
        Thread.sleep(10);
        int read = slow.getInputStream().read(some);
        assertTrue(read > 0, "cut off after " + taken);
        taken += read;
      }
      while (!front.printed().contains("\"client\":\"gone\"")) {
        Thread.sleep(50);
      }
      assertTrue(idle.getInputStream().readAllBytes().length < large.length);
    }
  }

  @Test
  void anAnswerMayTakeAsLongAsItLikesToMake() throws Exception {
    try (Front front = new Front(directory, SlowClientsTest::slow);
        Socket client = front.ask()) {
      assertTrue(FrontHandlerTest.answer(client.getInputStream()).endsWith("well"));
    }
  }

  private static Reply slow(Request request) {
    try {
      Thread.sleep(Front.PATIENCE.multipliedBy(2));
      return Reply.of(200, "text/plain", Content.of("well".getBytes(StandardCharsets.UTF_8)));
    } catch (InterruptedException interrupted) {
      throw new IllegalStateException(interrupted);
    }
  }
}
