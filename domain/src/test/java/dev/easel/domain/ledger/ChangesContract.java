package dev.easel.domain.ledger;

import static dev.easel.domain.ledger.LogContract.add;
import static dev.easel.domain.ledger.LogContract.reserved;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.easel.domain.cost.Money;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;

/// What a watcher of the log is told.
public interface ChangesContract extends LogContract {

  @Test
  default void aFirstLookShowsNothingAndGivesACursor() {
    try (GenerationLog log = open()) {
      reserved(log, IntentDraft.at(MORNING, 1));

      Changes first = log.changes(null, 100);
      Changes second = log.changes(first.cursor(), 100);

      assertEquals(List.of(), first.entries());
      assertEquals(List.of(), second.entries());
      assertFalse(first.resumed());
      assertTrue(second.resumed());
    }
  }

  @Test
  default void everyStepOfAnEntryIsAChange() {
    try (GenerationLog log = open()) {
      Follower follower = new Follower(log);
      Entry reserved = reserved(log, IntentDraft.at(MORNING, 1));
      assertEquals(List.of(reserved), follower.look());

      Attempt attempt = new Attempt(MORNING, "http_503", 503, "busy", 1_000L, null);
      assertEquals(List.of(log.attempt(reserved.id(), attempt)), follower.look());
      Entry unknown = log.finish(reserved.id(), Endings.unknown("0.04"));
      assertEquals(List.of(unknown), follower.look());
      Entry settled = log.settle(reserved.id(), Money.ZERO).orElseThrow();
      assertEquals(List.of(settled), follower.look());
      Entry marked = log.mark(reserved.id(), true, new TreeSet<>(List.of("a"))).orElseThrow();
      assertEquals(List.of(marked), follower.look());
      assertEquals(List.of(), follower.look());
    }
  }

  @Test
  default void severalChangesOfAnEntryAreToldOnceAsItIsNow() {
    try (GenerationLog log = open()) {
      Follower follower = new Follower(log);
      Entry first = reserved(log, IntentDraft.at(MORNING, 1));
      Entry second = reserved(log, IntentDraft.at(MORNING, 2));
      Entry settled = log.finish(first.id(), Endings.settled("0.04", 1_000));
      Entry marked = log.mark(first.id(), true, settled.tags()).orElseThrow();

      assertEquals(List.of(second, marked), follower.look());
      assertEquals(List.of(), follower.look());
    }
  }

  @Test
  default void refusedAndImportedEntriesAreChangesToo() {
    try (GenerationLog log = open()) {
      Follower follower = new Follower(log);
      Entry imported = EntryDraft.at(MORNING.minusSeconds(9), 1).entry();
      add(log, imported);
      Entry refused = log.refuse(IntentDraft.at(MORNING, 1).intent(), "invalid", "no such size");

      assertEquals(List.of(imported, refused), follower.look());
    }
  }

  @Test
  default void aLimitCutsAndTheNextLookGoesOn() {
    try (GenerationLog log = open()) {
      Follower follower = new Follower(log);
      List<Entry> entries = new ArrayList<>();
      for (int number = 0; number < 7; number++) {
        entries.add(reserved(log, IntentDraft.at(MORNING, number)));
      }

      List<Entry> told = new ArrayList<>();
      for (int look = 0; look < 4; look++) {
        List<Entry> some = follower.look(3);
        assertEquals(true, some.size() <= 3);
        told.addAll(some);
      }

      assertEquals(entries, told);
    }
  }

  @Test
  default void anUnreadableCursorMeansFromNowOn() {
    try (GenerationLog log = open()) {
      reserved(log, IntentDraft.at(MORNING, 1));

      List<String> unreadable =
          List.of("", "x", "-1", "0x", "99999999999999999999999", "a:b:c", "\u0000", "1'; --");
      for (String cursor : unreadable) {
        Changes changes = log.changes(cursor, 100);
        assertEquals(List.of(), changes.entries(), cursor);
        assertFalse(changes.resumed(), cursor);
        Entry next = reserved(log, IntentDraft.at(MORNING, 2));
        assertEquals(List.of(next), log.changes(changes.cursor(), 100).entries(), cursor);
      }
    }
  }

  /// A copy of the log from an earlier day has not been where its watchers were.
  @Test
  default void aCursorThatTheLogHasNotPassedMeansFromNowOn() {
    try (GenerationLog log = open()) {
      String start = log.changes(null, 1).cursor();
      reserved(log, IntentDraft.at(MORNING, 1));
      String ahead = log.changes(start, 100).cursor().replaceAll("(\\d+)$", "99999999$1");
      Changes changes = log.changes(ahead, 100);

      assertFalse(changes.resumed());
      assertEquals(List.of(), changes.entries());
      assertTrue(log.changes(changes.cursor(), 100).resumed());
    }
  }

  @Test
  default void twoWatchersDoNotDisturbEachOther() {
    try (GenerationLog log = open()) {
      Follower one = new Follower(log);
      Entry first = reserved(log, IntentDraft.at(MORNING, 1));
      Follower other = new Follower(log);
      Entry second = reserved(log, IntentDraft.at(MORNING, 2));

      assertEquals(List.of(first, second), one.look());
      assertEquals(List.of(second), other.look());
    }
  }

  /// Someone who looks again and again.
  final class Follower {
    private final GenerationLog log;
    private String cursor;

    /// Looks for the first time.
    public Follower(GenerationLog log) {
      this.log = log;
      this.cursor = log.changes(null, 1).cursor();
    }

    /// What changed since the last look.
    public List<Entry> look() {
      return look(100);
    }

    /// What changed since the last look, at most so many.
    public List<Entry> look(int limit) {
      Changes changes = log.changes(cursor, limit);
      cursor = changes.cursor();
      return changes.entries();
    }
  }
}
