package dev.easel.adapter.persistence;

import dev.easel.domain.ledger.Condition;
import java.util.HexFormat;
import java.util.Locale;

/// The beginning or the end of an id, as people write it: hexadecimal digits, and dashes where an
/// id has its own.
///
/// @param digits without the dashes, in lower case
record SqliteIdPattern(String digits) {

  private static final String DASHES = "--------x----x----x----x------------";
  private static final int ALL = 32;

  /// What a condition on the id says in SQL.
  static SqliteFilter filter(Condition.Is is) {
    return is.prefix() ? beginning(is.value()) : end(is.value());
  }

  /// Where the entries are that a condition on the id asks for.
  static SqliteSource source(Condition.Is is) {
    return is.prefix() ? sourceOfBeginning(is.value()) : sourceOfEnd(is.value());
  }

  private static SqliteSource sourceOfBeginning(String text) {
    SqliteFilter filter = beginning(text);
    return filter.equals(SqliteFilter.NEVER)
        ? SqliteSource.NOTHING
        : SqliteSource.idsBeginning(filter);
  }

  /// Where the entries are whose ids end like this.
  static SqliteSource sourceOfEnd(String text) {
    SqliteFilter filter = end(text);
    return filter.equals(SqliteFilter.NEVER)
        ? SqliteSource.NOTHING
        : SqliteSource.idsEnding(filter, match(text));
  }

  private static SqliteFilter beginning(String text) {
    return isPart(text, 0)
        ? new SqliteIdPattern(text.replace("-", "")).beginning()
        : SqliteFilter.NEVER;
  }

  private static SqliteFilter end(String text) {
    return isPart(text, DASHES.length() - text.length())
        ? new SqliteIdPattern(text.replace("-", "")).end()
        : SqliteFilter.NEVER;
  }

  private static boolean isPart(String text, int from) {
    for (int index = 0; index < text.length(); index++) {
      int place = from + index;
      if (place < 0
          || place >= DASHES.length()
          || !fits(text.charAt(index), DASHES.charAt(place))) {
        return false;
      }
    }
    return true;
  }

  private static boolean fits(char character, char place) {
    boolean digit =
        (character >= '0' && character <= '9') || (character >= 'a' && character <= 'f');
    return place == 'x' ? character == '-' : digit;
  }

  private SqliteFilter beginning() {
    int rest = ALL - digits.length();
    return SqliteFilter.of(
        "entry.id BETWEEN ? AND ?",
        HexFormat.of().parseHex(digits + "0".repeat(rest)),
        HexFormat.of().parseHex(digits + "f".repeat(rest)));
  }

  private SqliteFilter end() {
    return digits.isEmpty()
        ? SqliteFilter.ALWAYS
        : SqliteFilter.of(
            "substr(hex(entry.id), ?) = ?", -digits.length(), digits.toUpperCase(Locale.ROOT));
  }

  private static String match(String text) {
    String digits = text.replace("-", "");
    int length = Math.min(digits.length(), SqliteIds.TAIL_DIGITS);
    return SqliteMatch.beginning(SqliteIds.tail(digits.substring(digits.length() - length)));
  }
}
