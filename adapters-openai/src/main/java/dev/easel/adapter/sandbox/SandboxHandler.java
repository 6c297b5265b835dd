package dev.easel.adapter.sandbox;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpHandler;
import dev.easel.domain.image.Content;
import dev.easel.domain.image.Operation;
import java.io.IOException;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicLong;

/// Stands in front of all routes. Whatever happens, the client gets an answer.
final class SandboxHandler implements HttpHandler {

  private static final int LARGEST_BODY = 256 << 20;

  private final PictureRoute pictures;
  private final ModelRoute models;
  private final PictureFiles files;
  private final AtomicLong requests = new AtomicLong();

  SandboxHandler(PictureRoute pictures, ModelRoute models, PictureFiles files) {
    this.pictures = pictures;
    this.models = models;
    this.files = files;
  }

  @Override
  public void handle(HttpExchange exchange) throws IOException {
    try (exchange) {
      Reply reply = new Reply(exchange, requests.incrementAndGet());
      try {
        route(exchange, reply);
      } catch (ApiError refused) {
        reply.json(refused.status(), refused.body());
      } catch (RuntimeException | Error defect) {
        ApiError error =
            ApiError.of(500, "server_error", null, null, "The sandbox failed: " + defect);
        reply.json(error.status(), error.body());
      }
    }
  }

  private void route(HttpExchange exchange, Reply reply) throws IOException, ApiError {
    byte[] body = exchange.getRequestBody().readNBytes(LARGEST_BODY + 1);
    String route = exchange.getRequestMethod() + " " + exchange.getRequestURI().getRawPath();
    switch (route) {
      case "POST /v1/images/generations" -> picture(exchange, body, Operation.GENERATE, reply);
      case "POST /v1/images/edits" -> picture(exchange, body, Operation.EDIT, reply);
      case "GET /v1/models" -> reply.json(200, models.list());
      case "GET /sandbox/calls" -> reply.json(200, pictures.calls());
      default -> named(route, reply);
    }
  }

  private void named(String route, Reply reply) throws IOException, ApiError {
    if (route.startsWith("GET /v1/models/")) {
      reply.json(200, models.one(route.substring("GET /v1/models/".length())));
      return;
    }
    if (route.startsWith("GET /files/")) {
      Optional<PictureFiles.Served> file = files.find(route.substring("GET /files/".length()));
      if (file.isPresent()) {
        reply.bytes(200, file.get().type(), file.get().content().bytes());
        return;
      }
    }
    throw ApiError.noSuchRoute(route);
  }

  private void picture(HttpExchange exchange, byte[] body, Operation operation, Reply reply)
      throws IOException, ApiError {
    if (body.length > LARGEST_BODY) {
      throw ApiError.of(413, "invalid_request_error", null, null, "The body is too large.");
    }
    String key = header(exchange, "Authorization");
    if (!key.startsWith("Bearer ") || key.length() < 8 || key.startsWith("Bearer sk-invalid")) {
      throw ApiError.badKey();
    }
    PictureRoute.Sent sent =
        new PictureRoute.Sent(
            operation,
            header(exchange, "Content-Type"),
            Content.of(body),
            header(exchange, "Host"));
    pictures.answer(sent, reply);
  }

  private static String header(HttpExchange exchange, String name) {
    return Optional.ofNullable(exchange.getRequestHeaders().getFirst(name)).orElse("");
  }
}
