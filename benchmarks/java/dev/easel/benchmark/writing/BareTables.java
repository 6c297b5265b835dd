package dev.easel.benchmark.writing;

import dev.easel.domain.cost.Money;
import dev.easel.domain.image.Nullable;
import dev.easel.domain.ledger.Condition;
import dev.easel.domain.ledger.Entry;
import dev.easel.domain.ledger.EntryFields;
import dev.easel.domain.ledger.Words;
import java.nio.ByteBuffer;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;

/// What no import can beat by much: rows that are ready in memory go into the tables of an empty
/// log, with its indexes and its text search, by statements that are prepared once. No sums, no
/// tags, no witnesses, no look at what is there already. For use by one thread.
final class BareTables {

  /// A row of each of the three tables.
  private record Row(long place, List<@Nullable Object> columns, String document, String words) {}

  private static final List<String> SETTINGS =
      List.of(
          "PRAGMA synchronous = FULL",
          "PRAGMA cache_size = -16000",
          "PRAGMA temp_store = MEMORY",
          "PRAGMA wal_autocheckpoint = 4000");
  private static final String ENTRY =
      """
      INSERT INTO entry (place, id, time, day, state, model, provider, size, quality, format,
        caller, code, cost, at_risk, latency, star, tags, change)
      VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
      """;
  private static final int ID_BYTES = 16;
  private static final long DAY_SECONDS = 86_400;

  private final Map<String, Long> labels = new HashMap<>();
  private @Nullable Connection connection;
  private @Nullable PreparedStatement entry;
  private @Nullable PreparedStatement document;
  private @Nullable PreparedStatement words;
  private long change;
  private long nanos;

  /// Opens an empty log that Easel has made and closed.
  void open(Path log) throws SQLException {
    Connection opened = DriverManager.getConnection("jdbc:sqlite:" + log);
    connection = opened;
    try (Statement statement = opened.createStatement()) {
      for (String setting : SETTINGS) {
        statement.execute(setting);
      }
    }
    entry = opened.prepareStatement(ENTRY);
    document = opened.prepareStatement("INSERT INTO document (place, text) VALUES (?, ?)");
    words = opened.prepareStatement("INSERT INTO words (rowid, text) VALUES (?, ?)");
    opened.setAutoCommit(false);
  }

  /// Writes the rows of some entries in one transaction; that they are made is not timed.
  void insert(List<Entry> entries) throws SQLException {
    List<Row> rows = entries.stream().map(this::row).toList();
    long begin = System.nanoTime();
    for (Row row : rows) {
      run(entry, row.columns());
      run(document, List.of(row.place(), row.document()));
      run(words, List.of(row.place(), row.words()));
    }
    Objects.requireNonNull(connection).commit();
    nanos += System.nanoTime() - begin;
  }

  private static void run(
      @Nullable PreparedStatement statement, List<? extends @Nullable Object> values)
      throws SQLException {
    PreparedStatement prepared = Objects.requireNonNull(statement);
    for (int column = 0; column < values.size(); column++) {
      prepared.setObject(column + 1, values.get(column));
    }
    prepared.executeUpdate();
  }

  private Row row(Entry one) {
    UUID id = one.id().value();
    long place = id.getMostSignificantBits() >>> 1;
    List<@Nullable Object> columns =
        Arrays.asList(
            place,
            ByteBuffer.allocate(ID_BYTES)
                .putLong(id.getMostSignificantBits())
                .putLong(id.getLeastSignificantBits())
                .array(),
            Condition.Measure.micros(one.timestamp()),
            one.timestamp().getEpochSecond() / DAY_SECONDS,
            state(one),
            label(one.model()),
            label(one.provider()),
            label(one.size().orElse(null)),
            label(one.quality().orElse(null)),
            label(one.format().orElse(null)),
            label(one.caller()),
            label(one.code()),
            one.cost().known().map(Money::nanos).orElse(null),
            one.atRisk() == null ? null : one.atRisk().nanos(),
            one.latencyMicros(),
            one.star() ? 1L : 0L,
            (long) one.tags().size(),
            ++change);
    String found = String.join(" ", Words.of(one)) + " " + one.id().shortForm();
    return new Row(place, columns, EntryFields.line(one), found);
  }

  // As Easel numbers them.
  private static long state(Entry one) {
    return switch (one.state()) {
      case RESERVED -> 0;
      case SETTLED -> 1;
      case RELEASED -> 2;
      case UNKNOWN -> 3;
    };
  }

  private @Nullable Long label(@Nullable String text) {
    return text == null ? null : labels.computeIfAbsent(text, _ -> labels.size() + 1L);
  }

  /// Brings everything back into the log's one file.
  void close() throws SQLException {
    long begin = System.nanoTime();
    try (Connection last = Objects.requireNonNull(connection)) {
      last.setAutoCommit(true);
      try (Statement statement = last.createStatement()) {
        statement.execute("PRAGMA wal_checkpoint(TRUNCATE)");
      }
    }
    nanos += System.nanoTime() - begin;
  }

  /// How long all writing took.
  double seconds() {
    return nanos / 1e9;
  }
}
