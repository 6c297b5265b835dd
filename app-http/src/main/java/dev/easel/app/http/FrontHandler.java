package dev.easel.app.http;

import com.sun.net.httpserver.Headers;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpHandler;
import dev.easel.domain.image.Content;
import dev.easel.domain.image.Nullable;
import dev.easel.domain.ledger.LogUnavailable;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.UUID;

/// Stands in front of all routes: gate, route, body, answer, access log. Whatever happens, the
/// client gets an answer in the one shape.
final class FrontHandler implements HttpHandler {

  private static final Duration PATIENCE = Duration.ofSeconds(60);

  private final Gate gate;
  private final Router router;
  private final Path spool;
  private final AccessLog log;
  private final Measurements measurements;
  private final Duration patience;
  private final Visits visits = new Visits();

  /// @param spool where bodies with files lie while they are used
  FrontHandler(Gate gate, Router router, Path spool, AccessLog log, Measurements measurements) {
    this(gate, router, spool, log, measurements, PATIENCE);
  }

  /// @param patience for how long a client may take nothing of its answer
  FrontHandler(
      Gate gate,
      Router router,
      Path spool,
      AccessLog log,
      Measurements measurements,
      Duration patience) {
    this.gate = gate;
    this.router = router;
    this.spool = spool;
    this.log = log;
    this.measurements = measurements;
    this.patience = patience;
  }

  // The JDK's server counts a connection against its limit for ever when its handler closes what
  // the client has broken; it forgets the connection when the handler fails instead.
  @Override
  public void handle(HttpExchange exchange) throws IOException {
    Visit visit = new Visit();
    visits.begin();
    try {
      handle(exchange, visit);
    } finally {
      visits.end();
    }
  }

  private void handle(HttpExchange exchange, Visit visit) throws IOException {
    boolean sent = visit(exchange, visit);
    if (sent && visit.body != RequestBody.State.BROKEN) {
      exchange.close();
    }
    if (!sent || visit.body != RequestBody.State.READ) {
      throw new IOException("this connection takes no more requests");
    }
  }

  /// Waits until every answer has been sent, at most so long, and then until those that were are in
  /// the access log, however long whoever reads it takes.
  void await(Duration longest) {
    visits.await(longest);
    log.print();
  }

  private boolean visit(HttpExchange exchange, Visit visit) {
    long start = System.nanoTime();
    Reply reply = reply(exchange, visit);
    boolean sent = sent(exchange, reply, visit);
    Duration taken = Duration.ofNanos(System.nanoTime() - start);
    String method = exchange.getRequestMethod();
    log.line(method, visit.route, reply, sent, taken.toNanos() / 1_000);
    measurements.answered(method, visit.route, reply.status(), taken);
    return sent;
  }

  /// What is learnt of a request on its way.
  private static final class Visit {
    private String route = "-";
    private RequestBody.State body = RequestBody.State.WAITING;
  }

  // The JDK's server answers nothing when a handler throws, and leaves the client waiting for ever
  // when it throws an error.
  private Reply reply(HttpExchange exchange, Visit visit) {
    try {
      return answered(exchange, visit);
    } catch (Refusal refusal) {
      return shaped(exchange, refusal);
    } catch (IOException _) {
      visit.body = RequestBody.State.BROKEN;
      return shaped(exchange, Refusal.of(400, "incomplete_body", "the body did not arrive whole"));
    } catch (LogUnavailable unavailable) {
      return shaped(exchange, Answers.unavailable(unavailable));
    } catch (RuntimeException | Error defect) {
      Reply reply = shaped(exchange, defect(defect));
      return isGateways(exchange) ? GatewayErrors.once(reply) : reply;
    }
  }

  private static Reply shaped(HttpExchange exchange, Refusal refusal) {
    return isGateways(exchange) ? refusal.envelopedReply() : refusal.reply();
  }

  private static boolean isGateways(HttpExchange exchange) {
    return GatewayErrors.concern(exchange.getRequestURI().getRawPath());
  }

  private Refusal defect(Throwable defect) {
    String id = UUID.randomUUID().toString();
    log.defect(id, defect);
    return Refusal.of(
            500, "unexpected", "something unexpected happened; the server's log has it by this id")
        .about(id);
  }

  private Reply answered(HttpExchange exchange, Visit visit) throws IOException {
    String method = exchange.getRequestMethod();
    String path = String.valueOf(exchange.getRequestURI().getRawPath());
    String caller =
        gate.check(
            method,
            exchange.getRequestURI(),
            exchange.getRequestHeaders(),
            exchange.getRemoteAddress().getAddress());
    Router.Match match = router.match(method.equals("HEAD") ? "GET" : method, path);
    visit.route = match.route().template();
    match.route().admit(caller);
    gate.checkBody(method, exchange.getRequestURI(), exchange.getRequestHeaders());
    if (!match.route().files()) {
      return answered(exchange, visit, match, caller, RequestBody.read(exchange));
    }
    try (SpooledBody body = SpooledBody.read(exchange, spool)) {
      return answered(exchange, visit, match, caller, body);
    }
  }

  private static Reply answered(
      HttpExchange exchange,
      Visit visit,
      Router.Match match,
      @Nullable String caller,
      Content body) {
    visit.body = RequestBody.State.READ;
    Request request =
        new Request(
            match.parameter(),
            Request.query(exchange.getRequestURI().getRawQuery()),
            exchange.getRequestHeaders(),
            body,
            caller);
    return fitted(exchange, match.route().handler().answer(request));
  }

  /// The answer as its client asks for it. What the gateway says is the provider's.
  private static Reply fitted(HttpExchange exchange, Reply whole) {
    if (isGateways(exchange)) {
      return whole;
    }
    Headers asked = exchange.getRequestHeaders();
    boolean get = exchange.getRequestMethod().equals("GET");
    return Packing.packed(get ? Ranges.part(whole, asked) : whole, asked);
  }

  private boolean sent(HttpExchange exchange, Reply reply, Visit visit) {
    try {
      reply.send(exchange, visit.body, patience);
      return true;
    } catch (IOException _) {
      return false; // the client has gone
    } catch (RuntimeException | Error defect) {
      log.defect(UUID.randomUUID().toString(), defect);
      return false;
    }
  }
}
