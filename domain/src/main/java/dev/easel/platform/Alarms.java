package dev.easel.platform;

import java.time.Duration;
import java.util.concurrent.Future;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import java.util.concurrent.TimeUnit;

/// Does something after a while, unless that is called off before. One thread of the whole process,
/// a daemon, does it all, so it has to be short. Safe for use by several threads.
public final class Alarms {

  private static final long TICK_SECONDS = 10;

  private static final ScheduledThreadPoolExecutor CLOCK = clock();

  private Alarms() {}

  private static ScheduledThreadPoolExecutor clock() {
    ScheduledThreadPoolExecutor clock =
        new ScheduledThreadPoolExecutor(
            1, Thread.ofPlatform().daemon().name("alarms-", 0).factory());
    clock.setRemoveOnCancelPolicy(true);
    // Whatever comes to be the next thing to do wakes the clock's thread. With this before it, that
    // is hardly ever the deadline of a call or an answer, most of which are gone before.
    var _ = clock.scheduleWithFixedDelay(() -> {}, TICK_SECONDS, TICK_SECONDS, TimeUnit.SECONDS);
    return clock;
  }

  /// Does it once.
  ///
  /// @param wait zero or less for at once
  /// @return cancelled to call it off
  public static Future<?> after(Duration wait, Runnable work) {
    return CLOCK.schedule(work, wait.toNanos(), TimeUnit.NANOSECONDS);
  }

  /// Does it again and again.
  ///
  /// @param wait before the first time, and from one time to the next; more than zero
  /// @return cancelled to call it off
  public static Future<?> every(Duration wait, Runnable work) {
    long nanos = wait.toNanos();
    return CLOCK.scheduleWithFixedDelay(work, nanos, nanos, TimeUnit.NANOSECONDS);
  }
}
