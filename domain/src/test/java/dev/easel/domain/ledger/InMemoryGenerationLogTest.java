package dev.easel.domain.ledger;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.time.ZoneId;
import org.junit.jupiter.api.Test;

final class InMemoryGenerationLogTest implements GenerationLogContract {

  @Override
  public GenerationLog open(ZoneId zone) {
    return new InMemoryGenerationLog(zone);
  }

  @Test
  void whatIsReservedAtCloseIsUnknown() {
    GenerationLog log = open();
    Entry reserved = LogContract.reserved(log, IntentDraft.at(LogContract.MORNING, 1));
    log.close();
    assertEquals(
        reserved.ended(Ending.stopped(reserved)).sealed(), log.find(reserved.id()).orElseThrow());
  }
}
