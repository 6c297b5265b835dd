package dev.easel.adapter.openai;

import java.util.concurrent.Future;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import java.util.concurrent.TimeUnit;

/// Does something at a moment, unless that is called off before. One thread, a daemon, does it all,
/// so it has to be short.
final class Alarms {

  private static final long TICK_SECONDS = 10;

  private static final ScheduledThreadPoolExecutor CLOCK = clock();

  private Alarms() {}

  private static ScheduledThreadPoolExecutor clock() {
    ScheduledThreadPoolExecutor clock =
        new ScheduledThreadPoolExecutor(
            1, Thread.ofPlatform().daemon().name("deadlines-", 0).factory());
    clock.setRemoveOnCancelPolicy(true);
    // Whatever comes to be the next thing to do wakes the clock's thread. With this before it, that
    // is hardly ever the deadline of a call.
    var _ = clock.scheduleWithFixedDelay(() -> {}, TICK_SECONDS, TICK_SECONDS, TimeUnit.SECONDS);
    return clock;
  }

  /// Does it when the deadline has passed.
  static Future<?> at(Deadline deadline, Runnable work) {
    return CLOCK.schedule(work, deadline.left(), TimeUnit.NANOSECONDS);
  }
}
