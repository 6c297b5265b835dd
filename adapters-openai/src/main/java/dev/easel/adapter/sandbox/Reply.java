package dev.easel.adapter.sandbox;

import com.sun.net.httpserver.Headers;
import com.sun.net.httpserver.HttpExchange;
import dev.easel.domain.image.Fields;
import dev.easel.domain.ledger.Json;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;

/// Writes answers.
final class Reply {

  private static final String TYPE = "Content-Type";

  private final HttpExchange exchange;

  /// An answer to one request, with the headers that every answer has.
  ///
  /// @param request its number, from 1
  Reply(HttpExchange exchange, long request) {
    this.exchange = exchange;
    Headers headers = exchange.getResponseHeaders();
    headers.set("x-request-id", "req_sandbox_%08d".formatted(request));
    headers.set("openai-organization", "easel-sandbox");
    headers.set("openai-version", "2020-10-01");
    headers.set("x-ratelimit-limit-requests", "500");
    headers.set("x-ratelimit-remaining-requests", "499");
    headers.set("x-ratelimit-reset-requests", "120ms");
  }

  void processed(long millis) {
    exchange.getResponseHeaders().set("openai-processing-ms", Long.toString(millis));
  }

  void header(String name, String value) {
    exchange.getResponseHeaders().set(name, value);
  }

  void json(int status, Fields body) throws IOException {
    bytes(status, "application/json", Json.write(body).getBytes(StandardCharsets.UTF_8));
  }

  void bytes(int status, String type, byte[] body) throws IOException {
    exchange.getResponseHeaders().set(TYPE, type);
    if (exchange.getRequestMethod().equals("HEAD")) {
      exchange.sendResponseHeaders(status, -1);
      return;
    }
    exchange.sendResponseHeaders(status, body.length == 0 ? -1 : body.length);
    exchange.getResponseBody().write(body);
  }

  /// The body of an answer whose length is not known; leaves at once what is flushed.
  OutputStream open(String type) throws IOException {
    exchange.getResponseHeaders().set(TYPE, type);
    exchange.sendResponseHeaders(200, 0);
    return exchange.getResponseBody();
  }

  /// Tells the client that the connection ends, and ends it.
  void breakOff() {
    exchange.close();
  }
}
