package dev.easel.domain.ledger;

import dev.easel.domain.cost.Committed;
import dev.easel.domain.cost.Money;
import java.util.Objects;

/// What some entries add up to. A log line may claim any cost: a sum beyond the range of money
/// stays at its end, so that no line can make the others unreadable.
///
/// @param cost the known costs
/// @param atRisk what may have been charged besides, as far as known
/// @param unpriced entries of which neither is known
/// @param latencyMicros the latencies of those that have one
/// @param timed how many have one
public record Tally(
    long entries, Money cost, Money atRisk, long unpriced, long latencyMicros, long timed) {

  /// No entries.
  public static final Tally NONE = new Tally(0, Money.ZERO, Money.ZERO, 0, 0, 0);

  /// One entry.
  public static Tally of(Entry entry) {
    boolean priced = entry.cost().amount() != null || entry.atRisk() != null;
    Long latency = entry.latencyMicros();
    return new Tally(
        1,
        entry.cost().known().orElse(Money.ZERO),
        Objects.requireNonNullElse(entry.atRisk(), Money.ZERO),
        priced ? 0 : 1,
        latency == null ? 0 : latency,
        latency == null ? 0 : 1);
  }

  /// Both together.
  public Tally plus(Tally other) {
    return new Tally(
        entries + other.entries,
        cost.plusInRange(other.cost),
        atRisk.plusInRange(other.atRisk),
        unpriced + other.unpriced,
        latencyMicros + other.latencyMicros,
        timed + other.timed);
  }

  /// This without the other.
  public Tally minus(Tally other) {
    return new Tally(
        entries - other.entries,
        cost.plusInRange(other.cost.negated()),
        atRisk.plusInRange(other.atRisk.negated()),
        unpriced - other.unpriced,
        latencyMicros - other.latencyMicros,
        timed - other.timed);
  }

  /// What cannot be spent once more of it.
  ///
  /// @param state of the entries
  public Committed committed(EntryState state) {
    boolean running = state == EntryState.RESERVED;
    return new Committed(
        cost, running ? atRisk : Money.ZERO, running ? Money.ZERO : atRisk, unpriced);
  }
}
