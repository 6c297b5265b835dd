package dev.easel.adapter.persistence;

import java.nio.charset.StandardCharsets;
import java.sql.SQLException;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Predicate;

/// The words that entries share, by number, as far as they have been read. Safe for use by several
/// threads.
final class SqliteLabels {

  /// The number of the empty text, which stands for none.
  static final long NONE = 0;

  private final Map<String, Long> numbers = new HashMap<>();
  private final Map<Long, String> texts = new HashMap<>();
  private long highest = -1;

  /// Learns the labels that are new.
  synchronized void refresh(SqliteConnection connection) throws SQLException {
    connection.each(
        "SELECT number, text FROM label WHERE number > ?",
        row -> learn(row.getLong(1), row.getString(2)),
        highest);
  }

  /// The number of `text`, which is new in this transaction if need be.
  synchronized long number(SqliteConnection connection, String text) throws SQLException {
    Long known = numbers.get(text);
    return known == null ? look(connection, storable(text)) : known;
  }

  private long look(SqliteConnection connection, String storable) throws SQLException {
    Long known = numbers.get(storable);
    return known == null ? learn(find(connection, storable), storable) : known;
  }

  /// The number of `text`, if it is a label that has been read, else -1.
  synchronized long known(String text) {
    return numbers.getOrDefault(storable(text), -1L);
  }

  private static long find(SqliteConnection connection, String text) throws SQLException {
    Optional<Long> there =
        connection.first("SELECT number FROM label WHERE text = ?", row -> row.getLong(1), text);
    if (there.isPresent()) {
      return there.get();
    }
    long fresh = connection.number("SELECT max(number) + 1 FROM label");
    connection.update("INSERT INTO label (number, text) VALUES (?, ?)", fresh, text);
    return fresh;
  }

  private long learn(long number, String text) {
    numbers.put(text, number);
    texts.put(number, text);
    highest = Math.max(highest, number);
    return number;
  }

  /// The text of a label that has been read.
  synchronized String text(long number) {
    return Objects.requireNonNull(texts.get(number), () -> "there is no label " + number);
  }

  /// The numbers of the labels that satisfy `wanted`, lowest first.
  synchronized List<Long> matching(Predicate<String> wanted) {
    return numbers.entrySet().stream()
        .filter(label -> wanted.test(label.getKey()))
        .map(Map.Entry::getValue)
        .sorted(Comparator.naturalOrder())
        .toList();
  }

  /// Forgets everything: a transaction that added labels was taken back.
  synchronized void forget() {
    numbers.clear();
    texts.clear();
    highest = -1;
  }

  // Half a surrogate pair has no form in UTF-8.
  private static String storable(String text) {
    return new String(text.getBytes(StandardCharsets.UTF_8), StandardCharsets.UTF_8);
  }
}
