package dev.easel.app.http;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpHandler;
import dev.easel.domain.ledger.LogUnavailable;
import java.io.IOException;
import java.util.UUID;

/// Stands in front of all routes: gate, route, body, answer, access log. Whatever happens, the
/// client gets an answer in the one shape.
final class FrontHandler implements HttpHandler {

  private final Gate gate;
  private final Router router;
  private final AccessLog log;

  FrontHandler(Gate gate, Router router, AccessLog log) {
    this.gate = gate;
    this.router = router;
    this.log = log;
  }

  @Override
  public void handle(HttpExchange exchange) {
    long start = System.nanoTime();
    Visit visit = new Visit();
    try (exchange) {
      Reply reply = reply(exchange, visit);
      boolean sent = sent(exchange, reply, visit);
      log.line(
          exchange.getRequestMethod(),
          visit.route,
          reply,
          sent,
          (System.nanoTime() - start) / 1_000);
    }
  }

  /// What is learnt of a request on its way.
  private static final class Visit {
    private String route = "-";
    private boolean bodyRead;
  }

  // The JDK's server answers nothing when a handler throws, and leaves the client waiting for ever
  // when it throws an error.
  private Reply reply(HttpExchange exchange, Visit visit) {
    try {
      return answered(exchange, visit);
    } catch (Refusal refusal) {
      return refusal.reply();
    } catch (LogUnavailable unavailable) {
      return Answers.unavailable(unavailable).reply();
    } catch (RuntimeException | Error defect) {
      return defect(defect);
    }
  }

  private Reply defect(Throwable defect) {
    String id = UUID.randomUUID().toString();
    log.defect(id, defect);
    return Refusal.of(
            500, "unexpected", "something unexpected happened; the server's log has it by this id")
        .about(id)
        .reply();
  }

  private Reply answered(HttpExchange exchange, Visit visit) {
    String method = exchange.getRequestMethod();
    String path = String.valueOf(exchange.getRequestURI().getRawPath());
    gate.check(
        method,
        exchange.getRequestURI(),
        exchange.getRequestHeaders(),
        exchange.getRemoteAddress().getAddress());
    Router.Match match = router.match(method.equals("HEAD") ? "GET" : method, path);
    visit.route = match.route().template();
    var body = RequestBody.read(exchange);
    visit.bodyRead = true;
    Request request =
        new Request(
            match.parameter(),
            Request.query(exchange.getRequestURI().getRawQuery()),
            exchange.getRequestHeaders(),
            body);
    return match.route().handler().answer(request);
  }

  private boolean sent(HttpExchange exchange, Reply reply, Visit visit) {
    try {
      reply.send(exchange, visit.bodyRead);
      return true;
    } catch (IOException _) {
      return false; // the client has gone
    } catch (RuntimeException defect) {
      log.defect(UUID.randomUUID().toString(), defect);
      return false;
    }
  }
}
