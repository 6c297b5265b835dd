package dev.easel.adapter.persistence;

import dev.easel.domain.ledger.Entry;

/// What a line of a log is.
sealed interface JsonlLine {

  /// Nothing but white space.
  JsonlLine BLANK = new Blank();

  /// Nothing but white space.
  record Blank() implements JsonlLine {}

  /// An entry.
  record Whole(Entry entry) implements JsonlLine {}

  /// Something else.
  ///
  /// @param reason why it is no entry, one sentence
  record Damaged(String reason) implements JsonlLine {}
}
