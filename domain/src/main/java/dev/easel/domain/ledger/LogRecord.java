package dev.easel.domain.ledger;

/// What a log holds, in the order in which it holds it.
public sealed interface LogRecord {

  /// A finished entry.
  record Whole(Entry entry) implements LogRecord {}

  /// Text that is no entry: a damaged or foreign line, kept as it is.
  ///
  /// @param text without the line's end
  /// @param reason why it is no entry, one sentence
  record Raw(String text, String reason) implements LogRecord {}
}
