package dev.easel.domain.ledger;

import static dev.easel.domain.ledger.LogContract.add;
import static dev.easel.domain.ledger.LogContract.reserved;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.easel.domain.cost.Cost;
import dev.easel.domain.cost.CostBasis;
import dev.easel.domain.cost.Money;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;

/// The life of an entry: reserved, then settled, released or unknown.
public interface ReservingContract extends LogContract {

  @Test
  default void aReservedEntryHoldsTheWishAndItsRisk() {
    try (GenerationLog log = open()) {
      IntentDraft draft = IntentDraft.at(MORNING.plusNanos(1_999_999), 7).caller("alice");

      Entry entry = reserved(log, draft);

      assertEquals(draft.intent().reserved(EntryId.of(MORNING.plusMillis(1), 0, 7)), entry);
      assertEquals(MORNING.plusMillis(1), entry.timestamp());
      assertEquals(Money.ofUsd("0.04"), entry.atRisk());
      assertEquals(Cost.UNKNOWN, entry.cost());
      assertNull(entry.hash());
      assertEquals(Optional.of(entry), log.find(entry.id()));
    }
  }

  @Test
  default void aWithheldPromptIsNotInTheLogWhateverBecomesOfTheEntry() {
    try (GenerationLog log = open()) {
      Intent intent = IntentDraft.at(MORNING, 7).withheld();
      Entry entry = assertInstanceOf(Reservation.Reserved.class, log.reserve(intent)).entry();

      assertTrue(entry.promptWithheld());
      assertEquals("", entry.prompt());
      assertEquals(Optional.of(entry), log.find(entry.id()));
      Entry ended = log.finish(entry.id(), intent.logged(Endings.settled("0.04", 1_000), null));
      assertTrue(ended.promptWithheld());
      assertEquals(List.of(ended), log.page(Query.EVERYTHING, Page.Request.newest(9)).entries());
      Query lighthouse = Query.parse("lighthouse", log.zone(), MORNING);
      assertEquals(List.of(), log.page(lighthouse, Page.Request.newest(9)).entries());
    }
  }

  @Test
  default void idsRiseEvenWhenTheClockFalls() {
    try (GenerationLog log = open()) {
      Entry first = reserved(log, IntentDraft.at(MORNING, 9));
      Entry second = reserved(log, IntentDraft.at(MORNING.minusSeconds(3_600), 9));
      Entry third = log.refuse(IntentDraft.at(MORNING, 9).intent(), "invalid", "no such size");
      Entry fourth = reserved(log, IntentDraft.at(MORNING.plusMillis(1), 1));

      assertEquals(EntryId.of(MORNING, 0, 9), first.id());
      assertEquals(EntryId.of(MORNING, 0, 10), second.id());
      assertEquals(EntryId.of(MORNING, 0, 11), third.id());
      assertEquals(EntryId.of(MORNING.plusMillis(1), 0, 1), fourth.id());
      assertEquals(MORNING.minusSeconds(3_600), second.timestamp());
    }
  }

  @Test
  default void anImportedEntryNeverLosesItsIdToANewOne() {
    try (GenerationLog log = open()) {
      Entry imported = EntryDraft.at(MORNING, 5).prompt("imported").entry();
      add(log, imported);

      Entry fresh = reserved(log, IntentDraft.at(MORNING, 5));

      assertTrue(fresh.id().compareTo(imported.id()) > 0);
      assertEquals(Optional.of(imported), log.find(imported.id()));
    }
  }

  @Test
  default void aSettledEntryHoldsWhatCame() {
    try (GenerationLog log = open()) {
      Entry reserved = reserved(log, IntentDraft.at(MORNING, 1));
      Ending ending = Endings.settled("0.05271", 18_345_670);

      Entry settled = log.finish(reserved.id(), ending);

      assertEquals(reserved.ended(ending).sealed(), settled);
      assertNotNull(settled.hash());
      assertNull(settled.atRisk());
      assertEquals(Optional.of(settled), log.find(reserved.id()));
    }
  }

  @Test
  default void aReleasedEntryCostsNothing() {
    try (GenerationLog log = open()) {
      Entry reserved = reserved(log, IntentDraft.at(MORNING, 1));

      Entry released = log.finish(reserved.id(), Endings.released());

      assertEquals(EntryState.RELEASED, released.state());
      assertEquals(Cost.NONE, released.cost());
      assertEquals("rate_limit_exceeded", released.code());
      assertEquals(CanonicalForm.hash(released), released.hash());
      assertEquals(Optional.of(released), log.find(reserved.id()));
    }
  }

  @Test
  default void anUnknownEntryKeepsItsRisk() {
    try (GenerationLog log = open()) {
      Entry reserved = reserved(log, IntentDraft.at(MORNING, 1));

      Entry unknown = log.finish(reserved.id(), Endings.unknown("0.08"));

      assertEquals(EntryState.UNKNOWN, unknown.state());
      assertEquals(Cost.UNKNOWN, unknown.cost());
      assertEquals(Money.ofUsd("0.08"), unknown.atRisk());
      assertEquals(CanonicalForm.hash(unknown), unknown.hash());
      assertEquals(Optional.of(unknown), log.find(reserved.id()));
    }
  }

  @Test
  default void anAnswerThatComesAfterAllEndsAnUnknownEntry() {
    try (GenerationLog log = open()) {
      EntryId id = reserved(log, IntentDraft.at(MORNING, 1)).id();
      log.finish(id, Endings.unknown("0.08"));

      Entry settled = log.finish(id, Endings.settled("0.04", 700_000_000));

      assertEquals(EntryState.SETTLED, settled.state());
      assertEquals(Optional.of(settled), log.find(id));
      assertEquals(1, log.statistics(Query.EVERYTHING).totals().requests());
    }
  }

  @Test
  default void whatHasEndedDoesNotEndAgain() {
    try (GenerationLog log = open()) {
      EntryId settled = reserved(log, IntentDraft.at(MORNING, 1)).id();
      EntryId released = reserved(log, IntentDraft.at(MORNING, 2)).id();
      Entry before = log.finish(settled, Endings.settled("0.04", 1_000));
      log.finish(released, Endings.released());

      for (EntryId id : List.of(settled, released, EntryId.of(MORNING, 0, 99))) {
        assertThrows(IllegalStateException.class, () -> log.finish(id, Endings.unknown("1")));
        assertThrows(IllegalStateException.class, () -> log.attempt(id, attempt(1)));
        assertThrows(IllegalStateException.class, () -> log.send(id));
      }
      assertEquals(Optional.of(before), log.find(settled));
    }
  }

  @Test
  default void anEntryThatWaitsForItsTurnHoldsItsRiskUntilItIsSent() {
    try (GenerationLog log = open()) {
      IntentDraft draft = IntentDraft.at(MORNING, 1).budget("0.05", null, false);
      Entry waiting = reserved(log, draft.waiting());

      assertTrue(waiting.waiting());
      assertEquals(EntryState.RESERVED, waiting.state());
      assertEquals(Entry.QUEUED, waiting.code());
      assertEquals(List.of(waiting), LogContract.matching(log, "state:reserved code:queued"));
      assertInstanceOf(Reservation.OverBudget.class, log.reserve(draft.intent()));
      assertEquals(1, log.statistics(Query.EVERYTHING).totals().running());

      Entry sending = log.send(waiting.id());

      assertFalse(sending.waiting());
      assertEquals(waiting.sending(), sending);
      assertEquals(draft.intent().reserved(waiting.id()), sending);
      assertEquals(Optional.of(sending), log.find(waiting.id()));
    }
  }

  @Test
  default void anEntryPausesForTheCodeOfItsAttempt() {
    try (GenerationLog log = open()) {
      EntryId id = reserved(log, IntentDraft.at(MORNING, 1)).id();

      Entry pausing = log.attempt(id, attempt(1));
      Entry sending = log.send(id);

      assertTrue(pausing.waiting());
      assertEquals("rate_limit_exceeded", pausing.code());
      assertFalse(sending.waiting());
      assertEquals(List.of(attempt(1)), sending.attempts());
      assertEquals(Optional.of(sending), log.find(id));
      assertEquals(List.of(), log.statistics(Query.EVERYTHING).codes());
    }
  }

  @Test
  default void attemptsStayOnTheEntry() {
    try (GenerationLog log = open()) {
      EntryId id = reserved(log, IntentDraft.at(MORNING, 1)).id();
      log.attempt(id, attempt(1));
      Entry twice = log.attempt(id, attempt(2));

      Entry settled = log.finish(id, Endings.settled("0.04", 1_000));

      assertEquals(List.of(attempt(1), attempt(2)), twice.attempts());
      assertEquals(List.of(attempt(1), attempt(2)), settled.attempts());
      assertEquals(Optional.of(settled), log.find(id));
    }
  }

  @Test
  default void theLastAttemptComesWithTheEnd() {
    try (GenerationLog log = open()) {
      EntryId id = reserved(log, IntentDraft.at(MORNING, 1)).id();
      log.attempt(id, attempt(1));
      log.send(id);
      Attempt last = new Attempt(MORNING.plusSeconds(9), null, 200, null, null, null);

      Entry settled = log.finish(id, Endings.after(Endings.settled("0.04", 1_000), last));

      assertEquals(List.of(attempt(1), last), settled.attempts());
      assertEquals(CanonicalForm.hash(settled), settled.hash());
      assertEquals(Optional.of(settled), log.find(id));
    }
  }

  private static Attempt attempt(int number) {
    Instant at = MORNING.plusSeconds(number);
    Long wait = number == 1 ? 1_500L : null;
    return new Attempt(at, "rate_limit_exceeded", 429, "try later", wait, number * 10L);
  }

  @Test
  default void whatEaselRefusesIsReleasedWithItsCode() {
    try (GenerationLog log = open()) {
      Entry entry = log.refuse(IntentDraft.at(MORNING, 1).intent(), "invalid", "no such size");

      assertEquals(EntryState.RELEASED, entry.state());
      assertEquals("invalid", entry.code());
      assertEquals("no such size", entry.error());
      assertEquals(Cost.NONE, entry.cost());
      assertNull(entry.latencyMicros());
      assertEquals(CanonicalForm.hash(entry), entry.hash());
      assertEquals(Optional.of(entry), log.find(entry.id()));
    }
  }

  @Test
  default void anUnknownEntryIsSettledByHandAsCharged() {
    try (GenerationLog log = open()) {
      EntryId id = reserved(log, IntentDraft.at(MORNING, 1)).id();
      log.finish(id, Endings.unknown("0.08"));

      Entry charged = log.settle(id, Money.ofUsd("0.06")).orElseThrow();

      assertEquals(EntryState.SETTLED, charged.state());
      assertEquals(Cost.of(Money.ofUsd("0.06"), CostBasis.BY_HAND), charged.cost());
      assertNull(charged.atRisk());
      assertEquals(CanonicalForm.hash(charged), charged.hash());
      assertEquals(Optional.of(charged), log.find(id));
      Statistics.Totals totals = log.statistics(Query.EVERYTHING).totals();
      assertEquals(
          new Statistics.Totals(1, 1, 0, 0, 0, Money.ofUsd("0.06"), Money.ZERO, 0), totals);
    }
  }

  @Test
  default void anUnknownEntryIsSettledByHandAsNotCharged() {
    try (GenerationLog log = open()) {
      EntryId id = reserved(log, IntentDraft.at(MORNING, 1)).id();
      log.finish(id, Endings.unknown("0.08"));

      Entry free = log.settle(id, Money.ZERO).orElseThrow();

      assertEquals(EntryState.RELEASED, free.state());
      assertEquals(Cost.of(Money.ZERO, CostBasis.BY_HAND), free.cost());
      assertEquals(Optional.of(free), log.find(id));
    }
  }

  @Test
  default void onlyUnknownEntriesAreSettledByHand() {
    try (GenerationLog log = open()) {
      EntryId running = reserved(log, IntentDraft.at(MORNING, 1)).id();
      EntryId settled = reserved(log, IntentDraft.at(MORNING, 2)).id();
      log.finish(settled, Endings.settled("0.04", 1_000));

      assertThrows(IllegalStateException.class, () -> log.settle(running, Money.ZERO));
      assertThrows(IllegalStateException.class, () -> log.settle(settled, Money.ZERO));
      assertEquals(Optional.empty(), log.settle(EntryId.of(MORNING, 0, 99), Money.ZERO));
    }
  }

  @Test
  default void starAndTagsStayThroughEveryStep() {
    try (GenerationLog log = open()) {
      EntryId id = reserved(log, IntentDraft.at(MORNING, 1)).id();
      TreeSet<String> tags = new TreeSet<>(List.of("poster", "été"));

      Entry running = log.mark(id, true, tags).orElseThrow();
      Entry unknown = log.finish(id, Endings.unknown("0.08"));
      Entry settled = log.settle(id, Money.ofUsd("0.08")).orElseThrow();
      Entry plain = log.mark(id, false, new TreeSet<>()).orElseThrow();

      for (Entry entry : List.of(running, unknown, settled)) {
        assertTrue(entry.star());
        assertEquals(tags, entry.tags());
      }
      assertEquals(settled.hash(), plain.hash());
      assertEquals(settled.marked(false, new TreeSet<>()), plain);
      assertEquals(Optional.of(plain), log.find(id));
      assertEquals(Optional.empty(), log.mark(EntryId.of(MORNING, 0, 99), true, new TreeSet<>()));
    }
  }
}
