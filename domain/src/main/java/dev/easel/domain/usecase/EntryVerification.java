package dev.easel.domain.usecase;

import dev.easel.domain.image.Fields;
import dev.easel.domain.ledger.BookFinding;
import dev.easel.domain.ledger.CanonicalForm;
import dev.easel.domain.ledger.Entry;
import dev.easel.domain.ledger.Inspector;
import dev.easel.domain.ledger.Rollups;
import dev.easel.domain.ledger.Statistics;
import dev.easel.domain.ledger.StatisticsDifference;
import dev.easel.domain.usecase.VerifyBooks.Follower;
import dev.easel.domain.usecase.VerifyBooks.Stage;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Collections;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;
import java.util.function.Consumer;

/// Looks at every entry: whether its seal fits, and what it adds to which sums.
final class EntryVerification implements Inspector {

  private static final long STEP = 1_000;
  private static final Statistics NOTHING = new Rollups().statistics(Statistics.Coverage.KEPT);

  private final Consumer<Entry> each;
  private final Follower follower;
  private final Consumer<BookFinding> sink;
  private final Rollups counted = new Rollups();
  private final Map<LocalDate, Rollups> countedByDay = new HashMap<>();
  private Sums kept = new Sums(ZoneOffset.UTC, NOTHING, Collections.emptySortedMap());
  private long finished;
  private long unsealed;
  private long running;

  /// @param each takes every entry
  EntryVerification(Consumer<Entry> each, Follower follower, Consumer<BookFinding> sink) {
    this.each = each;
    this.follower = follower;
    this.sink = sink;
  }

  @Override
  public void kept(Sums sums) {
    kept = sums;
  }

  @Override
  public void written(Entry entry, Fields fields, String place) {
    if (entry.hash() != null) {
      breach(entry, fields)
          .ifPresent(how -> sink.accept(new BookFinding.Altered(entry.id(), place, how)));
    }
  }

  private static Optional<String> breach(Entry entry, Fields fields) {
    Optional<String> contradiction =
        CanonicalForm.contradiction(fields, entry)
            .map("its %s does not agree with the rest of it"::formatted);
    return contradiction.isPresent() || CanonicalForm.hash(entry).equals(entry.hash())
        ? contradiction
        : Optional.of("its hash is not that of what it says");
  }

  @Override
  public void entry(Entry entry) {
    if (!entry.finished()) {
      running++;
    } else {
      finished++;
      unsealed += entry.hash() == null ? 1 : 0;
    }
    LocalDate day = LocalDate.ofInstant(entry.timestamp(), kept.zone());
    counted.add(entry, day);
    countedByDay.computeIfAbsent(day, _ -> new Rollups()).add(entry, day);
    each.accept(entry);
    if ((finished + running) % STEP == 0) {
      follower.reached(Stage.ENTRIES, finished + running, kept.everything().totals().requests());
    }
  }

  @Override
  public void found(BookFinding finding) {
    sink.accept(finding);
  }

  /// Compares the sums that the log keeps with those of the entries.
  void compareSums() {
    StatisticsDifference.each(
        "all", kept.everything(), counted.statistics(Statistics.Coverage.KEPT), sink::accept);
    TreeSet<LocalDate> days = new TreeSet<>(kept.days().keySet());
    days.addAll(countedByDay.keySet());
    for (LocalDate day : days) {
      Rollups of = countedByDay.getOrDefault(day, new Rollups());
      StatisticsDifference.each(
          day.toString(),
          kept.days().getOrDefault(day, NOTHING),
          of.statistics(Statistics.Coverage.KEPT),
          sink::accept);
    }
  }

  long finished() {
    return finished;
  }

  long unsealed() {
    return unsealed;
  }

  long running() {
    return running;
  }
}
