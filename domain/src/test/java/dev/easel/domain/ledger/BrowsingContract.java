package dev.easel.domain.ledger;

import static dev.easel.domain.ledger.LogContract.add;
import static dev.easel.domain.ledger.LogContract.matching;
import static dev.easel.domain.ledger.LogContract.query;
import static dev.easel.domain.ledger.LogContract.reserved;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

/// Order and paging.
public interface BrowsingContract extends LogContract {

  @Test
  default void anEmptyLogHasAnEmptyPage() {
    try (GenerationLog log = open()) {
      Page page = log.page(Query.EVERYTHING, Page.Request.newest(50));

      assertEquals(new Page(List.of(), null), page);
      assertEquals(Optional.empty(), log.find(EntryId.of(MORNING, 0, 1)));
    }
  }

  @Test
  default void newestFirstGoesByIdWhateverTheOrderOfWriting() {
    try (GenerationLog log = open()) {
      EntryId running = reserved(log, IntentDraft.at(MORNING.plusSeconds(5), 1)).id();
      EntryId done = reserved(log, IntentDraft.at(MORNING.plusSeconds(9), 1)).id();
      log.finish(done, Endings.settled("0.04", 1_000));
      Entry old = EntryDraft.at(MORNING, 1).entry();
      Entry middle = EntryDraft.at(MORNING.plusSeconds(7), 1).entry();
      add(log, middle, old);

      List<EntryId> ids = matching(log, "").stream().map(Entry::id).toList();

      assertEquals(List.of(done, middle.id(), running, old.id()), ids);
    }
  }

  @Test
  default void pagesJoinWithoutGapOrOverlap() {
    try (GenerationLog log = open()) {
      fill(log, 25);

      List<EntryId> seen = new ArrayList<>();
      Optional<Page.Request> request = Optional.of(Page.Request.newest(10));
      List<Integer> sizes = new ArrayList<>();
      while (request.isPresent()) {
        Page page = log.page(Query.EVERYTHING, request.get());
        page.entries().forEach(entry -> seen.add(entry.id()));
        sizes.add(page.entries().size());
        request = page.following(10);
      }

      assertEquals(List.of(10, 10, 5), sizes);
      assertEquals(matching(log, "").stream().map(Entry::id).toList(), seen);
    }
  }

  @Test
  default void theLastFullPageSaysThatItIsTheLast() {
    try (GenerationLog log = open()) {
      fill(log, 20);

      Page first = log.page(Query.EVERYTHING, Page.Request.newest(10));
      Page second = log.page(Query.EVERYTHING, first.following(10).orElseThrow());

      assertEquals(10, second.entries().size());
      assertNull(second.next());
    }
  }

  @Test
  default void newEntriesDoNotShiftAPage() {
    try (GenerationLog log = open()) {
      fill(log, 20);
      Page first = log.page(Query.EVERYTHING, Page.Request.newest(10));
      add(log, EntryDraft.at(MORNING.plusSeconds(999), 1).entry());

      Page second = log.page(Query.EVERYTHING, first.following(10).orElseThrow());

      assertEquals(EntryId.of(MORNING.plusSeconds(9), 0, 9), second.entries().getFirst().id());
    }
  }

  @Test
  default void pagesOfAQueryHoldOnlyWhatMatches() {
    try (GenerationLog log = open()) {
      fill(log, 30);
      Query even = query("model:even");

      Page first = log.page(even, Page.Request.newest(10));
      Page second = log.page(even, first.following(10).orElseThrow());

      assertEquals(10, first.entries().size());
      assertEquals(5, second.entries().size());
      assertEquals(
          List.of("even"), second.entries().stream().map(Entry::model).distinct().toList());
      assertNull(second.next());
    }
  }

  @Test
  default void aPageMayBeginAtAnIdThatIsNotThere() {
    try (GenerationLog log = open()) {
      fill(log, 3);

      Page.Request request = new Page.Request(10, EntryId.of(MORNING.plusSeconds(1), 0, 2));

      assertEquals(2, log.page(Query.EVERYTHING, request).entries().size());
    }
  }

  @Test
  default void thePagesOfAnImpatientReaderAddUpToOneOfAPatientOne() {
    try (GenerationLog log = open()) {
      add(log, RandomEntries.several(new SplittableRandom(17), MORNING, 60));
      reserved(log, IntentDraft.at(MORNING.minusSeconds(200_000), 7));
      for (String query : QueryContract.EVERY_FIELD) {
        for (int limit : new int[] {1, 7, 100}) {
          assertEquals(matching(log, query), impatient(log, query, limit), query);
        }
      }
    }
  }

  /// What a reader without any patience meets who follows page after page; fails when a page does
  /// not move on or is too long.
  static List<Entry> impatient(GenerationLog log, String query, int limit) {
    List<Entry> met = new ArrayList<>();
    EntryId before = null;
    do {
      Page page = log.page(query(query), new Page.Request(limit, before).within(Duration.ZERO));
      assertTrue(page.entries().size() <= limit);
      assertTrue(page.next() == null || before == null || page.next().compareTo(before) < 0);
      met.addAll(page.entries());
      before = page.next();
    } while (before != null);
    return met;
  }

  @Test
  default void aReaderWithPatienceIsAnsweredAsOneWithoutAnEnd() {
    try (GenerationLog log = open()) {
      fill(log, 30);
      Page.Request request = Page.Request.newest(10);

      for (String query : List.of("", "model:even", "-model:even", "cost>1000")) {
        assertEquals(
            log.page(query(query), request),
            log.page(query(query), request.within(Duration.ofHours(1))));
      }
    }
  }

  @Test
  default void theEndOfAnIdFindsItsEntries() {
    try (GenerationLog log = open()) {
      Entry first = EntryDraft.at(MORNING, 0xabc123L).entry();
      Entry second = EntryDraft.at(MORNING.plusSeconds(1), 0xabc123L).entry();
      Entry other = EntryDraft.at(MORNING.plusSeconds(2), 0xabc124L).entry();
      Entry within = EntryDraft.at(MORNING.plusSeconds(2), 0xabc1_2300L).entry();
      add(log, first, second, other, within);
      Entry running = reserved(log, IntentDraft.at(MORNING.plusSeconds(3), 0xfabc123L));

      assertEquals(List.of(running, second, first), log.endingWith("abc123", 10));
      assertEquals(List.of(running, second), log.endingWith("abc123", 2));
      assertEquals(List.of(other), log.endingWith("124", 10));
      assertEquals(List.of(second), log.endingWith(second.id().toString(), 10));
      assertEquals(List.of(), log.endingWith("%", 10));
      assertEquals(List.of(), log.endingWith("_bc124", 10));
    }
  }

  private static void fill(GenerationLog log, int count) {
    Entry[] entries = new Entry[count];
    for (int number = 0; number < count; number++) {
      entries[number] =
          EntryDraft.at(MORNING.plusSeconds(number), number)
              .model(number % 2 == 0 ? "even" : "odd")
              .entry();
    }
    add(log, entries);
  }
}
