package dev.easel.adapter.openai;

import dev.easel.domain.image.Content;
import dev.easel.domain.image.Failure;
import dev.easel.domain.image.Failure.Hindrance;
import dev.easel.domain.image.Nullable;
import java.io.IOException;
import java.io.InterruptedIOException;
import java.net.ConnectException;
import java.net.UnknownHostException;
import java.time.Duration;
import java.util.Objects;
import java.util.Optional;
import javax.net.ssl.SSLException;
import javax.net.ssl.SSLHandshakeException;
import javax.net.ssl.SSLPeerUnverifiedException;
import tools.jackson.core.JacksonException;

/// Turns what the network throws into a [Failure]. Only what certainly happened before a first byte
/// of the request was handed over is called unreachable; after that, nobody knows.
///
/// @param host the provider's host, for people
/// @param proxy the proxy's host on the way there; null when there is none
/// @param timeout of the whole call
record Troubles(String host, @Nullable String proxy, Duration timeout, ForeignWords words) {

  /// What happened while the request was sent and the head of the answer awaited.
  Failure whileSending(Throwable thrown) {
    Optional<Content.ContentUnavailable> upload = find(thrown, Content.ContentUnavailable.class);
    if (upload.isPresent()) {
      return new Failure.NotSent("upload_unreadable", words.plain(message(upload.get())));
    }
    Optional<Failure> handshake = handshake(thrown);
    if (handshake.isPresent()) {
      return handshake.get();
    }
    return has(thrown, Unreached.class) ? beforeSending(thrown) : whileReceiving(thrown);
  }

  private Failure beforeSending(Throwable thrown) {
    if (has(thrown, ProxyRefused.class)) {
      return proxyRefused();
    }
    return has(thrown, InterruptedIOException.class)
        ? new Failure.NotSent("stopped", "Easel was stopped before the request was sent")
        : unreachable(thrown);
  }

  private Failure unreachable(Throwable thrown) {
    Hindrance hindrance = hindrance(thrown);
    String what =
        switch (hindrance) {
          case DNS -> "the name of " + there() + " is not known";
          case CONNECT_TIMEOUT -> there() + " did not take the connection in time";
          case TLS -> there() + " does not speak TLS as expected (" + detail(thrown) + ")";
          case CONNECTION_REFUSED -> there() + " gave no connection (" + detail(thrown) + ")";
        };
    return unreachable(hindrance, what + "; " + advice());
  }

  private static Hindrance hindrance(Throwable thrown) {
    if (has(thrown, DeadlinePassed.class)) {
      return Hindrance.CONNECT_TIMEOUT;
    }
    if (has(thrown, UnknownHostException.class)) {
      return Hindrance.DNS;
    }
    return has(thrown, SSLException.class) ? Hindrance.TLS : Hindrance.CONNECTION_REFUSED;
  }

  private String advice() {
    return proxy == null
        ? "check that it runs, the base URL and the network"
        : "check the proxy that the environment names";
  }

  private Failure.Unreachable unreachable(Hindrance hindrance, String message) {
    return new Failure.Unreachable(hindrance, words.plain(message));
  }

  /// The proxy wants another name and password than it was given.
  Failure proxyRefused() {
    return unreachable(
        Hindrance.CONNECTION_REFUSED,
        "the proxy "
            + Objects.requireNonNullElse(proxy, host)
            + " wants another name and password; the environment gives them in the proxy's address,"
            + " http://user:password@host:port");
  }

  /// A handshake that failed came before the request, whatever was handed over to be sent after it.
  private Optional<Failure> handshake(Throwable thrown) {
    if (has(thrown, SSLHandshakeException.class) || has(thrown, SSLPeerUnverifiedException.class)) {
      return Optional.of(
          unreachable(
              Hindrance.TLS,
              "no trusted connection to "
                  + host
                  + " came about ("
                  + detail(thrown)
                  + "); check the base URL, or let Java trust the certificate authority that stands"
                  + " in between"));
    }
    return Optional.empty();
  }

  private String there() {
    return proxy == null ? host : "the proxy " + proxy;
  }

  /// What happened after the request had left.
  Failure whileReceiving(Throwable thrown) {
    Optional<TooLarge> large = find(thrown, TooLarge.class);
    if (large.isPresent()) {
      return new Failure.Oversize(large.get().limit());
    }
    if (has(thrown, DeadlinePassed.class)) {
      return new Failure.TimedOut(timeout);
    }
    if (has(thrown, InterruptedIOException.class)) {
      return new Failure.Stopped(
          "Easel was stopped before " + host + " had answered; it may have charged");
    }
    return has(thrown, IOException.class) ? broken(thrown) : unreadable(thrown);
  }

  private Failure broken(Throwable thrown) {
    return new Failure.Broken(
        words.plain(
            "the connection to "
                + host
                + " broke before the answer was complete ("
                + detail(thrown)
                + "); it may have charged"));
  }

  private Failure unreadable(Throwable thrown) {
    return new Failure.Unreadable(
        words.plain(
            "the answer of "
                + host
                + " makes no sense ("
                + detail(thrown)
                + "); it may have charged"));
  }

  /// The innermost explanation, without places in the source of an answer, which repeat it.
  private static String detail(Throwable thrown) {
    Throwable inner = thrown;
    String detail = "";
    while (inner != null) {
      String said = message(inner);
      detail = said.isBlank() || said.contains("Exception:") ? detail : said;
      inner = inner.getCause();
    }
    String silent = has(thrown, ConnectException.class) ? "connection refused" : "no reason given";
    return detail.isEmpty() ? silent : detail;
  }

  private static String message(Throwable thrown) {
    return thrown instanceof JacksonException json
        ? Objects.requireNonNullElse(json.getOriginalMessage(), "")
        : Objects.requireNonNullElse(thrown.getMessage(), "");
  }

  private static boolean has(Throwable thrown, Class<? extends Throwable> kind) {
    return find(thrown, kind).isPresent();
  }

  private static <T extends Throwable> Optional<T> find(Throwable thrown, Class<T> kind) {
    for (Throwable inner = thrown; inner != null; inner = inner.getCause()) {
      if (kind.isInstance(inner)) {
        return Optional.of(kind.cast(inner));
      }
    }
    return Optional.empty();
  }
}
