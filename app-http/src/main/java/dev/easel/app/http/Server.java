package dev.easel.app.http;

import com.sun.net.httpserver.HttpServer;
import dev.easel.config.ConfigurationProblem;
import dev.easel.config.Secret;
import dev.easel.config.Settings;
import dev.easel.domain.image.Nullable;
import dev.easel.domain.image.Pacing;
import dev.easel.domain.usecase.Studio;
import dev.easel.domain.usecase.Time;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.Executors;

/// The REST server.
final class Server {

  private static final int BACKLOG = 128;

  private final HttpServer http;
  private final Router router;
  private final WorkInFlight inFlight;
  private final Pacing pacing;

  private Server(HttpServer http, Router router, WorkInFlight inFlight, Pacing pacing) {
    this.http = http;
    this.router = router;
    this.inFlight = inFlight;
    this.pacing = pacing;
  }

  /// Starts to listen.
  ///
  /// @param address where
  /// @param token demanded of every request but the page's, null for none
  /// @throws IOException when the address cannot be had
  /// @throws ConfigurationProblem when a configured name of the server is none
  static Server start(
      InetAddress address,
      Settings settings,
      Studio studio,
      Time time,
      @Nullable Secret token,
      AccessLog log)
      throws IOException {
    HttpServer http =
        HttpServer.create(new InetSocketAddress(address, settings.server().port()), BACKLOG);
    WorkInFlight inFlight = new WorkInFlight();
    OwnNames names = OwnNames.of(http.getAddress(), settings.server());
    Gate gate = new Gate(names, StartPage.PATHS, token);
    Router router = router(settings, studio, time, inFlight);
    http.setExecutor(Executors.newVirtualThreadPerTaskExecutor());
    http.createContext("/", new FrontHandler(gate, router, log));
    http.start();
    return new Server(http, router, inFlight, studio.pacing());
  }

  private static Router router(Settings settings, Studio studio, Time time, WorkInFlight inFlight) {
    StudioRoutes making = new StudioRoutes(settings, studio, time, inFlight);
    LogRoutes logs = new LogRoutes(studio);
    QueueRoutes queue = new QueueRoutes(studio, time);
    StartPage page = new StartPage();
    PictureRoutes pictures = new PictureRoutes(studio.pictures());
    return new Router(
        List.of(
            new Router.Route("GET", "/", page::page),
            new Router.Route("GET", "/page.css", page::style),
            new Router.Route("GET", "/page.js", page::script),
            new Router.Route("POST", "/generate", making::generate),
            new Router.Route("POST", "/estimate", making::estimate),
            new Router.Route("GET", "/models", making::models),
            new Router.Route("GET", "/health", making::health),
            new Router.Route("GET", "/queue", queue::queue),
            new Router.Route("GET", "/logs", logs::list),
            new Router.Route("GET", "/logs/stats", logs::statistics),
            new Router.Route("GET", "/logs/{id}", logs::one),
            new Router.Route("GET", "/logs/{id}/explanation", logs::explanation),
            new Router.Route("GET", "/pictures/{sha256}", pictures::picture)));
  }

  /// All that it answers.
  List<Router.Route> routes() {
    return router.routes();
  }

  /// Where it listens, as a browser takes it; for all addresses of the machine, the nearest.
  URI url() {
    InetSocketAddress bound = http.getAddress();
    String host = everywhere() ? "localhost" : OwnNames.literal(bound.getAddress());
    return URI.create("http://" + host + ":" + bound.getPort() + "/");
  }

  /// Whether it listens on all addresses of the machine.
  boolean everywhere() {
    return http.getAddress().getAddress().isAnyLocalAddress();
  }

  /// Whether something that spends is under way.
  boolean working() {
    return inFlight.count() > 0;
  }

  /// Takes no more work that spends, releases what waits to be sent, waits for what is under way,
  /// and stops to listen.
  ///
  /// @return whether everything under way has ended
  boolean stop(Duration longest) {
    pacing.stop();
    boolean ended = inFlight.drain(longest);
    http.stop(ended ? 1 : 0);
    return ended;
  }
}
