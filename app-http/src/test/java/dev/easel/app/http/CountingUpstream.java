package dev.easel.app.http;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import dev.easel.domain.ledger.SamplePictures;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.function.Consumer;
import tools.jackson.databind.json.JsonMapper;

/// A provider that answers every request with a picture of its own, and remembers what it charged
/// for: each request that it has read whole, by its prompt.
final class CountingUpstream implements AutoCloseable {

  private static final byte[] PNG = SamplePictures.twoColours("png", 16, 16);

  private final Map<String, Integer> charged = new ConcurrentHashMap<>();
  private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();
  private final HttpServer http;
  private volatile int refusal;
  private volatile Consumer<String> beforeAnswering = prompt -> {};

  private CountingUpstream(HttpServer http) {
    this.http = http;
    http.setExecutor(threads);
    http.createContext("/v1/images/generations", this::answer);
    http.start();
  }

  static CountingUpstream start() {
    try {
      InetSocketAddress free = new InetSocketAddress(InetAddress.getLoopbackAddress(), 0);
      return new CountingUpstream(HttpServer.create(free, 0));
    } catch (IOException taken) {
      throw new UncheckedIOException(taken);
    }
  }

  URI baseUrl() {
    return URI.create("http://127.0.0.1:" + http.getAddress().getPort() + "/v1");
  }

  Map<String, String> environment() {
    return Map.of("OPENAI_BASE_URL", baseUrl().toString(), "OPENAI_API_KEY", TestServer.KEY);
  }

  /// What happens before a prompt is answered, and after it is charged.
  void beforeAnswering(Consumer<String> action) {
    beforeAnswering = action;
  }

  /// From now on it refuses with this status, and charges nothing.
  void refuse(int status) {
    refusal = status;
  }

  /// How often each prompt was charged.
  Map<String, Integer> charged() {
    return Map.copyOf(charged);
  }

  /// The picture that it makes of a prompt: its own for each, so that none stands in for another.
  static byte[] picture(String prompt) {
    ByteArrayOutputStream picture = new ByteArrayOutputStream();
    picture.writeBytes(PNG);
    picture.writeBytes(prompt.getBytes(StandardCharsets.UTF_8));
    return picture.toByteArray();
  }

  private void answer(HttpExchange exchange) throws IOException {
    try (exchange) {
      byte[] request = exchange.getRequestBody().readAllBytes();
      String prompt = JsonMapper.shared().readTree(request).get("prompt").asString();
      if (refusal != 0) {
        beforeAnswering.accept(prompt);
        exchange.sendResponseHeaders(refusal, -1);
        return;
      }
      charged.merge(prompt, 1, Integer::sum);
      beforeAnswering.accept(prompt);
      byte[] answer =
          "{\"created\":1,\"data\":[{\"b64_json\":\"%s\"}]}"
              .formatted(Base64.getEncoder().encodeToString(picture(prompt)))
              .getBytes(StandardCharsets.UTF_8);
      exchange.getResponseHeaders().add("Content-Type", "application/json");
      exchange.sendResponseHeaders(200, answer.length);
      exchange.getResponseBody().write(answer);
    }
  }

  @Override
  public void close() {
    http.stop(0);
    threads.shutdownNow();
  }
}
