package dev.easel.adapter.persistence;

import dev.easel.domain.cost.Committed;
import dev.easel.domain.image.Nullable;
import dev.easel.domain.ledger.Entry;
import dev.easel.domain.ledger.EntryState;
import dev.easel.domain.ledger.Tally;
import java.util.Collections;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import java.util.function.Consumer;

/// What the entries of one day add up to. What an index kept of it is read when somebody asks for
/// it. Not safe for use by several threads.
final class JsonlDaySums {

  /// What the entries of a sum have in common, empty where they do not say.
  ///
  /// @param code of their failure, null when it is none
  record Kind(
      String model,
      EntryState state,
      String caller,
      String size,
      String quality,
      @Nullable String code) {

    /// The kind under which an entry counts.
    static Kind of(Entry entry) {
      return new Kind(
          entry.model(),
          entry.state(),
          Objects.requireNonNullElse(entry.caller(), ""),
          entry.size().orElse(""),
          entry.quality().orElse(""),
          entry.state() == EntryState.RELEASED || entry.state() == EntryState.UNKNOWN
              ? entry.code()
              : null);
    }
  }

  private final Map<Kind, Tally> tallies = new HashMap<>();
  private final Map<String, JsonlHistogram> latencies = new HashMap<>();
  private final Map<EntryState, Tally> states = new EnumMap<>(EntryState.class);
  private final Map<String, Map<EntryState, Tally>> callers = new HashMap<>();
  private @Nullable Consumer<JsonlDaySums> kept;

  /// Sums of nothing.
  JsonlDaySums() {}

  /// Sums that were kept.
  ///
  /// @param kept adds them
  JsonlDaySums(Consumer<JsonlDaySums> kept) {
    this.kept = kept;
  }

  private void open() {
    Consumer<JsonlDaySums> unread = kept;
    if (unread != null) {
      kept = null;
      unread.accept(this);
    }
  }

  /// Adds to a sum; entries may be less than zero.
  void add(Kind kind, Tally tally) {
    open();
    tallies.merge(kind, tally, JsonlDaySums::sum);
    states.merge(kind.state(), tally, JsonlDaySums::sum);
    if (!kind.caller().isEmpty()) {
      callers
          .computeIfAbsent(kind.caller(), _ -> new EnumMap<>(EntryState.class))
          .merge(kind.state(), tally, JsonlDaySums::sum);
    }
  }

  private static @Nullable Tally sum(Tally one, Tally other) {
    Tally sum = one.plus(other);
    return sum.entries() == 0 ? null : sum;
  }

  /// Adds settled entries of a model to a bucket; the count may be less than zero.
  void addLatency(String model, int bucket, long count) {
    open();
    latencies.computeIfAbsent(model, _ -> new JsonlHistogram()).add(bucket, count);
  }

  /// The sums.
  Map<Kind, Tally> tallies() {
    open();
    return Collections.unmodifiableMap(tallies);
  }

  /// The latencies of settled entries by model.
  Map<String, JsonlHistogram> latencies() {
    open();
    return Collections.unmodifiableMap(latencies);
  }

  /// What is committed by all together.
  Committed committed() {
    open();
    return committed(states);
  }

  /// What is committed by each named caller.
  Map<String, Committed> callers() {
    open();
    Map<String, Committed> committed = new HashMap<>();
    callers.forEach((caller, sums) -> committed.put(caller, committed(sums)));
    return committed;
  }

  private static Committed committed(Map<EntryState, Tally> sums) {
    Committed committed = Committed.NONE;
    for (Map.Entry<EntryState, Tally> sum : sums.entrySet()) {
      committed = committed.plus(sum.getValue().committed(sum.getKey()));
    }
    return committed;
  }
}
