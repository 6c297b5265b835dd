package dev.easel.benchmark.writing;

import dev.easel.adapter.persistence.GenerationLogs;
import dev.easel.benchmark.Bench;
import dev.easel.benchmark.Finding;
import dev.easel.benchmark.Warming;
import dev.easel.config.LogBackend;
import dev.easel.config.LogSettings;
import dev.easel.domain.ledger.Entry;
import dev.easel.domain.ledger.EntryFields;
import dev.easel.domain.ledger.GenerationLog;
import dev.easel.domain.ledger.Reservation;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.Locale;

/// Durable appends through the port of the log, against a bare file to which lines of the same
/// length are appended and forced. A refusal is one append. A request that is reserved and finished
/// is two, each durable before the next begins, and counts as two.
final class Appends {

  private static final int MANY = 64;
  private static final int ROUNDS = 7;
  private static final Duration SPAN = Duration.ofMillis(700);
  private static final String REFUSED = "refusals";
  private static final String FINISHED = "reserved and finished";

  private final Bench bench;
  private final Wishes wishes = new Wishes();
  private final Rates rates = new Rates();

  Appends(Bench bench) {
    this.bench = bench;
  }

  /// Measures both logs.
  void run() throws IOException, InterruptedException {
    Path folder = bench.fresh("appends");
    try (BareFile bare = new BareFile(folder.resolve("bare"));
        GenerationLog jsonl = open(LogBackend.JSONL, folder.resolve("log.jsonl"));
        GenerationLog sqlite = open(LogBackend.SQLITE, folder.resolve("log.db"))) {
      byte[] refused = line(refuse(jsonl));
      byte[] finished = line(finish(jsonl));
      warmUp(jsonl);
      warmUp(sqlite);
      for (int round = 0; round < ROUNDS; round++) {
        rates.add(REFUSED, Writers.rate(1, SPAN, () -> bare.append(refused)));
        rates.add(FINISHED, Writers.rate(1, SPAN, () -> bare.append(finished)));
        round("JSONL", jsonl);
        round("SQLite", sqlite);
      }
    }
    tell("JSONL", 0.8, 10);
    tell("SQLite", 0.5, 4);
  }

  private void warmUp(GenerationLog log) throws IOException, InterruptedException {
    for (int writers : new int[] {MANY, 1}) {
      Warming.up(() -> Writers.rate(writers, SPAN, () -> refuse(log)));
      Warming.up(() -> Writers.rate(writers, SPAN, () -> finish(log)));
    }
  }

  private void round(String name, GenerationLog log) throws InterruptedException {
    for (int writers : new int[] {1, MANY}) {
      rates.add(name + REFUSED + writers, Writers.rate(writers, SPAN, () -> refuse(log)));
      rates.add(name + FINISHED + writers, 2 * Writers.rate(writers, SPAN, () -> finish(log)));
    }
  }

  private void tell(String name, double ofBare, double ofOne) {
    double one = Math.min(share(name, REFUSED), share(name, FINISHED));
    bench.found(
        new Finding(
            "durable appends to " + name + ", one writer",
            measured(name, 1),
            "bare append and force: %s".formatted(pair(rates.of(REFUSED), rates.of(FINISHED))),
            "%.0f %% of the bare rate".formatted(100 * ofBare),
            "%.0f %% and %.0f %%"
                .formatted(100 * share(name, REFUSED), 100 * share(name, FINISHED)),
            one >= ofBare));
    double many = Math.min(times(name, REFUSED), times(name, FINISHED));
    bench.found(
        new Finding(
            "durable appends to " + name + ", " + MANY + " writers",
            measured(name, MANY),
            "one writer: " + measured(name, 1),
            "%.0f times the rate of one writer".formatted(ofOne),
            "%.1f and %.1f times, %.1f and %.1f times the bare rate"
                .formatted(
                    times(name, REFUSED),
                    times(name, FINISHED),
                    rates.of(name + REFUSED + MANY) / rates.of(REFUSED),
                    rates.of(name + FINISHED + MANY) / rates.of(FINISHED)),
            many >= ofOne));
  }

  private double share(String name, String kind) {
    return rates.of(name + kind + 1) / rates.of(kind);
  }

  private double times(String name, String kind) {
    return rates.of(name + kind + MANY) / rates.of(name + kind + 1);
  }

  private String measured(String name, int writers) {
    return pair(rates.of(name + REFUSED + writers), rates.of(name + FINISHED + writers));
  }

  private static String pair(double refused, double finished) {
    return String.format(
        Locale.ROOT, "%s %,.0f/s; %s %,.0f/s", REFUSED, refused, FINISHED, finished);
  }

  private Entry refuse(GenerationLog log) {
    return log.refuse(wishes.next(), "invalid_request", "the model has no size of 1x1");
  }

  private Entry finish(GenerationLog log) {
    return switch (log.reserve(wishes.next())) {
      case Reservation.Reserved(Entry entry, _) ->
          log.finish(entry.id(), Wishes.settled(entry.id()));
      case Reservation other -> throw new IllegalStateException("not reserved, but " + other);
    };
  }

  private static byte[] line(Entry entry) {
    byte[] text = EntryFields.line(entry).getBytes(StandardCharsets.UTF_8);
    byte[] line = Arrays.copyOf(text, text.length + 1);
    line[text.length] = '\n';
    return line;
  }

  private static GenerationLog open(LogBackend backend, Path path) {
    return GenerationLogs.open(new LogSettings(backend, path, ZoneOffset.UTC));
  }
}
