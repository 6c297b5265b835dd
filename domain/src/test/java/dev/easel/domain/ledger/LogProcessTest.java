package dev.easel.domain.ledger;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.time.ZoneId;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class LogProcessTest {

  private static final class InMemory implements LogOpener {
    @Override
    public GenerationLog open(Path directory, ZoneId zone) {
      return new InMemoryGenerationLog(zone);
    }
  }

  @Test
  void worksWhenToldAndSaysWhatItDid(@TempDir Path directory) throws Exception {
    try (LogProcess other =
        LogProcess.start(InMemory.class, directory, LogProcess.Work.WRITE, 3, 7)) {
      other.go();

      List<String> ids = other.answersToTheEnd();

      assertEquals(3, ids.size());
      assertEquals(EntryId.of(LogContract.MORNING, 0, 7).toString(), ids.getFirst());
    }
  }

  @Test
  void spendsNoMoreThanItsBudget(@TempDir Path directory) throws Exception {
    try (LogProcess other =
        LogProcess.start(InMemory.class, directory, LogProcess.Work.SPEND, 30, 0)) {
      other.go();

      assertEquals(25, other.answersToTheEnd().stream().filter("reserved"::equals).count());
    }
  }

  @Test
  void isGoneWhenItWasKilled(@TempDir Path directory) throws Exception {
    try (LogProcess other =
        LogProcess.start(InMemory.class, directory, LogProcess.Work.HOLD, 1, 0)) {
      other.go();
      assertTrue(EntryId.parse(other.answer()).isPresent());

      assertEquals("done", other.answer());

      other.kill();

      assertNull(other.answerOrEnd());
    }
  }
}
