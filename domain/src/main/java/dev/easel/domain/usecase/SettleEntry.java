package dev.easel.domain.usecase;

import dev.easel.domain.cost.Money;
import dev.easel.domain.image.Nullable;
import dev.easel.domain.ledger.Entry;
import dev.easel.domain.ledger.GenerationLog;

/// Takes the user's word for what became of the money of an entry: one that is unknown, or one
/// whose pictures arrived at a cost that is not known.
public final class SettleEntry {

  private final GenerationLog log;

  /// Puts the use case together.
  public SettleEntry(GenerationLog log) {
    this.log = log;
  }

  /// What came of it.
  public sealed interface Settling {
    /// It is settled or released now.
    record Settled(Entry entry) implements Settling {}

    /// What became of its money is known, so there is nothing to settle.
    record NotUnknown(Entry entry) implements Settling {}

    /// It was charged, and neither the user nor the estimate says how much.
    record AmountNeeded(Entry entry) implements Settling {}
  }

  /// It was charged.
  ///
  /// @param amount how much; null to take what is at risk
  public Settling charged(Entry entry, @Nullable Money amount) {
    if (!entry.settleable()) {
      return new Settling.NotUnknown(entry);
    }
    Money charged = amount == null ? entry.atRisk() : amount;
    return charged == null ? new Settling.AmountNeeded(entry) : settle(entry, charged);
  }

  /// It was not charged.
  public Settling notCharged(Entry entry) {
    return settle(entry, Money.ZERO);
  }

  private Settling settle(Entry entry, Money charged) {
    if (!entry.settleable()) {
      return new Settling.NotUnknown(entry);
    }
    try {
      return new Settling.Settled(log.settle(entry.id(), charged).orElse(entry));
    } catch (IllegalStateException _) { // settled elsewhere in the meantime
      return new Settling.NotUnknown(log.find(entry.id()).orElse(entry));
    }
  }
}
