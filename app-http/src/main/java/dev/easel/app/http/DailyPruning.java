package dev.easel.app.http;

import dev.easel.domain.image.Watch;
import dev.easel.domain.usecase.PrunePictures;
import dev.easel.domain.usecase.PrunePictures.Pruned;
import dev.easel.domain.usecase.PruningPlan;
import dev.easel.domain.usecase.Retention;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

/// Removes the pictures that may go by the rules of the configuration: soon after the start and
/// once a day, on a thread of its own. What fails is told and tried again the next day.
final class DailyPruning implements AutoCloseable {

  private static final Duration FIRST = Duration.ofSeconds(3);
  private static final Duration BETWEEN = Duration.ofDays(1);
  private static final Duration PATIENCE = Duration.ofSeconds(30);

  private final Retention retention;
  private final PrunePictures pruning;
  private final Announcements announcements;
  private final CountDownLatch stopping = new CountDownLatch(1);
  private final Thread thread;

  private DailyPruning(Retention retention, PrunePictures pruning, Announcements announcements) {
    this.retention = retention;
    this.pruning = pruning;
    this.announcements = announcements;
    this.thread = Thread.ofPlatform().daemon().name("pruning").unstarted(this::run);
  }

  /// Starts; without a rule nothing ever happens.
  static DailyPruning start(
      Retention retention, PrunePictures pruning, Announcements announcements) {
    DailyPruning daily = new DailyPruning(retention, pruning, announcements);
    if (!retention.forEver()) {
      daily.thread.start();
    }
    return daily;
  }

  private void run() {
    Duration wait = FIRST;
    while (!stopsWithin(wait)) {
      prune();
      wait = BETWEEN;
    }
  }

  private boolean stopsWithin(Duration wait) {
    try {
      return stopping.await(wait.toMillis(), TimeUnit.MILLISECONDS);
    } catch (InterruptedException _) {
      return true;
    }
  }

  private void prune() {
    try {
      Watch watch = Watch.until(() -> stopping.getCount() == 0);
      Optional<PruningPlan> plan = pruning.plan(retention, "", watch);
      plan.ifPresent(made -> tell(made, pruning.carryOut(made, watch)));
    } catch (RuntimeException | OutOfMemoryError failure) {
      announcements.say("old pictures could not be removed: " + failure.getMessage());
    }
  }

  private void tell(PruningPlan plan, Pruned pruned) {
    String failed =
        pruned.failed() == 0
            ? ""
            : "; %,d could not be removed: %s".formatted(pruned.failed(), pruned.trouble());
    String over =
        plan.over() == 0
            ? ""
            : "; what must stay is %,d bytes over pictures.most-bytes".formatted(plan.over());
    announcements.say(
        "removed %,d pictures (%,d bytes) by the rules for pictures%s%s"
            .formatted(pruned.removed().pictures(), pruned.removed().bytes(), failed, over));
  }

  /// Begins nothing more, and cuts short what is under way.
  void stop() {
    stopping.countDown();
  }

  /// Stops, and waits for the end of what is under way.
  @Override
  public void close() {
    stop();
    try {
      if (thread.isAlive()) {
        thread.join(PATIENCE);
      }
    } catch (InterruptedException _) {
      Thread.currentThread().interrupt();
    }
  }
}
