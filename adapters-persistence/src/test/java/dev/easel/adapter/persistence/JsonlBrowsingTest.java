package dev.easel.adapter.persistence;

import static dev.easel.domain.ledger.LogContract.MORNING;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.easel.domain.cost.Money;
import dev.easel.domain.ledger.BrowsingContract;
import dev.easel.domain.ledger.Changes;
import dev.easel.domain.ledger.Endings;
import dev.easel.domain.ledger.Entry;
import dev.easel.domain.ledger.EntryDraft;
import dev.easel.domain.ledger.EntryId;
import dev.easel.domain.ledger.GenerationLog;
import dev.easel.domain.ledger.InMemoryGenerationLog;
import dev.easel.domain.ledger.IntentDraft;
import dev.easel.domain.ledger.LogContract;
import dev.easel.domain.ledger.Page;
import dev.easel.domain.ledger.Query;
import dev.easel.domain.ledger.QueryContract;
import dev.easel.domain.ledger.RandomEntries;
import dev.easel.domain.ledger.StatisticsContract;
import java.nio.file.Path;
import java.time.Duration;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/// A log of many blocks, whose ids rise only roughly, answers as one in memory does.
final class JsonlBrowsingTest {

  private static final int ENTRIES = 1_200;

  @TempDir private static Path directory;
  private static GenerationLog log = new InMemoryGenerationLog(ZoneOffset.UTC);
  private static final GenerationLog memory = new InMemoryGenerationLog(ZoneOffset.UTC);

  @BeforeAll
  static void fill() {
    log = JsonlLogs.open(directory, JsonlDisk.REAL, JsonlLogs.TINY);
    List<Entry> entries = entries();
    Entry[] all = entries.toArray(Entry[]::new);
    for (GenerationLog each : List.of(log, memory)) {
      LogContract.add(each, all);
      changeSome(each, entries);
    }
  }

  /// Runs of a few hundred in any order, each roughly rising.
  private static List<Entry> entries() {
    SplittableRandom random = new SplittableRandom(41);
    List<Entry> entries = Arrays.asList(RandomEntries.several(random, MORNING, ENTRIES));
    List<List<Entry>> runs = new ArrayList<>();
    for (int from = 0; from < ENTRIES; from += 300) {
      List<Entry> run = new ArrayList<>(entries.subList(from, from + 300));
      for (int number = 0; number + 20 < run.size(); number += 20) {
        Collections.shuffle(run.subList(number, number + 20), new Random(number));
      }
      runs.add(run);
    }
    Collections.shuffle(runs, new Random(4));
    return runs.stream().flatMap(List::stream).toList();
  }

  private static void changeSome(GenerationLog each, List<Entry> entries) {
    for (int number = 0; number < ENTRIES; number += 101) {
      each.mark(entries.get(number).id(), number % 2 == 0, new TreeSet<>(List.of("rare")));
    }
    entries.stream()
        .filter(entry -> entry.state() == dev.easel.domain.ledger.EntryState.UNKNOWN)
        .limit(20)
        .forEach(entry -> each.settle(entry.id(), new Money(entry.id().hashCode() & 0xfffff)));
    LogContract.reserved(each, IntentDraft.at(MORNING.minusSeconds(400_000), 7).caller("alice"));
    EntryId late = LogContract.reserved(each, IntentDraft.at(MORNING, 8)).id();
    each.finish(late, Endings.unknown("0.3"));
  }

  @AfterAll
  static void close() {
    log.close();
  }

  static Stream<String> queries() {
    return Stream.concat(
        QueryContract.EVERY_FIELD.stream(),
        Stream.of(
            "tag:rare",
            "star:yes tag:rare",
            "-state:settled,released,unknown",
            "-model:gpt-image-2,dall-e-3",
            "-caller:none",
            "nowhere",
            "cost>0.9",
            "-size:none -quality:none",
            "code:none -state:settled",
            "lighthouse dusk -state:reserved"));
  }

  @ParameterizedTest
  @MethodSource("queries")
  void everyQueryFindsTheSame(String source) {
    assertEquals(pages(memory, source, 100), pages(log, source, 100));
  }

  @ParameterizedTest
  @MethodSource("queries")
  void anImpatientReaderMeetsTheSame(String source) {
    List<Entry> all =
        pages(memory, source, 100).stream().flatMap(page -> page.entries().stream()).toList();

    assertEquals(all, BrowsingContract.impatient(log, source, 10));
  }

  @Test
  void anImpatientReaderIsAnsweredBeforeTheEnd() {
    Page.Request request = Page.Request.newest(10).within(Duration.ZERO);

    Page page = log.page(LogContract.query("cost>1000000"), request);

    assertEquals(List.of(), page.entries());
    assertNotNull(page.next());
  }

  @ParameterizedTest
  @MethodSource("queries")
  void everyQueryAddsUpToTheSame(String source) {
    Query query = LogContract.query(source);
    assertEquals(
        StatisticsContract.uncovered(memory.statistics(query)),
        StatisticsContract.uncovered(log.statistics(query)));
  }

  @Test
  void smallPagesAreThoseOfALogInMemory() {
    assertEquals(pages(memory, "", 23), pages(log, "", 23));
  }

  private static List<Page> pages(GenerationLog each, String source, int limit) {
    List<Page> pages = new ArrayList<>();
    Optional<Page.Request> request = Optional.of(Page.Request.newest(limit));
    while (request.isPresent()) {
      Page page = each.page(LogContract.query(source), request.get());
      pages.add(page);
      request = page.following(limit);
    }
    return pages;
  }

  @Test
  void everyEntryIsFoundByItsIdAndByItsEnd() {
    List<Entry> some = memory.page(Query.EVERYTHING, Page.Request.newest(1_000)).entries();
    for (int number = 0; number < some.size(); number += 10) {
      assertEquals(Optional.of(some.get(number)), log.find(some.get(number).id()));
    }
    Entry known = EntryDraft.at(MORNING.minusSeconds(800_000), 0xabcdefL).entry();
    LogContract.add(log, known);
    LogContract.add(memory, known);

    assertEquals(List.of(known), log.endingWith("abcdef", 10));
    assertEquals(List.of(known), log.endingWith("bcdef", 10));
    assertEquals(List.of(known), LogContract.matching(log, "id:abcdef"));
    assertEquals(memory.endingWith("5", 30), log.endingWith("5", 30));
  }

  @Test
  void whatIsThereIsNotAddedTwice() {
    long entries = log.condition().entries();

    assertEquals(0, log.add(memory::export));

    assertEquals(entries, log.condition().entries());
  }

  @Test
  void aWatcherFarBehindIsToldAllInShortSteps() {
    Set<EntryId> told = new HashSet<>();
    Changes changes = log.changes(new JsonlCursor(0, 0).toString(), 37);
    while (!changes.entries().isEmpty()) {
      List<EntryId> ids = changes.entries().stream().map(Entry::id).toList();
      assertTrue(ids.size() <= 37);
      assertEquals(ids.size(), Set.copyOf(ids).size());
      told.addAll(ids);
      changes = log.changes(changes.cursor(), 37);
    }

    assertEquals(log.condition().entries() + log.condition().running(), told.size());
  }
}
