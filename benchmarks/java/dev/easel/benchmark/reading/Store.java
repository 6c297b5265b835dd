package dev.easel.benchmark.reading;

import dev.easel.adapter.persistence.GenerationLogs;
import dev.easel.benchmark.Bench;
import dev.easel.benchmark.history.LogGenerator;
import dev.easel.config.LogBackend;
import dev.easel.config.LogSettings;
import dev.easel.domain.ledger.GenerationLog;
import dev.easel.domain.ledger.LogRecord;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.ZoneOffset;

/// A log of some size that was made by Easel, closed, and is kept from run to run.
///
/// @param name for people
/// @param generator what is in it
/// @param settings where it is
record Store(String name, LogGenerator generator, LogSettings settings) {

  /// The log of this kind and size, which is made when it is not there.
  static Store of(Bench bench, LogBackend backend, long entries)
      throws IOException, InterruptedException {
    boolean sqlite = backend == LogBackend.SQLITE;
    Path folder = bench.folder("logs").resolve((sqlite ? "sqlite-" : "jsonl-") + entries);
    Path file = folder.resolve(sqlite ? "easel.db" : "image_generation_log.jsonl");
    LogSettings settings = new LogSettings(backend, file, ZoneOffset.UTC);
    Store store =
        new Store(sqlite ? "SQLite" : "JSONL", new LogGenerator(bench.seed(), entries), settings);
    Path made = folder.resolve("made");
    if (!Files.exists(made)) {
      store.make(folder);
      Files.createFile(made);
    }
    return store;
  }

  private void make(Path folder) throws IOException, InterruptedException {
    System.out.printf("making a %s log of %,d entries%n", name, entries());
    Files.createDirectories(folder);
    if (settings.backend() == LogBackend.JSONL) {
      generator.write(settings.path());
    }
    try (GenerationLog log = GenerationLogs.open(settings)) {
      if (settings.backend() == LogBackend.SQLITE) {
        log.add(sink -> generator.each(entry -> sink.accept(new LogRecord.Whole(entry))));
      }
    }
  }

  /// How many entries were made.
  long entries() {
    return generator.entries();
  }
}
