package dev.easel.app.tui.command;

import dev.easel.domain.image.Nullable;
import dev.easel.domain.ledger.Entry;
import dev.easel.domain.ledger.EntryId;
import java.util.List;

/// A list of entries that is written while they are found.
interface Listing {

  /// Writes some, newest first.
  ///
  /// @param more whether others may follow them
  void add(List<Entry> entries, boolean more);

  /// Writes what stands behind the last.
  ///
  /// @param next from where the log goes on, null at its end
  void end(@Nullable EntryId next);
}
