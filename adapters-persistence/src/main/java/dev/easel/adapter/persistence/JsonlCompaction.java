package dev.easel.adapter.persistence;

import dev.easel.adapter.persistence.JsonlRecord.Changed;
import dev.easel.adapter.persistence.JsonlRecord.Keyed;
import dev.easel.adapter.persistence.JsonlRecord.Marked;
import dev.easel.adapter.persistence.JsonlRecord.Opened;
import dev.easel.adapter.persistence.JsonlRecord.Reserved;
import dev.easel.domain.image.Nullable;
import dev.easel.domain.ledger.Entry;
import dev.easel.domain.ledger.EntryId;
import dev.easel.domain.ledger.Intent.IdempotencyKey;
import dev.easel.domain.ledger.KeyTerm;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/// What of a journal is still needed: what was declared, what is in flight, what lies over lines,
/// and the keys that are not forgotten yet. The records keep their numbers, so that watchers go on
/// where they were.
final class JsonlCompaction {

  /// How much longer keys are kept than they last, because ids may run ahead of the clock.
  private static final Duration MARGIN = Duration.ofDays(1);

  private JsonlCompaction() {}

  /// The records of a journal that says the same and is as short as possible.
  ///
  /// @param sums of the log, which tell the days that it has seen
  /// @param registered how many lines stand in the register
  static List<JsonlRecord> of(JsonlJournal journal, JsonlSums sums, ZoneId zone, long registered) {
    List<JsonlRecord> records = new ArrayList<>();
    records.addAll(keys(journal, sums, zone));
    records.addAll(journal.declared());
    journal.overlays().forEach((id, overlay) -> records.add(record(id, overlay)));
    journal.inFlight().values().forEach(flying -> records.add(record(flying)));
    records.sort(Comparator.comparingLong(JsonlRecord::sequence));
    long carried = records.size();
    records.addFirst(
        new Opened(journal.sequence(), zone, journal.issued().orElse(null), registered, carried));
    return records;
  }

  private static List<JsonlRecord> keys(JsonlJournal journal, JsonlSums sums, ZoneId zone) {
    Instant now = journal.issued().map(last -> last.moment().minus(MARGIN)).orElse(Instant.EPOCH);
    Map<LocalDate, Boolean> seen = new HashMap<>();
    return journal.keys().entrySet().stream()
        .filter(
            key -> !isForgotten(new KeyTerm(key.getValue().id().moment(), now), sums, zone, seen))
        .<JsonlRecord>map(key -> record(key.getKey(), key.getValue()))
        .toList();
  }

  private static boolean isForgotten(
      KeyTerm term, JsonlSums sums, ZoneId zone, Map<LocalDate, Boolean> seen) {
    return term.isOver()
        && seen.computeIfAbsent(term.first(zone), first -> sums.hold(first, term.last(zone)));
  }

  private static JsonlRecord record(JsonlJournal.KeyName name, JsonlJournal.KeyUse use) {
    IdempotencyKey key = new IdempotencyKey(name.value(), use.requestHash());
    return new Keyed(0, name.caller(), key, use.id());
  }

  private static JsonlRecord record(EntryId id, JsonlOverlay overlay) {
    @Nullable Entry whole = overlay.whole();
    JsonlOverlay.@Nullable Marks marks = overlay.marks();
    if (whole != null) {
      return new Changed(overlay.sequence(), overlay.over(whole), overlay.line());
    }
    boolean star = marks != null && marks.star();
    return new Marked(
        overlay.sequence(),
        id,
        star,
        marks == null ? new java.util.TreeSet<>() : marks.tags(),
        overlay.line());
  }

  private static JsonlRecord record(JsonlInFlight flying) {
    return new Reserved(flying.sequence(), flying.entry(), flying.owner(), null, flying.low());
  }
}
