package dev.easel.domain.usecase;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.easel.domain.ledger.Entry;
import dev.easel.domain.ledger.EntryDraft;
import dev.easel.domain.ledger.GenerationLog;
import dev.easel.domain.ledger.InMemoryGenerationLog;
import dev.easel.domain.ledger.LogRecord;
import dev.easel.domain.ledger.StoredPicture;
import java.lang.reflect.Proxy;
import java.time.Instant;
import java.time.ZoneOffset;
import org.junit.jupiter.api.Test;

final class CheckPictureTest {

  private static final Instant MORNING = Instant.parse("2026-11-26T08:00:00Z");

  private final GenerationLog log = new InMemoryGenerationLog(ZoneOffset.UTC);
  private int entries;
  private int pages;
  private final CheckPicture checking = new CheckPicture(counting());

  private GenerationLog counting() {
    return (GenerationLog)
        Proxy.newProxyInstance(
            GenerationLog.class.getClassLoader(),
            new Class<?>[] {GenerationLog.class},
            (_, method, arguments) -> {
              pages += method.getName().equals("page") ? 1 : 0;
              return method.invoke(log, arguments);
            });
  }

  private static String name(int number) {
    return "%064x".formatted(number);
  }

  private void made(String caller, int number) {
    StoredPicture picture = new StoredPicture(name(number), "png", 1_000L, 64, 64, null);
    entries++;
    Entry entry =
        EntryDraft.at(MORNING.plusSeconds(entries), 1).caller(caller).images(picture).entry();
    log.add(sink -> sink.accept(new LogRecord.Whole(entry)));
  }

  @Test
  void aPictureIsSeenByWhoseItIsAndNobodyElse() {
    made("anna", 1);
    made("bob", 2);
    assertTrue(checking.isOf("anna", name(1)));
    assertFalse(checking.isOf("anna", name(2)));
    assertFalse(checking.isOf("bob", name(1)));
    made("anna", 2);
    assertTrue(checking.isOf("anna", name(2)));
  }

  @Test
  void thePicturesOfAPageAreAskedOfTheLogOnce() {
    for (int number = 1; number <= 90; number++) {
      made("anna", number);
    }
    for (int number = 1; number <= 90; number++) {
      assertTrue(checking.isOf("anna", name(number)));
    }
    assertEquals(1, pages);
  }
}
