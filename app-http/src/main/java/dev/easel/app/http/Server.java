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
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// The REST server.
final class Server {

  private static final int BACKLOG = 1_024;

  /// How long an answer may take to reach its client when all work has ended.
  private static final Duration ANSWERING = Duration.ofSeconds(2);

  private final HttpServer http;
  private final Router router;
  private final FrontHandler front;
  private final InetSocketAddress bound;
  private final WorkInFlight inFlight;
  private final EventFeed feed;
  private final Pacing pacing;

  private Server(
      HttpServer http,
      Router router,
      FrontHandler front,
      WorkInFlight inFlight,
      EventFeed feed,
      Pacing pacing) {
    this.http = http;
    this.router = router;
    this.front = front;
    this.bound = http.getAddress();
    this.inFlight = inFlight;
    this.feed = feed;
    this.pacing = pacing;
  }

  /// Starts to listen.
  ///
  /// @param address where
  /// @param token demanded of every request but those of [#open], null for none
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
    ModelLabels models = new ModelLabels(studio.catalog());
    Measurements measurements = new Measurements(models);
    WorkInFlight inFlight = new WorkInFlight(measurements::ended);
    EventFeed feed = new EventFeed(studio.log(), time);
    measurements.add(new StudioMeasurements(studio, models, inFlight, feed));
    OwnNames names = OwnNames.of(http.getAddress(), settings.server());
    Router router = router(settings, studio, time, inFlight, feed, log, measurements);
    Gate gate =
        new Gate(
            names,
            open(),
            router.forms(),
            token,
            settings.server().gatewayKey(),
            studio.recogniseCaller());
    http.setExecutor(Thread::startVirtualThread);
    FrontHandler front =
        new FrontHandler(gate, router, settings.dataDirectory(), log, measurements);
    http.createContext("/", front);
    http.start();
    return new Server(http, router, front, inFlight, feed, studio.pacing());
  }

  private static Router router(
      Settings settings,
      Studio studio,
      Time time,
      WorkInFlight inFlight,
      EventFeed feed,
      AccessLog log,
      Measurements measurements) {
    StudioRoutes asking = new StudioRoutes(settings, studio, time, inFlight);
    GenerateRoutes making = new GenerateRoutes(settings, studio, inFlight, feed, log);
    LogRoutes logs = new LogRoutes(studio);
    QueueRoutes queue = new QueueRoutes(studio, time);
    EventRoutes events = new EventRoutes(studio, time, feed);
    Documents documents = new Documents();
    StartPage page = new StartPage();
    PictureRoutes pictures = new PictureRoutes(studio);
    List<Router.Route> own =
        List.of(
            Router.Route.forCallers("GET", "/", page::page),
            Router.Route.forCallers("GET", StartPage.TEMPLATE, page::asset),
            Router.Route.forCallers("GET", "/queries", documents::queries),
            Router.Route.forCallers("GET", "/openapi.json", documents::openApi),
            Router.Route.forCallers("POST", "/generate", making::generate),
            Router.Route.forCallers("POST", "/estimate", asking::estimate),
            Router.Route.forCallers("GET", "/models", asking::models),
            Router.Route.forCallers("GET", "/budget", asking::budget),
            Router.Route.forCallers("GET", "/health", asking::health),
            new Router.Route("GET", "/queue", queue::queue),
            new Router.Route("GET", "/metrics", _ -> measurements.reply()),
            Router.Route.forCallers("GET", "/events", events::events),
            Router.Route.forCallers("GET", "/logs", logs::list),
            Router.Route.forCallers("GET", "/logs/stats", logs::statistics),
            Router.Route.forCallers("GET", "/logs/{id}", logs::one),
            new Router.Route("PATCH", "/logs/{id}", logs::change),
            Router.Route.forCallers("GET", "/logs/{id}/explanation", logs::explanation),
            Router.Route.forCallers("GET", "/pictures/{sha256}", pictures::picture));
    GatewayRoutes gateway = new GatewayRoutes(settings, studio, time, inFlight, feed);
    return new Router(Stream.concat(own.stream(), gateway.routes().stream()).toList());
  }

  /// The paths that need no token.
  static Set<String> open() {
    return Stream.concat(StartPage.PATHS.stream(), Documents.PATHS.stream())
        .collect(Collectors.toSet());
  }

  /// All that it answers.
  List<Router.Route> routes() {
    return router.routes();
  }

  /// Where it listens, as a browser takes it; for all addresses of the machine, the nearest.
  URI url() {
    String host = everywhere() ? "localhost" : OwnNames.literal(bound.getAddress());
    return URI.create("http://" + host + ":" + bound.getPort() + "/");
  }

  /// Whether it listens on all addresses of the machine.
  boolean everywhere() {
    return bound.getAddress().isAnyLocalAddress();
  }

  /// Whether something that spends is under way.
  boolean working() {
    return inFlight.count() > 0;
  }

  /// Takes no more work that spends, listens no more, releases what waits to be sent, lets those go
  /// who listen to events, and waits for what is under way. The address is free at once, while
  /// answers still reach those who are connected.
  ///
  /// @return whether everything under way ended by itself
  boolean stop(Duration longest) {
    inFlight.close();
    // The JDK's server listens no more at once, and then waits in the thread that told it.
    int patience = Math.toIntExact(longest.plus(ANSWERING.multipliedBy(2)).toSeconds());
    Thread.ofVirtual().name("stopping").start(() -> http.stop(patience));
    pacing.stop();
    feed.close();
    boolean ended = inFlight.drain(longest);
    front.await(ANSWERING);
    http.stop(0);
    return ended;
  }

  /// Ends what is under way, and with it a stop that waits for it.
  void cut() {
    inFlight.cut();
  }

  /// Whether something may have been charged that was cut short, or is still under way.
  boolean uncertain() {
    return inFlight.uncertain();
  }
}
