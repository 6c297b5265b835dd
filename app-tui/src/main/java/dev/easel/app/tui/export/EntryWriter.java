package dev.easel.app.tui.export;

import dev.easel.domain.ledger.Entry;

/// Writes entries, one after the other.
public interface EntryWriter {

  /// What stands before the first.
  void begin();

  /// One of them.
  void entry(Entry entry);

  /// A line that is no entry.
  ///
  /// @return whether it has a place here
  boolean raw(String text);

  /// What stands behind the last.
  void end(long count);
}
