package dev.easel.benchmark.reading;

import dev.easel.adapter.persistence.GenerationLogs;
import dev.easel.benchmark.writing.Wishes;
import dev.easel.config.LogBackend;
import dev.easel.config.LogSettings;
import dev.easel.domain.ledger.EntryId;
import dev.easel.domain.ledger.GenerationLog;
import dev.easel.domain.ledger.Intent;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.locks.LockSupport;

/// Opens a log, ends some entries, leaves one in flight, says so, and stays until it is killed. Its
/// arguments are the kind of log and its file.
public final class UnfinishedMain {

  private static final int WRITTEN = 200;

  private UnfinishedMain() {}

  /// Writes.
  public static void main(String[] arguments) {
    List<String> given = List.of(arguments);
    LogSettings settings =
        new LogSettings(LogBackend.valueOf(given.get(0)), Path.of(given.get(1)), null);
    try (GenerationLog log = GenerationLogs.open(settings)) {
      write(log);
      System.out.println("written");
      LockSupport.park();
    }
  }

  private static void write(GenerationLog log) {
    for (int number = 0; number < WRITTEN; number++) {
      log.refuse(intent(), "over_budget", "the budget of the day is spent");
    }
    log.reserve(intent());
  }

  private static Intent intent() {
    Instant now = Instant.now();
    EntryId id = EntryId.of(now, System.nanoTime(), System.nanoTime());
    return Wishes.wish(id, now, "a lighthouse at dusk");
  }
}
