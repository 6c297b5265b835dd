package dev.easel.adapter.persistence;

import dev.easel.domain.ledger.Condition.Measure;
import dev.easel.domain.ledger.Entry;
import dev.easel.domain.ledger.EntryId;
import java.util.Optional;
import java.util.UUID;

/// Between which bounds ids and measures of some entries lie.
///
/// @param lowest id, above `highest` when there are no entries
/// @param times timestamps in microseconds since 1970
/// @param costs known costs in nano-dollars
/// @param latencies in microseconds
record JsonlRanges(
    EntryId lowest, EntryId highest, JsonlSpan times, JsonlSpan costs, JsonlSpan latencies) {

  /// Of no entries.
  static final JsonlRanges NONE =
      new JsonlRanges(
          new EntryId(new UUID(-1, -1)),
          new EntryId(new UUID(0, 0)),
          JsonlSpan.NONE,
          JsonlSpan.NONE,
          JsonlSpan.NONE);

  /// These and the entry's.
  JsonlRanges with(Entry entry) {
    EntryId id = entry.id();
    return new JsonlRanges(
        id.compareTo(lowest) < 0 ? id : lowest,
        id.compareTo(highest) > 0 ? id : highest,
        with(times, Measure.TIME.of(entry)),
        with(costs, Measure.COST.of(entry)),
        with(latencies, Measure.LATENCY.of(entry)));
  }

  private static JsonlSpan with(JsonlSpan span, Optional<Long> number) {
    return number.map(span::with).orElse(span);
  }

  /// Whether the id lies between the bounds.
  boolean holds(EntryId id) {
    return lowest.compareTo(id) <= 0 && highest.compareTo(id) >= 0;
  }

  /// Those of a measure.
  JsonlSpan of(Measure measure) {
    return switch (measure) {
      case TIME -> times;
      case COST -> costs;
      case LATENCY -> latencies;
    };
  }
}
