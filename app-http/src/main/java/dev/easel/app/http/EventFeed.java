package dev.easel.app.http;

import dev.easel.domain.image.Content;
import dev.easel.domain.image.Fields;
import dev.easel.domain.image.Nullable;
import dev.easel.domain.image.Watch;
import dev.easel.domain.ledger.GenerationLog;
import dev.easel.domain.ledger.LogUnavailable;
import dev.easel.domain.usecase.Time;
import java.time.Duration;
import java.util.Objects;
import java.util.Set;
import java.util.concurrent.CopyOnWriteArraySet;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.Lock;
import java.util.concurrent.locks.ReentrantLock;

/// Tells those who listen what happens: the entries that any process changes, and how the requests
/// of this one go on. However many listen, the log is asked once. Safe for use by several threads.
final class EventFeed {

  /// The most who listen at the same time.
  static final int MOST = 128;

  /// The most of them who are the same caller.
  static final int MOST_OF_A_CALLER = 16;

  private static final Duration INTERVAL = Duration.ofMillis(500);
  private static final Duration BREATH = Duration.ofMillis(10);
  private static final int AT_ONCE = 200;
  private static final Duration LONGEST_LOOK = Duration.ofSeconds(1);

  private final GenerationLog log;
  private final Time time;
  private final Set<Listener> listeners = new CopyOnWriteArraySet<>();
  private final Lock looking = new ReentrantLock();
  private @Nullable String seen;
  private boolean followed;
  private volatile boolean behind;
  private volatile boolean closed;

  EventFeed(GenerationLog log, Time time) {
    this.log = log;
    this.time = time;
  }

  /// Makes sure that somebody may listen.
  ///
  /// @throws Refusal 503 when too many do, or the server stops
  void admit(@Nullable String caller) {
    if (closed) {
      throw Refusal.of(503, "stopping", "the server is stopping").with("Retry-After", "5");
    }
    if (full(caller)) {
      throw Refusal.of(
              503, "too_many_streams", "too many listen to events already; close another stream")
          .with("Retry-After", "15");
    }
  }

  private boolean full(@Nullable String caller) {
    long own = listeners.stream().filter(other -> Objects.equals(other.caller(), caller)).count();
    return listeners.size() >= MOST || (caller != null && own >= MOST_OF_A_CALLER);
  }

  /// What changed since a cursor, or a part of it that may lie on the heap.
  News since(@Nullable String cursor) {
    return News.of(log.changes(cursor, AT_ONCE), cursor);
  }

  /// Begins to tell: first of an event that carries the cursor from which it goes on, then of what
  /// happens from now on. Nothing is told when too many listen, or the server stops.
  ///
  /// @param name of the first event
  void join(Listener listener, String name) {
    looking.lock();
    try {
      String now = look();
      listener.tell(EventText.named(name, now, Fields.NONE.with("cursor", now)));
      begin(listener);
    } finally {
      looking.unlock();
    }
  }

  /// Begins to tell what happened since a cursor, and goes on from there.
  void resume(Listener listener, String cursor) {
    looking.lock();
    try {
      look();
      String reached = cursor;
      News missed = since(reached);
      while (!missed.none()) {
        missed.tell(listener);
        reached = missed.cursor();
        missed = since(reached);
      }
      begin(listener);
    } finally {
      looking.unlock();
    }
  }

  private void begin(Listener listener) {
    if (!listener.recognise() || full(listener.caller())) {
      listener.end();
      return;
    }
    listeners.add(listener);
    if (!followed) {
      followed = true;
      Thread.ofVirtual().name("events").start(this::follow);
    }
    if (closed) {
      listener.end();
    }
  }

  /// Tells nothing more.
  void leave(Listener listener) {
    listeners.remove(listener);
  }

  private void follow() {
    while (looked()) {
      try {
        Thread.sleep(behind ? BREATH : INTERVAL);
      } catch (InterruptedException _) {
        return;
      }
    }
  }

  private boolean looked() {
    looking.lock();
    try {
      followed = !listeners.isEmpty() && !closed;
      if (followed) {
        look();
      } else {
        seen = null;
      }
    } catch (LogUnavailable _) {
      // told by whoever reads; here the next look may succeed
    } finally {
      looking.unlock();
    }
    return followed;
  }

  /// Looks once, tells everybody, and gives the cursor from which it goes on.
  private String look() {
    News news = since(seen);
    listeners.stream().filter(Listener::recognise).forEach(news::tell);
    seen = news.cursor();
    behind = news.entries().size() == AT_ONCE;
    return news.cursor();
  }

  /// Follows a request of this server for those who may see its entry.
  ///
  /// @param owner whose request it is, null for the user
  /// @param watch for everything else
  Watch following(@Nullable String owner, Watch watch) {
    return new ProgressEvents(this, owner, watch, time);
  }

  /// Tells those who may see what `owner` asked for, unless they are too far behind.
  void mention(@Nullable String owner, Content event) {
    for (Listener listener : listeners) {
      if (listener.maySee(owner)) {
        listener.mention(event);
      }
    }
  }

  /// How many listen.
  int count() {
    return listeners.size();
  }

  /// Whether nobody listens.
  boolean idle() {
    return listeners.isEmpty();
  }

  /// Lets everybody go, for good, and waits for a look at the log that is under way.
  void close() {
    closed = true;
    listeners.forEach(Listener::end);
    try {
      if (looking.tryLock(LONGEST_LOOK.toMillis(), TimeUnit.MILLISECONDS)) {
        looking.unlock();
      }
    } catch (InterruptedException _) {
      Thread.currentThread().interrupt();
    }
  }
}
