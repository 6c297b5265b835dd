package dev.easel.platform;

import dev.easel.domain.ledger.EntryId;
import dev.easel.domain.usecase.Ids;
import java.security.SecureRandom;
import java.time.Instant;

/// Ids whose random part nobody can guess. Safe for use by several threads.
final class RandomIds implements Ids {

  private final SecureRandom random = new SecureRandom();

  @Override
  public EntryId next(Instant moment) {
    return EntryId.of(moment, random.nextLong(), random.nextLong());
  }
}
