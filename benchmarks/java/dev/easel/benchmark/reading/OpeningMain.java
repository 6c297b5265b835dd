package dev.easel.benchmark.reading;

import dev.easel.adapter.persistence.GenerationLogs;
import dev.easel.benchmark.writing.Wishes;
import dev.easel.config.LogBackend;
import dev.easel.config.LogSettings;
import dev.easel.domain.ledger.EntryId;
import dev.easel.domain.ledger.GenerationLog;
import dev.easel.domain.ledger.Intent;
import dev.easel.domain.ledger.Page;
import dev.easel.domain.ledger.Query;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.locks.LockSupport;

/// Opens a log in a process of its own, shows the newest entries, and says how many microseconds
/// that took. Its arguments are the kind of log, its file, and `write` for one that goes on to
/// write until it is killed.
public final class OpeningMain {

  private static final int SHOWN = 50;
  private static final int WRITTEN = 200;

  private OpeningMain() {}

  /// Opens the log.
  public static void main(String[] arguments) {
    List<String> given = List.of(arguments);
    LogSettings settings =
        new LogSettings(LogBackend.valueOf(given.get(0)), Path.of(given.get(1)), null);
    long start = System.nanoTime();
    try (GenerationLog log = GenerationLogs.open(settings)) {
      int shown = log.page(Query.EVERYTHING, Page.Request.newest(SHOWN)).entries().size();
      long micros = (System.nanoTime() - start) / 1_000;
      if (given.size() > 2) {
        write(log);
      }
      System.out.printf("%d entries after %d microseconds%n", shown, micros);
      if (given.size() > 2) {
        LockSupport.park();
      }
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
