package dev.easel.adapter.persistence;

import dev.easel.domain.image.Nullable;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// How much of a log a watcher has seen.
///
/// @param line where the next line begins that it has not seen
/// @param sequence the number of the last record of the journal that it has seen
record JsonlCursor(long line, long sequence) {

  private static final Pattern FORM = Pattern.compile("(\\d{1,18})-(\\d{1,18})");

  /// Reads a cursor; empty when it is none.
  static Optional<JsonlCursor> parse(@Nullable String text) {
    if (text == null) {
      return Optional.empty();
    }
    Matcher parts = FORM.matcher(text);
    return parts.matches()
        ? Optional.of(
            new JsonlCursor(Long.parseLong(parts.group(1)), Long.parseLong(parts.group(2))))
        : Optional.empty();
  }

  /// Whether the log has been there.
  boolean isNotAfter(JsonlCursor other) {
    return line <= other.line && sequence <= other.sequence;
  }

  @Override
  public String toString() {
    return line + "-" + sequence;
  }
}
