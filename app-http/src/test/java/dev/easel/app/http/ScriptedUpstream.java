package dev.easel.app.http;

import com.sun.net.httpserver.Headers;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import dev.easel.domain.image.Content;
import dev.easel.domain.ledger.SamplePictures;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import tools.jackson.databind.JsonNode;

/// A provider that keeps what it was sent, and answers what a test says, to the last byte.
final class ScriptedUpstream implements AutoCloseable {

  static final String PNG64 =
      Base64.getEncoder().encodeToString(SamplePictures.twoColours("png", 64, 64));

  /// An answer as OpenAI gives it to a request for one picture, with what no client knows yet.
  static final String ANSWER =
      """
      {
        "created": 1764142200,
        "background": "opaque",
        "data": [{"b64_json": "%s", "of_tomorrow": {"score": 1.50, "list": [1, null, "a\\u00e9"]}}],
        "output_format": "png",
        "quality": "low",
        "size": "1024x1024",
        "of_tomorrow": true,
        "usage": {
          "input_tokens": 10,
          "input_tokens_details": {"image_tokens": 0, "text_tokens": 10},
          "output_tokens": 196,
          "total_tokens": 206
        }
      }
      """
          .formatted(PNG64);

  /// What it was sent.
  record Call(String method, String path, Headers headers, Content body) {
    String text() {
      return new String(body.bytes(), StandardCharsets.UTF_8);
    }

    JsonNode json() {
      return TestServer.MAPPER.readTree(body.bytes());
    }
  }

  /// Answers one call.
  @FunctionalInterface
  interface Script {
    void play(HttpExchange exchange) throws IOException, InterruptedException;

    /// One whole answer.
    static Script answer(int status, Map<String, String> headers, String body) {
      return exchange -> {
        byte[] bytes = body.getBytes(StandardCharsets.UTF_8);
        exchange.getResponseHeaders().set("Content-Type", "application/json");
        headers.forEach(exchange.getResponseHeaders()::set);
        exchange.sendResponseHeaders(status, bytes.length == 0 ? -1 : bytes.length);
        exchange.getResponseBody().write(bytes);
      };
    }

    /// An error as OpenAI says it.
    static Script error(int status, String code, Map<String, String> headers) {
      String body =
          "{\"error\":{\"message\":\"no: %1$s\",\"type\":\"some_error\",\"param\":\"size\",\"code\":\"%1$s\",\"of_tomorrow\":[1]}}"
              .formatted(code);
      return answer(status, headers, body);
    }
  }

  private final List<Call> calls = new CopyOnWriteArrayList<>();
  private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();
  private final HttpServer http;
  private volatile Script script = Script.answer(200, Map.of("x-request-id", "req_1"), ANSWER);

  private ScriptedUpstream(HttpServer http) {
    this.http = http;
    http.setExecutor(threads);
    http.createContext("/", this::answer);
    http.start();
  }

  static ScriptedUpstream start() {
    TestServer.prepare();
    try {
      return new ScriptedUpstream(
          HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0));
    } catch (IOException taken) {
      throw new UncheckedIOException(taken);
    }
  }

  URI url() {
    return URI.create("http://127.0.0.1:" + http.getAddress().getPort() + "/v1");
  }

  /// How it answers from now on.
  void plays(Script next) {
    script = next;
  }

  List<Call> calls() {
    return List.copyOf(calls);
  }

  Call last() {
    return calls.getLast();
  }

  private void answer(HttpExchange exchange) throws IOException {
    byte[] body = exchange.getRequestBody().readAllBytes();
    Headers headers = new Headers();
    headers.putAll(exchange.getRequestHeaders());
    calls.add(
        new Call(
            exchange.getRequestMethod(),
            exchange.getRequestURI().getPath(),
            headers,
            Content.of(body)));
    try (exchange) {
      script.play(exchange);
    } catch (InterruptedException stopped) {
      throw new IOException(stopped);
    }
  }

  @Override
  public void close() {
    http.stop(0);
    threads.shutdownNow();
  }
}
