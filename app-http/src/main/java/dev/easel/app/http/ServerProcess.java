package dev.easel.app.http;

import dev.easel.config.ProviderSettings;
import dev.easel.config.Settings;
import dev.easel.domain.usecase.Studio;
import dev.easel.domain.usecase.Time;
import dev.easel.platform.Signals;
import java.io.IOException;
import java.io.PrintStream;
import java.time.Duration;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.CountDownLatch;

/// The life of a server: start, say so, wait for the wish to stop, finish what is under way, end.
final class ServerProcess {

  /// How long work that is under way may take after the wish to stop.
  static final Duration GRACE = Duration.ofSeconds(60);

  // Read once, when the JDK's server is touched first. The two times are in seconds, whatever the
  // JDK's
  // documentation says (JDK-8387598).
  private static final Map<String, String> PROPERTIES =
      Map.of(
          "sun.net.httpserver.nodelay", "true",
          "sun.net.httpserver.maxReqTime", "30",
          "sun.net.httpserver.idleInterval", "30",
          "sun.net.httpserver.maxIdleConnections", "512",
          "jdk.httpserver.maxConnections", "512",
          "sun.net.httpserver.maxReqHeaders", "100",
          "sun.net.httpserver.maxReqHeaderSize", "32768");

  private final Settings settings;
  private final Studio studio;
  private final Time time;
  private final PrintStream out = System.err;

  ServerProcess(Settings settings, Studio studio, Time time) {
    this.settings = settings;
    this.studio = studio;
    this.time = time;
  }

  /// Bounds the JDK's server, unless the user has set other bounds.
  static void setServerProperties() {
    PROPERTIES.forEach((name, value) -> {
      if (System.getProperty(name) == null) {
        System.setProperty(name, value);
      }
    });
  }

  int run() throws IOException {
    ServerToken.Found token = ServerToken.find(settings);
    Server server = listening(token);
    announce(server, token);
    CountDownLatch stop = new CountDownLatch(1);
    Signals.onStop(() -> {
      if (stop.getCount() == 0) {
        out.println("easel: leaving at once; what is under way becomes unknown");
        Runtime.getRuntime().halt(0);
      }
      stop.countDown();
    });
    await(stop);
    return ended(server);
  }

  private Server listening(ServerToken.Found token) throws IOException {
    try {
      return Server.start(settings, studio, time, token.secret(), new AccessLog(out));
    } catch (IOException taken) {
      throw new IOException(
          "cannot listen on %s port %d: %s; choose another with --port"
              .formatted(settings.server().host(), settings.server().port(), taken.getMessage()),
          taken);
    }
  }

  private void announce(Server server, ServerToken.Found token) {
    ProviderSettings provider = settings.provider(settings.provider()).orElseThrow();
    settings.notices().forEach(notice -> out.println("easel: " + notice));
    out.printf(
        "easel: listening on http://%s:%d/ - log %s (%s), provider %s at %s, key %s%n",
        settings.server().host(),
        server.port(),
        settings.log().path(),
        settings.log().backend().name().toLowerCase(Locale.ROOT),
        provider.name(),
        provider.baseUrl(),
        provider.apiKey() == null ? "not configured" : "configured");
    if (token.made() && token.secret() != null) {
      out.println("easel: requests need this token, which is kept: " + token.secret().reveal());
    }
  }

  private static void await(CountDownLatch stop) {
    try {
      stop.await();
    } catch (InterruptedException _) {
      Thread.currentThread().interrupt();
    }
  }

  private int ended(Server server) {
    out.println("easel: stopping; what is under way has " + GRACE.toSeconds() + " s to finish");
    boolean all = server.stop(GRACE);
    out.println(all ? "easel: stopped" : "easel: stopped; what was under way becomes unknown");
    return 0;
  }
}
