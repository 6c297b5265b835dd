package dev.easel.app.http;

import com.sun.net.httpserver.HttpServer;
import dev.easel.config.GatewayKey;
import dev.easel.config.Settings;
import dev.easel.domain.ledger.InMemoryGenerationLog;
import dev.easel.domain.usecase.RecogniseCaller;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.Executors;

/// A server of one route, `GET /one`, with little patience, and clients with little room for its
/// answer.
final class Front implements AutoCloseable {

  static final Duration PATIENCE = Duration.ofSeconds(1);

  private final ByteArrayOutputStream printed = new ByteArrayOutputStream();
  private final HttpServer http;
  private final FrontHandler handler;

  Front(Path directory, Router.Handler handler) throws IOException {
    Settings settings = TestServer.settings(directory, Map.of());
    http = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    http.setExecutor(Executors.newVirtualThreadPerTaskExecutor());
    RecogniseCaller callers = new RecogniseCaller(new InMemoryGenerationLog(ZoneOffset.UTC));
    OwnNames names = OwnNames.of(http.getAddress(), settings.server());
    Gate gate = new Gate(names, Set.of(), Set.of(), null, GatewayKey.OWN, callers);
    Router router = new Router(List.of(new Router.Route("GET", "/one", handler)));
    Measurements measurements = new Measurements(new ModelLabels(TestServer.catalogues().models()));
    AccessLog log = AccessLog.to(new PrintStream(printed, true, StandardCharsets.UTF_8));
    this.handler = new FrontHandler(gate, router, directory, log, measurements, PATIENCE);
    http.createContext("/", this.handler);
    http.start();
  }

  /// Asks for the one answer on a connection of its own.
  Socket ask() throws IOException {
    Socket socket = new Socket();
    socket.setReceiveBufferSize(64 * 1024);
    socket.connect(http.getAddress());
    socket.setSoTimeout(30_000);
    ask(socket);
    return socket;
  }

  /// Asks once more.
  void ask(Socket socket) throws IOException {
    String request =
        "GET /one HTTP/1.1\r\nHost: localhost:%d\r\n\r\n".formatted(http.getAddress().getPort());
    socket.getOutputStream().write(request.getBytes(StandardCharsets.UTF_8));
  }

  /// Waits until all answers are sent.
  void await() {
    handler.await(Duration.ofSeconds(30));
  }

  String printed() {
    return printed.toString(StandardCharsets.UTF_8);
  }

  @Override
  public void close() {
    http.stop(0);
  }
}
