package dev.easel.adapter.sandbox;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpHandler;
import dev.easel.domain.image.Operation;
import java.io.IOException;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicLong;
import java.util.regex.Pattern;

/// Stands in front of all routes. Whatever happens, the client gets an answer or sees the
/// connection end.
final class SandboxHandler implements HttpHandler {

  private static final int LARGEST_BODY = 256 << 20;
  private static final String MODELS = "/v1/models/";
  private static final String FILES = "/files/";
  private static final Pattern LOOPBACK =
      Pattern.compile(
          "(?:localhost|127(?:\\.\\d{1,3}){3}|\\[::1])(?::\\d{1,5})?", Pattern.CASE_INSENSITIVE);
  private static final Pattern KEY =
      Pattern.compile("Bearer +(?!sk-invalid)\\S+ *", Pattern.CASE_INSENSITIVE);

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
    Reply reply = new Reply(exchange, requests.incrementAndGet());
    try {
      byte[] body = exchange.getRequestBody().readNBytes(LARGEST_BODY + 1);
      route(exchange, body, reply);
    } catch (ApiError refused) {
      reply.json(refused.status(), refused.body());
    } catch (RuntimeException | Error defect) {
      failed(defect, reply);
    }
    exchange.close();
  }

  private static void failed(Throwable defect, Reply reply) throws IOException {
    if (reply.begun()) {
      throw new IOException("the answer broke off", defect);
    }
    ApiError error =
        ApiError.of(500, "server_error", null, null, "The sandbox itself failed: " + defect);
    reply.json(error.status(), error.body());
  }

  private void route(HttpExchange exchange, byte[] body, Reply reply) throws IOException, ApiError {
    checkHost(exchange);
    String path = exchange.getRequestURI().getRawPath();
    if (path.startsWith("/v1/")) {
      checkKey(exchange);
    }
    if (body.length > LARGEST_BODY) {
      throw ApiError.of(413, "invalid_request_error", null, null, "The body is too large.");
    }
    switch (path) {
      case "/v1/images/generations" -> picture(exchange, body, Operation.GENERATE, reply);
      case "/v1/images/edits" -> picture(exchange, body, Operation.EDIT, reply);
      case "/v1/images/variations" ->
          throw ApiError.of(
              404, "invalid_request_error", null, null, "Variations are retired; use edits.");
      default -> lookUp(exchange, path, reply);
    }
  }

  /// A page of the web whose host name leads to this machine must not reach the sandbox.
  private static void checkHost(HttpExchange exchange) throws ApiError {
    List<String> hosts = exchange.getRequestHeaders().getOrDefault("Host", List.of());
    if (hosts.size() != 1 || !LOOPBACK.matcher(hosts.getFirst()).matches()) {
      throw ApiError.of(
          403,
          "invalid_request_error",
          null,
          null,
          "The sandbox answers as 127.0.0.1 or localhost only; the Host header says otherwise.");
    }
  }

  private static void checkKey(HttpExchange exchange) throws ApiError {
    if (!KEY.matcher(header(exchange, "Authorization")).matches()) {
      throw ApiError.badKey();
    }
  }

  private void picture(HttpExchange exchange, byte[] body, Operation operation, Reply reply)
      throws IOException, ApiError {
    checkMethod(exchange, "POST", reply);
    pictures.answer(
        new PictureRoute.Sent(
            operation, header(exchange, "Content-Type"), body, header(exchange, "Host")),
        reply);
  }

  private void lookUp(HttpExchange exchange, String path, Reply reply)
      throws IOException, ApiError {
    if (path.equals("/v1/models")) {
      checkMethod(exchange, "GET", reply);
      reply.json(200, models.list());
    } else if (path.startsWith(MODELS)) {
      checkMethod(exchange, "GET", reply);
      reply.json(200, models.one(path.substring(MODELS.length())));
    } else if (path.equals("/sandbox/calls")) {
      checkMethod(exchange, "GET", reply);
      reply.json(200, pictures.calls());
    } else {
      file(exchange, path, reply);
    }
  }

  private void file(HttpExchange exchange, String path, Reply reply) throws IOException, ApiError {
    PictureFiles.Served file =
        Optional.of(path)
            .filter(known -> known.startsWith(FILES))
            .flatMap(known -> files.find(known.substring(FILES.length())))
            .orElseThrow(() -> ApiError.noSuchRoute(exchange.getRequestMethod() + " " + path));
    checkMethod(exchange, "GET", reply);
    reply.bytes(200, file.type(), file.content().bytes());
  }

  private static void checkMethod(HttpExchange exchange, String allowed, Reply reply)
      throws ApiError {
    String method = exchange.getRequestMethod();
    boolean head = allowed.equals("GET") && method.equals("HEAD");
    if (!method.equals(allowed) && !head) {
      reply.header("Allow", allowed);
      throw ApiError.wrongMethod(method + " " + exchange.getRequestURI().getRawPath(), allowed);
    }
  }

  private static String header(HttpExchange exchange, String name) {
    return Optional.ofNullable(exchange.getRequestHeaders().getFirst(name)).orElse("");
  }
}
