package dev.easel.domain.ledger;

import static dev.easel.domain.ledger.LogContract.reserved;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;

/// What an idempotency key means for a second wish.
public interface KeysContract extends LogContract {

  /// What hinders a wish.
  PictureStore.Unstorable NO_ROOM = new PictureStore.Unstorable("there is no room", true, null);

  @Test
  default void aKeyWhoseRequestIsUnderWayJoinsIt() {
    try (GenerationLog log = open()) {
      Entry first = reserved(log, IntentDraft.at(MORNING, 1).key("k", "same"));

      Reservation again = log.reserve(later(1).key("k", "same").intent());

      assertEquals(new Reservation.Running(first), again);
      assertEquals(1, log.condition().running());
    }
  }

  @Test
  default void aKeyWhoseRequestIsSettledGivesItBack() {
    try (GenerationLog log = open()) {
      Entry first = reserved(log, IntentDraft.at(MORNING, 1).key("k", "same"));
      Entry settled = log.finish(first.id(), Endings.settled("0.04", 1_000));

      assertEquals(new Reservation.Done(settled), log.reserve(later(1).key("k", "same").intent()));
    }
  }

  @Test
  default void aKeyGivesBackTheAnswerThatItsRequestGot() {
    try (GenerationLog log = open()) {
      for (Ending ending : List.of(Endings.settled("0.04", 1_000), Endings.unknown("0.04"))) {
        String key = ending.state().word();
        Entry first = reserved(log, IntentDraft.at(MORNING, 1).key(key, "same"));
        Entry ended = log.finish(first.id(), ending.answered(Endings.ANSWER));
        assertEquals(Endings.ANSWER, ended.answer());

        Reservation again = log.reserve(later(1).key(key, "same").intent());

        assertEquals(new Reservation.Done(ended), again);
        Entry found = log.find(ended.id()).orElseThrow();
        assertEquals(Endings.ANSWER.toString(), String.valueOf(found.answer()));
        assertEquals(CanonicalForm.hash(ended), found.hash());
      }
    }
  }

  @Test
  default void aKeyWhoseRequestIsUnknownStaysUnknown() {
    try (GenerationLog log = open()) {
      Entry first = reserved(log, IntentDraft.at(MORNING, 1).key("k", "same"));
      Entry unknown = log.finish(first.id(), Endings.unknown("0.04"));

      assertEquals(new Reservation.Done(unknown), log.reserve(later(1).key("k", "same").intent()));
    }
  }

  @Test
  default void aKeyWithAnotherRequestIsRefused() {
    try (GenerationLog log = open()) {
      Entry first = reserved(log, IntentDraft.at(MORNING, 1).key("k", "one"));
      assertEquals(
          new Reservation.KeyReused(first), log.reserve(later(1).key("k", "other").intent()));

      Entry settled = log.finish(first.id(), Endings.settled("0.04", 1_000));
      assertEquals(
          new Reservation.KeyReused(settled), log.reserve(later(2).key("k", "other").intent()));
      assertEquals(1, LogContract.matching(log, "").size());
    }
  }

  @Test
  default void aReleasedRequestFreesItsKey() {
    try (GenerationLog log = open()) {
      Entry first = reserved(log, IntentDraft.at(MORNING, 1).key("k", "same"));
      Entry released = log.finish(first.id(), Endings.released());

      Entry second = reserved(log, later(1).key("k", "same"));
      assertEquals(
          new Reservation.Running(second), log.reserve(later(2).key("k", "same").intent()));
      log.finish(second.id(), Endings.released());
      Entry third = reserved(log, later(3).key("k", "corrected"));

      assertEquals(released, log.find(first.id()).orElseThrow());
      assertEquals(3, LogContract.matching(log, "").size());
      assertEquals(
          new Reservation.Running(third), log.reserve(later(4).key("k", "corrected").intent()));
    }
  }

  @Test
  default void aWishOverBudgetDoesNotTakeItsKey() {
    try (GenerationLog log = open()) {
      log.reserve(IntentDraft.at(MORNING, 1).budget("0.01", null, false).key("k", "same").intent());

      Entry second = reserved(log, later(1).key("k", "same"));

      assertEquals(EntryState.RESERVED, second.state());
    }
  }

  @Test
  default void aKeyIsForgottenAfterSevenDays() {
    try (GenerationLog log = open()) {
      Entry first = reserved(log, IntentDraft.at(MORNING, 1).key("k", "same"));
      Entry settled = log.finish(first.id(), Endings.settled("0.04", 1_000));
      Duration almost = Duration.ofDays(7).minusSeconds(1);
      Duration over = Duration.ofDays(7).plusSeconds(1);
      someDayBetween(log);

      assertEquals(
          new Reservation.Done(settled),
          log.reserve(IntentDraft.at(MORNING.plus(almost), 2).key("k", "same").intent()));
      Entry fresh = reserved(log, IntentDraft.at(MORNING.plus(over), 3).key("k", "other"));

      assertEquals(
          new Reservation.Running(fresh),
          log.reserve(IntentDraft.at(MORNING.plus(over), 4).key("k", "other").intent()));
    }
  }

  @Test
  default void aKeyIsKeptUntilTheLogHasSeenADayPass() {
    Instant weeksLater = MORNING.plus(Duration.ofDays(30));
    try (GenerationLog log = open()) {
      Entry first = reserved(log, IntentDraft.at(MORNING, 1).key("k", "same"));
      Entry settled = log.finish(first.id(), Endings.settled("0.04", 1_000));
      log.refuse(IntentDraft.at(MORNING.plusSeconds(1), 2).intent(), "invalid", "no");
      log.refuse(IntentDraft.at(weeksLater, 3).intent(), "invalid", "no");

      assertEquals(
          new Reservation.Done(settled),
          log.reserve(IntentDraft.at(weeksLater, 4).key("k", "same").intent()));
      someDayBetween(log);
      reserved(log, IntentDraft.at(weeksLater, 5).key("k", "other"));
    }
  }

  @Test
  default void whatRunsOnADayBetweenHasSeenItToo() {
    try (GenerationLog log = open()) {
      Entry first = reserved(log, IntentDraft.at(MORNING, 1).key("k", "one"));
      log.finish(first.id(), Endings.settled("0.04", 1_000));
      reserved(log, IntentDraft.at(MORNING.plus(Duration.ofDays(1)), 2));

      reserved(log, IntentDraft.at(MORNING.plus(Duration.ofDays(8)), 3).key("k", "other"));
    }
  }

  @Test
  default void daysThatTheLogSawBeforeAKeyWasUsedFreeNothing() {
    Instant wrong = MORNING.minus(Duration.ofDays(30));
    try (GenerationLog log = open()) {
      for (int daysAgo = 20; daysAgo >= 0; daysAgo--) {
        Instant day = MORNING.minus(Duration.ofDays(daysAgo));
        log.refuse(IntentDraft.at(day, 1).intent(), "invalid", "no");
      }
      Entry first = reserved(log, IntentDraft.at(wrong, 1).key("k", "same"));
      Entry settled = log.finish(first.id(), Endings.settled("0.04", 1_000));

      assertEquals(new Reservation.Done(settled), log.reserve(later(1).key("k", "same").intent()));
    }
  }

  private static void someDayBetween(GenerationLog log) {
    Instant between = MORNING.plus(Duration.ofDays(3));
    log.refuse(IntentDraft.at(between, 99).intent(), "invalid", "no");
  }

  @Test
  default void callersKeepTheirKeysApart() {
    try (GenerationLog log = open()) {
      Entry users = reserved(log, IntentDraft.at(MORNING, 1).key("k", "one"));
      Entry alices = reserved(log, later(1).caller("alice").key("k", "two"));
      Entry bobs = reserved(log, later(2).caller("bob").key("k", "three"));

      assertEquals(new Reservation.Running(users), log.reserve(later(3).key("k", "one").intent()));
      assertEquals(
          new Reservation.Running(alices),
          log.reserve(later(4).caller("alice").key("k", "two").intent()));
      assertEquals(
          new Reservation.KeyReused(bobs),
          log.reserve(later(5).caller("bob").key("k", "two").intent()));
    }
  }

  @Test
  default void keysAreComparedToTheLetter() {
    try (GenerationLog log = open()) {
      reserved(log, IntentDraft.at(MORNING, 1).key("Key", "one"));

      reserved(log, later(1).key("key", "two"));
      reserved(log, later(2).key("Key ", "three"));
      reserved(log, later(3).key("schlüssel", "four"));
    }
  }

  @Test
  default void aWishThatIsHinderedIsAnsweredByItsKey() {
    try (GenerationLog log = open()) {
      Entry running = reserved(log, IntentDraft.at(MORNING, 1).key("k", "same"));
      assertEquals(
          new Reservation.Running(running), log.reserve(hindered(later(1).key("k", "same"))));
      assertEquals(
          new Reservation.KeyReused(running), log.reserve(hindered(later(2).key("k", "other"))));
      Entry settled = log.finish(running.id(), Endings.settled("0.04", 1_000));

      assertEquals(new Reservation.Done(settled), log.reserve(hindered(later(3).key("k", "same"))));
    }
  }

  @Test
  default void aWishThatIsHinderedLeavesNothing() {
    try (GenerationLog log = open()) {
      Intent hindered = hindered(IntentDraft.at(MORNING, 1).key("k", "one"));

      assertEquals(new Reservation.Hindered(NO_ROOM), log.reserve(hindered));

      assertEquals(0, log.condition().entries() + log.condition().running());
      reserved(log, later(1).key("k", "other"));
    }
  }

  @Test
  default void aWishThatIsHinderedIsRefusedOverBudgetAsAnyOther() {
    try (GenerationLog log = open()) {
      IntentDraft draft = IntentDraft.at(MORNING, 1).budget("0.01", null, false);

      assertInstanceOf(Reservation.OverBudget.class, log.reserve(hindered(draft)));
    }
  }

  private static Intent hindered(IntentDraft draft) {
    return draft.intent().hindered(NO_ROOM);
  }

  private static IntentDraft later(int seconds) {
    return IntentDraft.at(MORNING.plusSeconds(seconds), 1);
  }
}
