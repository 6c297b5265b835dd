package dev.easel.domain.ledger;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

final class SealedEntryTest {

  @Test
  void isWhatSealingAndWritingOneAfterTheOtherGives() {
    for (Entry entry : RandomEntries.several(new SplittableRandom(41), LogContract.MORNING, 200)) {
      SealedEntry sealed = SealedEntry.of(entry);

      assertEquals(entry.sealed(), sealed.entry());
      assertEquals(EntryFields.line(entry.sealed()), sealed.line());
    }
  }
}
