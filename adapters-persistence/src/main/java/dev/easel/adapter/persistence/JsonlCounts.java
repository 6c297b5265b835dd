package dev.easel.adapter.persistence;

import dev.easel.domain.image.Nullable;

/// How far a log is read, and what was there.
///
/// @param end where the next line begins
/// @param lines lines that have a newline
/// @param entries lines that are entries
/// @param damaged lines that are neither entries nor blank
/// @param damage where the first of those is and why it is no entry, null when there is none
record JsonlCounts(long end, long lines, long entries, long damaged, @Nullable String damage) {

  /// Nothing is read.
  static final JsonlCounts NONE = new JsonlCounts(0, 0, 0, 0, null);

  /// After a blank line.
  JsonlCounts blank(long next) {
    return new JsonlCounts(next, lines + 1, entries, damaged, damage);
  }

  /// After an entry.
  JsonlCounts entry(long next) {
    return new JsonlCounts(next, lines + 1, entries + 1, damaged, damage);
  }

  /// After an entry at the end of the file whose newline is not there yet.
  JsonlCounts entryWithoutNewline(long next) {
    return new JsonlCounts(next, lines, entries + 1, damaged, damage);
  }

  /// After a damaged line.
  JsonlCounts damaged(long next, String reason) {
    String first = damage == null ? place(reason) : damage;
    return new JsonlCounts(next, lines + 1, entries, damaged + 1, first);
  }

  /// With a fragment at the end of the file, which stays to be read.
  JsonlCounts withFragment(String reason) {
    JsonlCounts with = damaged(end, reason);
    return new JsonlCounts(end, lines, entries, with.damaged, with.damage);
  }

  private String place(String reason) {
    return "line %d, at byte %d: %s".formatted(lines + 1, end, reason);
  }
}
