package dev.easel.adapter.persistence;

import dev.easel.domain.ledger.Condition;
import java.util.HexFormat;

/// The beginning or the end of an id, as people write it: hexadecimal digits, and dashes where an
/// id has its own.
///
/// @param digits without the dashes, in lower case
record SqliteIdPattern(String digits) {

  private static final String DASHES = "--------x----x----x----x------------";
  private static final int ALL = 32;

  /// What a condition on the id says in SQL.
  static SqliteFilter of(Condition.Is is) {
    return is.prefix() ? beginning(is.value()) : end(is.value());
  }

  /// Ids that begin like this.
  static SqliteFilter beginning(String text) {
    return isPart(text, 0)
        ? new SqliteIdPattern(text.replace("-", "")).beginning()
        : SqliteFilter.NEVER;
  }

  /// Ids that end like this.
  static SqliteFilter end(String text) {
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
    String last = digits.substring(Math.max(0, digits.length() - SqliteIds.TAIL_DIGITS));
    String first = new StringBuilder(last).reverse().toString();
    int rest = SqliteIds.TAIL_DIGITS - first.length();
    SqliteFilter near =
        SqliteFilter.of(
            "entry.tail BETWEEN ? AND ?",
            Long.parseLong(first + "0".repeat(rest), 16),
            Long.parseLong(first + "f".repeat(rest), 16));
    return last.length() == digits.length() ? near : near.and(exactEnd());
  }

  private SqliteFilter exactEnd() {
    return SqliteFilter.of(
        "substr(hex(entry.id), ?) = ?",
        -digits.length(),
        digits.toUpperCase(java.util.Locale.ROOT));
  }
}
