package dev.easel.adapter.persistence;

import dev.easel.domain.image.Nullable;
import java.time.Duration;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Supplier;

/// Has the entries of dead processes ended for whoever reads. Reading must be possible when writing
/// is not, so readers wait for it only a moment, and after a failure it rests. Safe for use by
/// several threads.
final class Vigil {

  private static final Duration PATIENCE = Duration.ofSeconds(1);
  private static final Duration REST = Duration.ofSeconds(2);

  private final Supplier<? extends Future<?>> burial;
  private @Nullable Future<?> underWay;
  private long restUntil = System.nanoTime();

  /// @param burial has the writer end them
  Vigil(Supplier<? extends Future<?>> burial) {
    this.burial = burial;
  }

  /// Has them ended, now that somebody has seen that there are some.
  void bury() {
    Future<?> begun = begin();
    if (begun == null) {
      return;
    }
    try {
      begun.get(PATIENCE.toMillis(), TimeUnit.MILLISECONDS);
    } catch (TimeoutException _) {
      // it is done in its turn
    } catch (ExecutionException _) {
      rest();
    } catch (InterruptedException _) {
      Thread.currentThread().interrupt();
    }
  }

  private synchronized @Nullable Future<?> begin() {
    if (System.nanoTime() - restUntil < 0) {
      return null;
    }
    Future<?> begun = underWay;
    if (begun == null || begun.isDone()) {
      begun = burial.get();
      underWay = begun;
    }
    return begun;
  }

  private synchronized void rest() {
    restUntil = System.nanoTime() + REST.toNanos();
  }
}
