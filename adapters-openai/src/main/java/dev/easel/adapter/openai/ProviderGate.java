package dev.easel.adapter.openai;

import dev.easel.config.Pace;
import dev.easel.domain.image.Nullable;
import dev.easel.domain.image.Pacing;
import java.time.Duration;
import java.util.Iterator;
import java.util.List;
import java.util.NavigableMap;
import java.util.TreeMap;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.locks.Lock;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.LongSupplier;
import java.util.function.Supplier;

/// The gate to one provider and the queue before it. Of those who do not pause, whoever came first
/// goes first. Safe for use by several threads.
final class ProviderGate {

  private final String provider;
  private final Pace pace;
  private final LongSupplier nanos;
  private final AtomicLong arrivals;
  private final Lock lock = new ReentrantLock();
  private final NavigableMap<Long, GatePlace> waiting = new TreeMap<>();
  private final MinuteWindow window;
  private int running;
  private long closedUntil;
  private boolean stopped;

  /// @param nanos a clock that never jumps
  /// @param arrivals gives everybody who arrives the next number
  ProviderGate(String provider, Pace pace, LongSupplier nanos, AtomicLong arrivals) {
    this.provider = provider;
    this.pace = pace;
    this.nanos = nanos;
    this.arrivals = arrivals;
    this.window = new MinuteWindow(pace.requestsPerMinute());
    this.closedUntil = nanos.getAsLong();
  }

  /// Takes the next place.
  GatePlace arrive() {
    return locked(() -> {
      GatePlace place =
          new GatePlace(this, arrivals.incrementAndGet(), lock.newCondition(), nanos.getAsLong());
      waiting.put(place.arrival(), place);
      admit();
      return place;
    });
  }

  /// Lets nobody through before `wait` is over.
  void close(Duration wait) {
    run(() -> closedUntil = later(closedUntil, nanos.getAsLong() + wait.toNanos()));
  }

  /// Ends all waiting.
  void stop() {
    run(() -> {
      stopped = true;
      waiting.values().forEach(GatePlace::wake);
    });
  }

  /// How it stands.
  Pacing.Gate state() {
    return locked(() -> {
      List<Pacing.Waiting> named =
          waiting.values().stream().flatMap(place -> place.seen().stream()).toList();
      Duration opensIn = left(opensAt());
      return new Pacing.Gate(
          provider, running, pace.concurrency(), pace.requestsPerMinute(), opensIn, named);
    });
  }

  /// Does something while nobody else looks or changes.
  <T extends @Nullable Object> T locked(Supplier<T> work) {
    lock.lock();
    try {
      return work.get();
    } finally {
      lock.unlock();
    }
  }

  /// The same, for what gives nothing back.
  void run(Runnable work) {
    lock.lock();
    try {
      work.run();
    } finally {
      lock.unlock();
    }
  }

  // What follows is for whoever holds the lock.

  /// Gives every free turn to the first who may have it.
  void admit() {
    Iterator<GatePlace> queue = waiting.values().iterator();
    while (queue.hasNext() && hasRoom()) {
      GatePlace first = queue.next();
      if (left(first.pausedUntil()).isZero()) {
        queue.remove();
        running++;
        window.give();
        first.admitted();
      }
    }
  }

  private boolean hasRoom() {
    return running < pace.concurrency()
        && window.hasRoom(nanos.getAsLong())
        && left(closedUntil).isZero();
  }

  private long opensAt() {
    return later(closedUntil, window.opensAt(nanos.getAsLong()));
  }

  /// When this one is let through at the earliest.
  long opensAt(GatePlace place) {
    return later(opensAt(), place.pausedUntil());
  }

  /// How long it is until then, zero when it has passed.
  Duration left(long until) {
    return Duration.ofNanos(Math.max(0, until - nanos.getAsLong()));
  }

  private static long later(long one, long other) {
    return one - other > 0 ? one : other;
  }

  int ahead(GatePlace place) {
    return waiting.headMap(place.arrival()).size();
  }

  boolean stopped() {
    return stopped;
  }

  /// A call begins on a turn that was given.
  void begin() {
    window.begin(nanos.getAsLong());
  }

  /// A turn is given back.
  ///
  /// @param used whether a call began on it
  void end(boolean used) {
    running--;
    if (!used) {
      window.giveBack();
    }
  }

  /// Somebody waits again where it stood.
  ///
  /// @return until when it pauses
  long again(GatePlace place, Duration pause) {
    waiting.put(place.arrival(), place);
    return nanos.getAsLong() + pause.toNanos();
  }

  /// Somebody waits no more.
  void remove(GatePlace place) {
    waiting.remove(place.arrival());
  }
}
