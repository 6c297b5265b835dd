package dev.easel.app.tui.dashboard.work;

import dev.easel.app.tui.dashboard.state.Event;
import dev.easel.domain.image.Nullable;
import dev.easel.domain.ledger.Changes;
import dev.easel.domain.ledger.GenerationLog;
import dev.easel.domain.ledger.LogUnavailable;
import java.time.Duration;
import java.util.function.Consumer;

/// Looks twice a second for what changed in the log, by whichever process.
public final class ChangeWatch implements AutoCloseable {

  private static final Duration INTERVAL = Duration.ofMillis(500);
  private static final int AT_ONCE = 200;

  private final GenerationLog log;
  private final Consumer<Event> events;
  private final Thread thread;

  /// Begins to look; what changed before is not told.
  public ChangeWatch(GenerationLog log, Consumer<Event> events) {
    this.log = log;
    this.events = events;
    thread = Thread.ofVirtual().name("easel-changes").start(this::look);
  }

  private void look() {
    String cursor = null;
    while (!Thread.currentThread().isInterrupted()) {
      cursor = looked(cursor);
      try {
        Thread.sleep(INTERVAL);
      } catch (InterruptedException _) {
        return;
      }
    }
  }

  private @Nullable String looked(@Nullable String cursor) {
    try {
      Changes changes = log.changes(cursor, AT_ONCE);
      if (!changes.entries().isEmpty()) {
        events.accept(new Event.Changed(changes.entries()));
      }
      return changes.cursor();
    } catch (LogUnavailable _) { // told by whoever reads; here the next look may succeed
      return cursor;
    }
  }

  @Override
  public void close() {
    thread.interrupt();
    try {
      thread.join(Duration.ofSeconds(1));
    } catch (InterruptedException _) {
      Thread.currentThread().interrupt();
    }
  }
}
