package dev.easel.domain.usecase;

import dev.easel.domain.ledger.EntryId;
import java.time.Instant;
import java.util.concurrent.atomic.AtomicLong;

/// Ids whose random part counts up from 1, so that a test can foretell them.
public final class CountingIds implements Ids {

  private final AtomicLong issued = new AtomicLong();

  @Override
  public EntryId next(Instant moment) {
    return EntryId.of(moment, 0, issued.incrementAndGet());
  }
}
