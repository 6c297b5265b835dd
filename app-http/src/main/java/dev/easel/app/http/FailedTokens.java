package dev.easel.app.http;

import java.net.InetAddress;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;

/// Tells whoever guesses tokens to wait: after ten wrong ones, the next wrong ones of an address
/// are too many for the rest of ten seconds. The right token is heard all the same, since whoever
/// shares an address with its owner could lock the owner out; against guessing stands its length.
/// Safe for use by several threads.
final class FailedTokens {

  private static final int MOST = 10;
  private static final int MOST_ADDRESSES = 1_000;
  private static final Duration WINDOW = Duration.ofSeconds(10);

  /// Failures since a moment of [System#nanoTime()].
  private record Failures(long start, int count) {}

  private final Map<InetAddress, Failures> failures =
      new LinkedHashMap<>() {
        private static final long serialVersionUID = 1L;

        @Override
        protected boolean removeEldestEntry(Map.Entry<InetAddress, Failures> eldest) {
          return size() > MOST_ADDRESSES;
        }
      };

  /// Counts a wrong token.
  ///
  /// @throws Refusal 429 when the address has given too many
  synchronized void count(InetAddress client) {
    Failures so = recent(client);
    if (so.count() >= MOST) {
      throw Refusal.of(429, "too_many_tokens", "too many wrong tokens; wait ten seconds")
          .with("Retry-After", Long.toString(WINDOW.toSeconds()));
    }
    failures.put(client, new Failures(so.start(), so.count() + 1));
  }

  private Failures recent(InetAddress client) {
    long now = System.nanoTime();
    Failures known = failures.get(client);
    return known == null || now - known.start() > WINDOW.toNanos() ? new Failures(now, 0) : known;
  }
}
