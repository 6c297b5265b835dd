package dev.easel.adapter.persistence;

import dev.easel.domain.ledger.Ending;
import dev.easel.domain.ledger.Entry;
import dev.easel.domain.ledger.EntryState;
import dev.easel.domain.ledger.GenerationLog;
import dev.easel.domain.ledger.LogUnavailable;
import dev.easel.domain.ledger.StoredPicture;
import java.util.function.Predicate;

/// Gives a log the ends of its entries that were kept with their pictures, where it has lost them
/// with the machine, or never had them.
///
/// @param kept whether a picture of this name is in its place, or was deleted since
record EndingRecovery(Predicate<String> kept, GenerationLog log) {

  /// Takes an entry that has ended.
  ///
  /// @return false when the log cannot be read or written now
  boolean take(Entry ended) {
    try {
      if (ended.images().stream().allMatch(this::isKept)) {
        log.find(ended.id())
            .filter(now -> now.state() == EntryState.UNKNOWN)
            .ifPresent(now -> end(now, ended));
      }
      return true;
    } catch (LogUnavailable later) {
      return false;
    }
  }

  private boolean isKept(StoredPicture picture) {
    String name = picture.sha256();
    return name == null || kept.test(name);
  }

  private void end(Entry now, Entry ended) {
    try {
      log.finish(now.id(), Ending.of(now, ended));
    } catch (IllegalStateException meanwhile) {
      return; // by somebody else
    }
  }
}
