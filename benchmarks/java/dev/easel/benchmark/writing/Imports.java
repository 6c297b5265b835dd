package dev.easel.benchmark.writing;

import dev.easel.adapter.persistence.GenerationLogs;
import dev.easel.benchmark.Bench;
import dev.easel.benchmark.Finding;
import dev.easel.benchmark.Point;
import dev.easel.benchmark.history.LogGenerator;
import dev.easel.config.LogBackend;
import dev.easel.config.LogSettings;
import dev.easel.domain.ledger.GenerationLog;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.ZoneOffset;
import java.util.Locale;
import java.util.stream.LongStream;

/// What `easel import` does with a file of lines and a new SQLite log, against a bare insert of the
/// same entries into the same tables. The import reads the lines, decodes them, looks for what is
/// there, folds words, counts sums and witnesses, and closes the log; of the bare insert only the
/// statements, the commits and the last checkpoint are timed.
final class Imports {

  private static final long[] SIZES = {10_000, 100_000, 1_000_000};
  private static final int ROUNDS = 3;
  private static final int AT_ONCE = 10_000;
  private static final String PLOT = "import of 1,000 lines into SQLite";

  private final Bench bench;

  Imports(Bench bench) {
    this.bench = bench;
  }

  /// Measures every size up to that of the largest log.
  void run() throws IOException, InterruptedException {
    for (long size : SIZES) {
      if (size <= bench.entries()) {
        measure(new LogGenerator(bench.seed(), size));
      }
    }
  }

  private void measure(LogGenerator generator) throws IOException, InterruptedException {
    Path lines = bench.fresh("lines").resolve("log.jsonl");
    generator.write(lines);
    Rates rates = new Rates();
    for (int round = 0; round < ROUNDS; round++) {
      rates.add("bare", inserted(generator));
      rates.add("Easel", imported(lines, generator.entries()));
    }
    Files.delete(lines);
    tell(generator.entries(), rates.of("Easel"), rates.of("bare"));
  }

  private void tell(long entries, double easel, double bare) {
    bench.point(new Point(PLOT, "Easel", entries, 1e6 / easel));
    bench.point(new Point(PLOT, "bare insert", entries, 1e6 / bare));
    bench.found(
        new Finding(
            String.format(Locale.ROOT, "import of %,d lines into SQLite", entries),
            String.format(Locale.ROOT, "%,.0f entries/s", easel),
            String.format(Locale.ROOT, "bare insert, same indexes and FTS: %,.0f rows/s", bare),
            "half of the bare rate",
            "%.0f %%".formatted(100 * easel / bare),
            easel >= bare / 2));
  }

  private double inserted(LogGenerator generator) throws IOException {
    Path log = bench.fresh("bare").resolve("log.db");
    open(log).close();
    BareTables tables = new BareTables();
    try {
      tables.open(log);
      for (long first = 0; first < generator.entries(); first += AT_ONCE) {
        long end = Math.min(generator.entries(), first + AT_ONCE);
        tables.insert(LongStream.range(first, end).mapToObj(generator::entry).toList());
      }
      tables.close();
    } catch (SQLException failed) {
      throw new IOException(failed);
    }
    Files.delete(log);
    return generator.entries() / tables.seconds();
  }

  private double imported(Path lines, long entries) throws IOException {
    Path log = bench.fresh("import").resolve("log.db");
    long begin = System.nanoTime();
    try (GenerationLog target = open(log)) {
      long added = target.add(GenerationLogs.lines(lines, ZoneOffset.UTC));
      if (added != entries) {
        throw new IllegalStateException(added + " of " + entries + " lines were added");
      }
    }
    double seconds = (System.nanoTime() - begin) / 1e9;
    Files.delete(log);
    return entries / seconds;
  }

  private static GenerationLog open(Path path) {
    return GenerationLogs.open(new LogSettings(LogBackend.SQLITE, path, ZoneOffset.UTC));
  }
}
