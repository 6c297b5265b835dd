package dev.easel.app.http;

import dev.easel.config.ConfigurationProblem;
import dev.easel.config.ProviderSettings;
import dev.easel.config.Settings;
import dev.easel.domain.image.Fields;
import dev.easel.domain.image.Watch;
import dev.easel.domain.ledger.Json;
import dev.easel.domain.usecase.PrunePictures;
import dev.easel.domain.usecase.Studio;
import dev.easel.domain.usecase.Time;
import dev.easel.platform.Signals;
import java.io.IOException;
import java.io.PrintStream;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.CountDownLatch;

/// The life of a server: start, say so, wait for the wish to stop, finish what is under way, end.
final class ServerProcess {

  /// How long recording may take after the second wish to stop; the disk may hang.
  private static final Duration LEAVING = Duration.ofSeconds(2);

  /// How long writing what could not be written yet may take once more.
  private static final Duration LAST_TRY = Duration.ofSeconds(5);

  private static final int MAY_HAVE_BEEN_CHARGED = 6;

  // Read once, when the JDK's server is touched first. The two times are in seconds, although the
  // JDK's documentation says milliseconds (JDK-8387598).
  private static final Map<String, String> PROPERTIES =
      Map.of(
          "sun.net.httpserver.nodelay", "true",
          "sun.net.httpserver.maxReqTime", "30",
          "sun.net.httpserver.idleInterval", "30",
          "sun.net.httpserver.maxIdleConnections", "2048",
          "jdk.httpserver.maxConnections", "2048",
          "sun.net.httpserver.maxReqHeaders", "100",
          "sun.net.httpserver.maxReqHeaderSize", "32768");

  private final Settings settings;
  private final ServerArguments given;
  private final Studio studio;
  private final Time time;
  private final PrintStream out = System.err;
  private final Announcements announcements = new Announcements(out);
  private final CountDownLatch stop = new CountDownLatch(1);
  private volatile boolean hurried;

  /// @param given what stands on the command line
  ServerProcess(Settings settings, ServerArguments given, Studio studio, Time time) {
    this.settings = settings;
    this.given = given;
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

  /// Runs until a signal says to stop.
  ///
  /// @return the exit code
  /// @throws ConfigurationProblem when the host or a name is none
  /// @throws IOException when the address cannot be had
  int run() throws IOException {
    InetAddress address = address();
    ServerToken.Found token = ServerToken.find(settings, address);
    Server server = listening(address, token);
    Signals.onStop(() -> signalled(server));
    announce(server, token);
    if (given.json()) {
      System.out.println(Json.write(place(server)));
    }
    try (DailyPruning daily = DailyPruning.start(settings.retention(), pruning(), announcements)) {
      await();
      daily.stop();
      return ended(server);
    }
  }

  private PrunePictures pruning() {
    return new PrunePictures(studio.log(), studio.pictures(), time);
  }

  private void signalled(Server server) {
    if (stop.getCount() > 0) {
      stop.countDown();
    } else if (!hurried) {
      hurried = true;
      announcements.say("leaving at once; what is under way is recorded as unknown");
      server.cut();
      time.pause(LEAVING, Watch.NOBODY);
      Runtime.getRuntime().halt(exitCode(server));
    }
  }

  private int exitCode(Server server) {
    boolean unfinished = studio.background().count() > 0;
    return unfinished || (hurried && server.uncertain()) ? MAY_HAVE_BEEN_CHARGED : 0;
  }

  private InetAddress address() {
    String host = settings.server().host();
    try {
      return InetAddress.getByName(host);
    } catch (UnknownHostException _) {
      throw new ConfigurationProblem(
          List.of("server.host is '" + host + "', and no address of that name is known"));
    }
  }

  private Server listening(InetAddress address, ServerToken.Found token) throws IOException {
    try {
      AccessLog log = AccessLog.to(out, settings.server(), studio.log());
      return Server.start(address, settings, studio, time, token.secret(), log);
    } catch (IOException taken) {
      throw new IOException(
          "cannot listen on %s port %d: %s; choose another with --port"
              .formatted(settings.server().host(), settings.server().port(), taken.getMessage()),
          taken);
    }
  }

  private void announce(Server server, ServerToken.Found token) {
    ProviderSettings provider = settings.provider(settings.provider()).orElseThrow();
    settings.notices().forEach(announcements::say);
    announcements.say(
        "listening on %s%s - log %s (%s), provider %s"
            .formatted(
                server.url(),
                server.everywhere() ? " and all other addresses" : "",
                settings.log().path(),
                settings.log().backend().name().toLowerCase(Locale.ROOT),
                given.sandbox() ? "the sandbox: no key, no money" : described(provider)));
    if (token.made() && token.secret() != null) {
      announcements.say(
          "requests need the token %s, which is kept in %s; the page: %s#token=%1$s"
              .formatted(token.secret().reveal(), token.file(), server.url()));
    } else if (token.secret() != null) {
      announcements.say(
          "requests need the token "
              + (token.file() == null ? "of server.token" : "in " + token.file()));
    }
  }

  private Fields place(Server server) {
    return Fields.NONE
        .with("url", server.url().toString())
        .with("log", settings.log().path().toString())
        .with("backend", settings.log().backend().name().toLowerCase(Locale.ROOT))
        .with("provider", settings.provider())
        .with("sandbox", given.sandbox());
  }

  private static String described(ProviderSettings provider) {
    return "%s at %s, key %s"
        .formatted(
            provider.name(),
            provider.baseUrl(),
            provider.apiKey() == null ? "not configured" : "configured");
  }

  private void await() {
    try {
      stop.await();
    } catch (InterruptedException _) {
      Thread.currentThread().interrupt();
    }
  }

  private int ended(Server server) {
    Duration longest = settings.server().stop();
    announcements.say("stopping; what is under way has " + longest.toSeconds() + " s to finish");
    boolean all = server.stop(longest);
    tellOf(studio.background().end(LAST_TRY));
    announcements.say(all ? "stopped" : "stopped; what was under way is recorded");
    return exitCode(server);
  }

  private void tellOf(int unfinished) {
    if (unfinished > 0) {
      announcements.say(
          ("ends that could not be written: %d; those that are kept with a picture are written when"
                  + " Easel starts again, the others stay unknown until you settle them"
                  + " (easel log state:unknown)")
              .formatted(unfinished));
    }
  }
}
