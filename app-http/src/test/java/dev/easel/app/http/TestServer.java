package dev.easel.app.http;

import dev.easel.adapter.openai.Catalogues;
import dev.easel.adapter.persistence.GenerationLogs;
import dev.easel.adapter.persistence.PictureStores;
import dev.easel.config.Configuration;
import dev.easel.config.Settings;
import dev.easel.domain.cost.Pricing;
import dev.easel.domain.image.ImageGenerator;
import dev.easel.domain.ledger.GenerationLog;
import dev.easel.domain.ledger.PictureStore;
import dev.easel.domain.usecase.Studio;
import dev.easel.platform.Platform;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.PrintStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.Socket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Function;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// A real server on a free port, with a real log and real picture files, and clients for it.
final class TestServer implements AutoCloseable {

  /// How long a client may take to send a request, so that tests see it end.
  static final Duration PATIENCE = Duration.ofSeconds(6);

  static final String KEY = "sk-canary-3f9a7c51d2";
  static final JsonMapper MAPPER = new JsonMapper();
  private static final Catalogues CATALOGUES = Catalogues.load(null);

  static {
    System.setProperty("sun.net.httpserver.maxReqTime", Long.toString(PATIENCE.toSeconds()));
    ServerProcess.setServerProperties();
  }

  /// Bounds the JDK's server, which looks at its bounds once: whoever starts another one in the
  /// same JVM calls this before.
  static void prepare() {
    // the class is there now
  }

  private final ByteArrayOutputStream printed = new ByteArrayOutputStream();
  private final GenerationLog log;
  private final AccessLog requests;
  private final Studio studio;
  private final Server server;
  private final HttpClient client =
      HttpClient.newBuilder()
          .version(HttpClient.Version.HTTP_1_1)
          .connectTimeout(Duration.ofSeconds(20))
          .build();

  private TestServer(Settings settings, Function<PictureStore, ImageGenerator> provider)
      throws IOException {
    this.log = GenerationLogs.open(settings.log());
    Pricing pricing = pricing();
    PictureStore pictures = PictureStores.open(settings.pictureDirectory());
    this.studio =
        ServerMain.studio(
            settings,
            CATALOGUES,
            pricing,
            provider.apply(pictures),
            log,
            pictures,
            Platform.time());
    PrintStream out = new PrintStream(printed, true, StandardCharsets.UTF_8);
    this.requests = AccessLog.to(out, settings.server(), log);
    InetAddress address = InetAddress.getByName(settings.server().host());
    this.server =
        Server.start(
            address,
            settings,
            studio,
            Platform.time(),
            ServerToken.find(settings, address).secret(),
            requests);
  }

  static Pricing pricing() {
    return new Pricing(CATALOGUES.prices(), CATALOGUES.tokens());
  }

  static Catalogues catalogues() {
    return CATALOGUES;
  }

  /// A server with a provider played by a double.
  static TestServer start(Path directory, ImageGenerator provider) {
    return start(directory, provider, Map.of());
  }

  /// The same with other values of the configuration.
  static TestServer start(
      Path directory, ImageGenerator provider, Map<String, String> configuration) {
    return started(settings(directory, configuration), _ -> provider);
  }

  private static TestServer started(
      Settings settings, Function<PictureStore, ImageGenerator> provider) {
    try {
      return new TestServer(settings, provider);
    } catch (IOException taken) {
      throw new UncheckedIOException(taken);
    }
  }

  /// A server with the real client, which calls `provider`.
  static TestServer calling(Path directory, URI provider) {
    return calling(directory, provider, Map.of());
  }

  /// The same with other values of the configuration.
  static TestServer calling(Path directory, URI provider, Map<String, String> configuration) {
    Map<String, String> values = new HashMap<>(configuration);
    values.put("OPENAI_BASE_URL", provider.toString());
    Settings settings = settings(directory, values);
    return started(settings, pictures -> ServerMain.generator(settings, pictures.arrivals()));
  }

  static Settings settings(Path directory, Map<String, String> configuration) {
    Map<String, String> values = new HashMap<>();
    values.put("data.dir", directory.resolve("data").toString());
    values.put("server.port", "0");
    values.put("OPENAI_API_KEY", KEY);
    values.putAll(configuration);
    values.values().removeIf(String::isEmpty);
    return Configuration.load(new Configuration.Sources(Map.of(), directory, directory, values));
  }

  Studio studio() {
    return studio;
  }

  Server server() {
    return server;
  }

  int port() {
    return server.url().getPort();
  }

  /// What the router has, so that tests of all routes hold for new ones, too.
  List<Router.Route> routes() {
    return server.routes();
  }

  /// What the access log holds so far.
  String printed() {
    requests.print();
    return printed.toString(StandardCharsets.UTF_8);
  }

  /// The lines of the access log that have `words`, at least `expected` of them where they come
  /// within ten seconds: a line is written after its request was answered.
  List<String> printed(String words, long expected) {
    long end = System.nanoTime() + Duration.ofSeconds(10).toNanos();
    List<String> lines = printed().lines().filter(line -> line.contains(words)).toList();
    while (lines.size() < expected && System.nanoTime() < end) {
      LockSupport.parkNanos(Duration.ofMillis(5).toNanos());
      lines = printed().lines().filter(line -> line.contains(words)).toList();
    }
    return lines;
  }

  HttpRequest.Builder request(String path) {
    return HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port() + path))
        .timeout(Duration.ofSeconds(60));
  }

  HttpResponse<String> get(String path) {
    return send(request(path));
  }

  HttpResponse<String> post(String path, String json, String... headers) {
    HttpRequest.Builder post =
        request(path)
            .header("Content-Type", "application/json")
            .POST(HttpRequest.BodyPublishers.ofString(json));
    return send(headers.length == 0 ? post : post.headers(headers));
  }

  HttpResponse<String> send(HttpRequest.Builder request) {
    return send(request, HttpResponse.BodyHandlers.ofString());
  }

  <T> HttpResponse<T> send(HttpRequest.Builder request, HttpResponse.BodyHandler<T> handler) {
    try {
      return client.send(request.build(), handler);
    } catch (IOException broken) {
      throw new UncheckedIOException(broken);
    } catch (InterruptedException interrupted) {
      throw new IllegalStateException(interrupted);
    }
  }

  HttpClient client() {
    return client;
  }

  static JsonNode json(HttpResponse<String> response) {
    return MAPPER.readTree(response.body());
  }

  /// Everything that comes back for bytes that no decent client sends, until the server closes, or
  /// a stream has begun that goes on for ever. `HOST` stands for a right Host header with its
  /// line's end.
  String raw(String request) {
    return raw(bytes(request));
  }

  byte[] bytes(String request) {
    return request
        .replace("HOST", "Host: localhost:" + port() + "\r\n")
        .replace("PORT", Integer.toString(port()))
        .getBytes(StandardCharsets.UTF_8);
  }

  String raw(byte[] request) {
    try (Socket socket = connect()) {
      socket.getOutputStream().write(request);
      socket.shutdownOutput();
      return rest(socket.getInputStream());
    } catch (IOException broken) {
      return "broken: " + broken.getMessage();
    }
  }

  private static String rest(InputStream in) {
    ByteArrayOutputStream answer = new ByteArrayOutputStream();
    byte[] run = new byte[8 * 1024];
    try {
      int count = in.read(run);
      while (count >= 0) {
        answer.write(run, 0, count);
        count = hello(answer) ? -1 : in.read(run);
      }
    } catch (IOException reset) {
      return answer.toString(StandardCharsets.UTF_8) + " (reset)";
    }
    return answer.toString(StandardCharsets.UTF_8);
  }

  /// Whether a stream has begun that has no end by itself.
  private static boolean hello(ByteArrayOutputStream answer) {
    return answer.size() < 16 * 1024
        && answer.toString(StandardCharsets.UTF_8).contains("\nevent: hello\n");
  }

  Socket connect() throws IOException {
    Socket socket = new Socket(InetAddress.getLoopbackAddress(), port());
    socket.setSoTimeout(30_000);
    return socket;
  }

  @Override
  public void close() {
    server.stop(Duration.ofSeconds(20));
    client.shutdownNow();
    log.close();
  }
}
