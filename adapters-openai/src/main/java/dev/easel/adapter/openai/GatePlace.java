package dev.easel.adapter.openai;

import dev.easel.domain.image.Nullable;
import dev.easel.domain.image.Pacing;
import dev.easel.domain.image.Progress;
import dev.easel.domain.image.Watch;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.locks.Condition;

/// A place in the queue before a gate. Its holder is one thread; the gate looks at it under its own
/// lock.
final class GatePlace implements Pacing.Place {

  /// How often a waiting thread looks at its watch.
  private static final Duration LOOK = Duration.ofMillis(50);

  private enum Standing {
    WAITING,
    ADMITTED,
    CALLING,
    GONE
  }

  /// What a watcher is told, in a form that stays the same until it has to be told again.
  private record News(int ahead, @Nullable Long opensAt, Duration opensIn) {
    boolean differs(@Nullable News before) {
      return before == null
          || before.ahead != ahead
          || !Optional.ofNullable(before.opensAt).equals(Optional.ofNullable(opensAt));
    }
  }

  private final ProviderGate gate;
  private final long arrival;
  private final Condition changed;
  private long pausedUntil;
  private Standing standing = Standing.WAITING;
  private @Nullable String name;

  /// @param arrival its number in the order of arrival
  /// @param changed tells of changes, with the gate's lock
  GatePlace(ProviderGate gate, long arrival, Condition changed, long now) {
    this.gate = gate;
    this.arrival = arrival;
    this.changed = changed;
    this.pausedUntil = now;
  }

  @Override
  public boolean free(Duration patience) {
    return gate.locked(() -> {
      if (gate.left(gate.opensAt(this)).compareTo(patience) <= 0) {
        rest(patience.toNanos());
        gate.admit();
      }
      return standing == Standing.ADMITTED;
    });
  }

  @Override
  public Pacing.Turn await(String waiter, Watch watch) {
    gate.run(() -> name = waiter);
    News told = null;
    while (!watch.cancelled()) {
      Optional<Pacing.Turn> turn = gate.locked(this::turn);
      if (turn.isPresent()) {
        return turn.get();
      }
      told = tell(watch, told);
      if (!gate.locked(this::rested)) {
        return Pacing.Turn.CANCELLED;
      }
    }
    return Pacing.Turn.CANCELLED;
  }

  private Optional<Pacing.Turn> turn() {
    if (gate.stopped()) {
      return Optional.of(Pacing.Turn.STOPPING);
    }
    gate.admit();
    return standing == Standing.ADMITTED ? Optional.of(Pacing.Turn.GO) : Optional.empty();
  }

  // The watcher is foreign code, and is told without the lock.
  private News tell(Watch watch, @Nullable News before) {
    News news = gate.locked(this::news);
    if (news.differs(before)) {
      watch.saw(new Progress.Queued(news.ahead(), news.opensIn()));
    }
    return news;
  }

  private News news() {
    long opensAt = gate.opensAt(this);
    Duration opensIn = gate.left(opensAt);
    return new News(gate.ahead(this), opensIn.isZero() ? null : opensAt, opensIn);
  }

  private boolean rested() {
    long opensIn = gate.left(gate.opensAt(this)).toNanos();
    return rest(opensIn == 0 ? LOOK.toNanos() : Math.min(LOOK.toNanos(), opensIn));
  }

  private boolean rest(long nanos) {
    try {
      for (long left = nanos; left > 0 && standing == Standing.WAITING && !gate.stopped(); ) {
        left = changed.awaitNanos(left);
      }
      return true;
    } catch (InterruptedException _) {
      Thread.currentThread().interrupt();
      return false;
    }
  }

  @Override
  public void begin() {
    gate.run(() -> {
      gate.begin();
      standing = Standing.CALLING;
    });
  }

  @Override
  public void again(Duration pause) {
    gate.run(() -> {
      gate.end(standing == Standing.CALLING);
      standing = Standing.WAITING;
      pausedUntil = gate.again(this, pause);
      gate.admit();
    });
  }

  @Override
  public void leave() {
    gate.run(() -> {
      switch (standing) {
        case WAITING -> gate.remove(this);
        case ADMITTED, CALLING -> gate.end(standing == Standing.CALLING);
        case GONE -> {}
      }
      standing = Standing.GONE;
      gate.admit();
    });
  }

  // What follows is for the gate, which holds its lock.

  long arrival() {
    return arrival;
  }

  long pausedUntil() {
    return pausedUntil;
  }

  void admitted() {
    standing = Standing.ADMITTED;
    wake();
  }

  void wake() {
    changed.signal();
  }

  /// How the faces see it; empty until it has a name.
  Optional<Pacing.Waiting> seen() {
    return Optional.ofNullable(name)
        .map(known ->
            new Pacing.Waiting(known, arrival, gate.ahead(this), gate.left(gate.opensAt(this))));
  }
}
