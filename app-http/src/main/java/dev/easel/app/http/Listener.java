package dev.easel.app.http;

import dev.easel.domain.image.Content;
import dev.easel.domain.image.Nullable;
import dev.easel.domain.ledger.Entry;
import dev.easel.domain.ledger.Query;
import java.io.InterruptedIOException;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Optional;
import java.util.function.BooleanSupplier;

/// Somebody who listens to the events: what may be told, and what waits to be taken. No more waits
/// than the bounds allow, since a client may take it slowly or has gone. Safe for use by several
/// threads.
final class Listener {

  /// The most events that wait.
  static final int MOST_EVENTS = 2_000;

  /// The most bytes that wait, which pictures may fill.
  static final long MOST_BYTES = 16L << 20;

  private final @Nullable String caller;
  private final Query query;
  private final BooleanSupplier recognised;
  private final Deque<Content> waiting = new ArrayDeque<>();
  private long bytes;
  private boolean ended;

  /// @param caller who listens, null for the user
  /// @param query which entries are told, of those that the caller may see
  /// @param recognised whether it is still the caller as which it came
  Listener(@Nullable String caller, Query query, BooleanSupplier recognised) {
    this.caller = caller;
    this.query = query;
    this.recognised = recognised;
  }

  @Nullable
  String caller() {
    return caller;
  }

  /// Whether it may be told of what `owner` asked for.
  boolean maySee(@Nullable String owner) {
    return caller == null || caller.equals(owner);
  }

  /// Lets it go when it is no longer the caller as which it came.
  ///
  /// @return whether it still is
  boolean recognise() {
    boolean still = recognised.getAsBoolean();
    if (!still) {
      end();
    }
    return still;
  }

  /// Whether it is to be told of an entry.
  boolean wants(Entry entry) {
    return maySee(entry.caller()) && query.matches(entry);
  }

  /// Tells it something that it must not miss; who is too far behind to be told is let go, and may
  /// come back with the last cursor.
  synchronized void tell(Content event) {
    if (fits(event)) {
      add(event);
    } else {
      end();
    }
  }

  /// Tells it something that another event makes up for: nothing when it is too far behind.
  synchronized void mention(Content event) {
    if (fits(event)) {
      add(event);
    }
  }

  private boolean fits(Content event) {
    return waiting.size() < MOST_EVENTS && bytes + event.length() <= MOST_BYTES;
  }

  private void add(Content event) {
    if (!ended) {
      waiting.add(event);
      bytes += event.length();
      notifyAll();
    }
  }

  /// Lets it go at once, whatever waits.
  synchronized void end() {
    ended = true;
    waiting.clear();
    bytes = 0;
    notifyAll();
  }

  /// Waits for the next event, or gives a sign of life when none comes for a while; empty at the
  /// end.
  Optional<Content> next() {
    return next(EventText.SILENCE);
  }

  /// Does the same.
  ///
  /// @param silence how long nothing may come
  synchronized Optional<Content> next(Duration silence) {
    long end = System.nanoTime() + silence.toNanos();
    try {
      for (long left = millisUntil(end); waiting.isEmpty() && !ended; left = millisUntil(end)) {
        if (left <= 0) {
          return Optional.of(EventText.SIGN_OF_LIFE);
        }
        wait(left);
      }
    } catch (InterruptedException _) {
      Thread.currentThread().interrupt();
      throw new UncheckedIOException(new InterruptedIOException("interrupted between two events"));
    }
    return taken();
  }

  private static long millisUntil(long nanos) {
    return Duration.ofNanos(nanos - System.nanoTime()).toMillis();
  }

  private Optional<Content> taken() {
    Optional<Content> next = Optional.ofNullable(waiting.poll());
    next.ifPresent(event -> bytes -= event.length());
    return next;
  }
}
