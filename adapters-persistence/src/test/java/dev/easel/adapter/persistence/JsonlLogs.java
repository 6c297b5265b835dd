package dev.easel.adapter.persistence;

import dev.easel.domain.ledger.Condition;
import dev.easel.domain.ledger.DiskLogContract;
import dev.easel.domain.ledger.Entry;
import dev.easel.domain.ledger.EntryId;
import dev.easel.domain.ledger.GenerationLog;
import dev.easel.domain.ledger.LogContract;
import dev.easel.domain.ledger.LogRecord;
import dev.easel.domain.ledger.Page;
import dev.easel.domain.ledger.Query;
import dev.easel.domain.ledger.QueryContract;
import dev.easel.domain.ledger.Statistics;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Duration;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/// JSONL logs for tests: one in a directory, with its limits and its disk.
final class JsonlLogs {

  /// Limits under which the index is saved, and the journal shortened, all the time.
  static final JsonlLimits TINY = new JsonlLimits(1, 1, 1, Duration.ZERO);

  /// Limits under which the index is saved all the time, and the journal never shortened.
  static final JsonlLimits SAVING = new JsonlLimits(Long.MAX_VALUE / 2, 1, 1, Duration.ZERO);

  /// Limits under which the index is never saved and the journal never shortened.
  static final JsonlLimits NEVER =
      new JsonlLimits(Long.MAX_VALUE / 2, Long.MAX_VALUE / 2, Long.MAX_VALUE / 2, Duration.ZERO);

  private JsonlLogs() {}

  /// The file of the log in a directory.
  static Path file(Path directory) {
    return directory.resolve("image_generation_log.jsonl");
  }

  /// A side file of the log in a directory.
  static Path side(Path directory, String name) {
    return directory.resolve("image_generation_log.jsonl.easel").resolve(name);
  }

  /// The log in a directory, in UTC.
  static GenerationLog open(Path directory, JsonlDisk disk, JsonlLimits limits) {
    return new JsonlOpening(file(directory), ZoneOffset.UTC, disk, limits).open();
  }

  /// The log in a directory, in UTC.
  static GenerationLog open(Path directory) {
    return open(directory, JsonlDisk.REAL, JsonlLimits.USUAL);
  }

  /// Copies a log as its files are now; who owns its entries stays behind, as after a power cut.
  static Path copy(Path from, Path to) throws IOException {
    Files.createDirectories(to.resolve("image_generation_log.jsonl.easel"));
    Files.copy(file(from), file(to), StandardCopyOption.REPLACE_EXISTING);
    for (String name : List.of("journal", "register", "index", "words", "witness")) {
      if (Files.exists(side(from, name))) {
        Files.copy(side(from, name), side(to, name), StandardCopyOption.REPLACE_EXISTING);
      }
    }
    return to;
  }

  /// What a log answers to many questions.
  record Answers(
      List<Entry> all,
      List<List<EntryId>> matches,
      List<Statistics> statistics,
      List<LogRecord> records) {

    /// Asks a log.
    static Answers of(GenerationLog log) {
      List<LogRecord> records = new ArrayList<>();
      log.export(records::add);
      return new Answers(
          DiskLogContract.all(log),
          queries().map(query -> matches(log, query)).toList(),
          queries().map(log::statistics).map(Answers::figures).toList(),
          records);
    }

    private static Stream<Query> queries() {
      return QueryContract.EVERY_FIELD.stream()
          .filter(source -> source.hashCode() % 6 == 0)
          .map(LogContract::query);
    }

    private static List<EntryId> matches(GenerationLog log, Query query) {
      return log.page(query, Page.Request.newest(Page.Request.MOST)).entries().stream()
          .map(Entry::id)
          .toList();
    }

    private static Statistics figures(Statistics statistics) {
      return new Statistics(
          statistics.totals(),
          statistics.latency(),
          statistics.models(),
          statistics.days(),
          statistics.shapes(),
          statistics.callers(),
          statistics.codes(),
          statistics.histogram(),
          Statistics.Coverage.KEPT);
    }
  }

  /// A query for an end of an id.
  static Query idEnding(String end) {
    return new Query(end, List.of(new Condition.Is(Condition.Field.ID, end, false)));
  }
}
