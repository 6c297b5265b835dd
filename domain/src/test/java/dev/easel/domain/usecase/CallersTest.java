package dev.easel.domain.usecase;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.easel.domain.cost.Money;
import dev.easel.domain.ledger.Caller;
import dev.easel.domain.ledger.InMemoryGenerationLog;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

final class CallersTest {

  private final InMemoryGenerationLog log = new InMemoryGenerationLog(ZoneOffset.UTC);
  private final RecogniseCaller recognising = new RecogniseCaller(log);
  private int given;
  private final ChangeCallers changing =
      new ChangeCallers(
          log,
          () -> "token-" + ++given,
          new ManualTime(Instant.parse("2026-11-23T10:30:00.123456Z")));

  private static ChangeCallers.Change.Admitted admitted(ChangeCallers.Change change) {
    return assertInstanceOf(ChangeCallers.Change.Admitted.class, change);
  }

  private static void assertRefused(String words, ChangeCallers.Change change) {
    String reason = assertInstanceOf(ChangeCallers.Change.Refused.class, change).reason();
    assertTrue(reason.contains(words), reason);
  }

  @Test
  void aCallerIsKnownByItsToken() {
    ChangeCallers.Change.Admitted anna = admitted(changing.add("Anna", Money.ofUsd("2")));

    assertEquals("anna", anna.caller().name());
    assertEquals(Optional.of(anna.caller()), recognising.recognise(anna.token()));
    assertEquals(Optional.empty(), recognising.recognise("token-9"));
    assertEquals(Optional.empty(), recognising.recognise(""));
    assertEquals(Optional.empty(), recognising.recognise(anna.caller().tokenHash()));
  }

  @Test
  void theTokenItselfIsNotKept() {
    String token = admitted(changing.add("anna", null)).token();

    assertFalse(log.facts().toString().contains(token));
  }

  @Test
  void aNewTokenReplacesTheOldOne() {
    String old = admitted(changing.add("anna", null)).token();
    changing.add("bob", null);

    String fresh = admitted(changing.renew("ANNA")).token();

    assertEquals(Optional.empty(), recognising.recognise(old));
    assertEquals("anna", recognising.recognise(fresh).map(Caller::name).orElseThrow());
  }

  @Test
  void aRemovedCallerIsKnownNoMore() {
    String token = admitted(changing.add("anna", null)).token();

    assertInstanceOf(ChangeCallers.Change.Removed.class, changing.remove("anna"));

    assertEquals(Optional.empty(), recognising.recognise(token));
    assertEquals(List.of(), log.facts().callers());
  }

  @Test
  void whatMakesNoSenseIsRefused() {
    changing.add("anna", null);

    assertRefused("already", changing.add("ANNA", null));
    assertRefused("up to 64", changing.add("an na", null));
    assertRefused("no caller bob", changing.renew("bob"));
    assertRefused("no caller bob", changing.remove("bob"));
    assertEquals(1, log.facts().all().size());
  }
}
