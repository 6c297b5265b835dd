package dev.easel.domain.ledger;

import static dev.easel.domain.ledger.LogContract.add;
import static dev.easel.domain.ledger.LogContract.reserved;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.easel.domain.image.Fields;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.SplittableRandom;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

/// What a log shows to whoever looks through all of it.
public interface InspectionContract extends LogContract {

  /// An inspector that remembers what it was shown.
  final class Notes implements Inspector {
    final List<Entry> entries = new ArrayList<>();
    final Set<Entry> written = new HashSet<>();
    final List<BookFinding> findings = new ArrayList<>();
    final SortedMap<LocalDate, Statistics> days = new TreeMap<>();
    Statistics everything = new Rollups().statistics(Statistics.Coverage.KEPT);

    @Override
    public void kept(Sums sums) {
      everything = sums.everything();
      days.putAll(sums.days());
    }

    @Override
    public void written(Entry entry, Fields fields, String place) {
      assertEquals(Optional.empty(), CanonicalForm.contradiction(fields, entry));
      written.add(entry);
    }

    @Override
    public void entry(Entry entry) {
      entries.add(entry);
    }

    @Override
    public void found(BookFinding finding) {
      findings.add(finding);
    }

    /// What was found.
    public List<BookFinding> findings() {
      return List.copyOf(findings);
    }

    /// What a log shows.
    public static Notes of(GenerationLog log) {
      Notes notes = new Notes();
      log.inspect(notes);
      return notes;
    }
  }

  @Test
  default void everyEntryIsShownOnceAsItIsAndNothingIsFoundInSoundBooks() {
    ZoneId zone = ZoneId.of("America/New_York");
    for (int seed = 0; seed < 5; seed++) {
      try (GenerationLog log = open(zone)) {
        OperationSequence operations =
            new OperationSequence(log, new SplittableRandom(seed), MORNING);
        for (int step = 0; step < 60; step++) {
          operations.step();
        }

        Notes notes = Notes.of(log);

        List<Entry> all = DiskLogContract.all(log);
        assertEquals(List.of(), notes.findings);
        assertEquals(all.size(), notes.entries.size());
        assertEquals(new HashSet<>(all), new HashSet<>(notes.entries));
        assertTrue(
            notes.written.stream()
                .allMatch(entry ->
                    entry.hash() == null || entry.hash().equals(CanonicalForm.hash(entry))));
        assertEquals(
            StatisticsContract.uncovered(log.statistics(Query.EVERYTHING)),
            StatisticsContract.uncovered(notes.everything));
      }
    }
  }

  @Test
  default void theSumsOfEachDayAreThoseOfItsEntries() {
    ZoneId zone = ZoneId.of("Asia/Tokyo");
    try (GenerationLog log = open(zone)) {
      add(log, RandomEntries.several(new SplittableRandom(5), MORNING, 80));
      reserved(log, IntentDraft.at(MORNING.plusSeconds(90_000), 1_000));

      Notes notes = Notes.of(log);

      SortedMap<LocalDate, Rollups> counted = new TreeMap<>();
      for (Entry entry : notes.entries) {
        LocalDate day = LocalDate.ofInstant(entry.timestamp(), zone);
        counted.computeIfAbsent(day, _ -> new Rollups()).add(entry, day);
      }
      assertTrue(counted.size() > 5);
      assertEquals(counted.keySet(), notes.days.keySet());
      counted.forEach((day, sums) ->
          assertEquals(
              sums.statistics(Statistics.Coverage.KEPT),
              StatisticsContract.uncovered(Objects.requireNonNull(notes.days.get(day)))));
    }
  }

  @Test
  default void linesThatAreNoEntriesAreNamedWithTheirReason() {
    try (GenerationLog log = open()) {
      log.add(sink -> {
        sink.accept(new LogRecord.Whole(EntryDraft.at(MORNING, 1).entry()));
        sink.accept(new LogRecord.Raw("[1,2,3]", "it is no JSON object"));
      });

      List<BookFinding> findings = Notes.of(log).findings;

      assertEquals(1, findings.size());
      assertTrue(
          findings.getFirst() instanceof BookFinding.Foreign(_, String reason)
              && reason.contains("no JSON object"),
          findings.toString());
    }
  }

  @Test
  default void lookingChangesNothing() {
    try (GenerationLog log = open()) {
      reserved(log, IntentDraft.at(MORNING, 1));
      add(log, EntryDraft.at(MORNING, 2).entry());
      List<Entry> before = DiskLogContract.all(log);
      Changes none = log.changes(null, 10);

      Notes.of(log);

      assertEquals(before, DiskLogContract.all(log));
      assertEquals(List.of(), log.changes(none.cursor(), 10).entries());
    }
  }
}
