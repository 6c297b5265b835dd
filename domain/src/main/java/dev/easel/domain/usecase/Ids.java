package dev.easel.domain.usecase;

import dev.easel.domain.ledger.EntryId;
import java.time.Instant;

/// The port to the source of ids. Safe for use by several threads.
@FunctionalInterface
public interface Ids {

  /// A new id of `moment`.
  EntryId next(Instant moment);
}
