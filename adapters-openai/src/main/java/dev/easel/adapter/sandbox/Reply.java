package dev.easel.adapter.sandbox;

import com.sun.net.httpserver.Headers;
import com.sun.net.httpserver.HttpExchange;
import dev.easel.domain.image.Fields;
import dev.easel.domain.ledger.Json;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;

/// Writes the answer to one request.
final class Reply {

  private static final int UNKNOWN_LENGTH = 0;
  private static final int NO_BODY = -1;

  private final HttpExchange exchange;
  private final long start = System.nanoTime();

  /// An answer with the headers that every answer has.
  ///
  /// @param request its number, from 1
  Reply(HttpExchange exchange, long request) {
    this.exchange = exchange;
    header("x-request-id", "req_sandbox_%08d".formatted(request));
    header("openai-organization", "easel-sandbox");
    header("openai-version", "2020-10-01");
    header("x-ratelimit-limit-requests", "500");
    header("x-ratelimit-remaining-requests", "499");
    header("x-ratelimit-reset-requests", "120ms");
  }

  void header(String name, String value) {
    exchange.getResponseHeaders().set(name, value);
  }

  /// Whether the status has been sent, so that it is too late for another answer.
  boolean begun() {
    return exchange.getResponseCode() >= 0;
  }

  void json(int status, Fields body) throws IOException {
    bytes(status, "application/json", Json.write(body).getBytes(StandardCharsets.UTF_8));
  }

  void bytes(int status, String type, byte[] body) throws IOException {
    if (exchange.getRequestMethod().equals("HEAD")) {
      header("Content-Length", Integer.toString(body.length));
      send(status, type, NO_BODY);
      return;
    }
    send(status, type, body.length == 0 ? NO_BODY : body.length);
    exchange.getResponseBody().write(body);
  }

  /// The body of a good answer whose length is not known; what is flushed leaves at once.
  OutputStream open(String type) throws IOException {
    send(200, type, UNKNOWN_LENGTH);
    return exchange.getResponseBody();
  }

  private void send(int status, String type, long length) throws IOException {
    Headers headers = exchange.getResponseHeaders();
    headers.set("Content-Type", type);
    headers.set(
        "openai-processing-ms",
        Long.toString(Duration.ofNanos(System.nanoTime() - start).toMillis()));
    exchange.sendResponseHeaders(status, length);
  }
}
