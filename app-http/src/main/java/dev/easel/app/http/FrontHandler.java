package dev.easel.app.http;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpHandler;
import dev.easel.domain.image.Content;
import dev.easel.domain.ledger.LogUnavailable;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.util.Map;
import java.util.UUID;

/// Stands in front of all routes: gate, body, route, answer, access log. Whatever happens, the
/// client gets an answer in the one shape.
final class FrontHandler implements HttpHandler {

  private static final int LARGEST_BODY = 256 * 1024;
  private static final Map<String, String> EVERY_ANSWER =
      Map.of(
          "X-Content-Type-Options", "nosniff",
          "Cross-Origin-Resource-Policy", "same-origin",
          "Referrer-Policy", "no-referrer");

  private final Gate gate;
  private final Router router;
  private final AccessLog log;

  FrontHandler(Gate gate, Router router, AccessLog log) {
    this.gate = gate;
    this.router = router;
    this.log = log;
  }

  @Override
  public void handle(HttpExchange exchange) throws IOException {
    long start = System.nanoTime();
    Visit visit = new Visit();
    try (exchange) {
      Reply reply = reply(exchange, visit);
      send(exchange, reply, visit);
      log.line(
          word(exchange.getRequestMethod()),
          visit.route,
          reply.status(),
          reply.body().length(),
          (System.nanoTime() - start) / 1_000,
          reply.entry());
    }
  }

  /// What is learnt of a request on its way.
  private static final class Visit {
    private String route = "-";
    private boolean bodyRead;
  }

  private Reply reply(HttpExchange exchange, Visit visit) {
    try {
      return answered(exchange, visit);
    } catch (Refusal refusal) {
      return refusal.reply();
    } catch (LogUnavailable unavailable) {
      boolean full = unavailable.reason() == LogUnavailable.Reason.FULL;
      return Refusal.of(full ? 507 : 503, "log_unavailable", unavailable.getMessage()).reply();
    } catch (IOException | RuntimeException | Error defect) {
      String id = UUID.randomUUID().toString();
      log.defect(id, defect);
      return Refusal.of(
              500, "unexpected", "something unexpected happened; it is in the server's log")
          .about(id)
          .reply();
    }
  }

  private Reply answered(HttpExchange exchange, Visit visit) throws IOException {
    String method = exchange.getRequestMethod();
    String path = String.valueOf(exchange.getRequestURI().getRawPath());
    gate.check(method, exchange.getRequestURI(), exchange.getRequestHeaders());
    String effective = method.equals("HEAD") ? "GET" : method;
    Router.Match match = router.match(effective, path);
    visit.route = match.route().template();
    Request request =
        new Request(
            effective,
            path,
            match.parameter(),
            Request.query(exchange.getRequestURI().getRawQuery()),
            exchange.getRequestHeaders(),
            body(exchange));
    visit.bodyRead = true;
    return match.route().handler().answer(request);
  }

  private static Content body(HttpExchange exchange) throws IOException {
    String length = exchange.getRequestHeaders().getFirst("Content-Length");
    boolean tooLong =
        length != null && (!length.matches("\\d{1,9}") || Long.parseLong(length) > LARGEST_BODY);
    InputStream stream = exchange.getRequestBody();
    byte[] body = tooLong ? new byte[LARGEST_BODY + 1] : stream.readNBytes(LARGEST_BODY + 1);
    if (body.length > LARGEST_BODY) {
      throw Refusal.of(413, "body_too_large", "a body has at most " + LARGEST_BODY + " bytes");
    }
    return Content.of(body);
  }

  private static void send(HttpExchange exchange, Reply reply, Visit visit) throws IOException {
    EVERY_ANSWER.forEach(exchange.getResponseHeaders()::set);
    reply.headers().forEach(exchange.getResponseHeaders()::set);
    if (!visit.bodyRead) {
      exchange.getResponseHeaders().set("Connection", "close");
    }
    long length = reply.body().length();
    if (exchange.getRequestMethod().equals("HEAD") || length == 0) {
      if (reply.status() != 304) {
        exchange.getResponseHeaders().set("Content-Length", Long.toString(length));
      }
      exchange.sendResponseHeaders(reply.status(), -1);
      return;
    }
    exchange.sendResponseHeaders(reply.status(), length);
    write(reply.body(), exchange.getResponseBody());
  }

  private static void write(Content content, OutputStream body) throws IOException {
    try {
      content.writeTo((bytes, offset, count) -> {
        try {
          body.write(bytes, offset, count);
        } catch (IOException gone) {
          throw new UncheckedIOException(gone);
        }
      });
    } catch (UncheckedIOException gone) {
      throw gone.getCause();
    }
  }

  private static String word(String method) {
    return method.matches("[A-Z]{1,10}") ? method : "-";
  }
}
