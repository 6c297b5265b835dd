package dev.easel.domain.ledger;

import java.time.ZoneId;

final class InMemoryGenerationLogTest implements GenerationLogContract {

  @Override
  public GenerationLog open(ZoneId zone) {
    return new InMemoryGenerationLog(zone);
  }
}
