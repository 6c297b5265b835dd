package dev.easel.domain.usecase;

import dev.easel.domain.cost.Money;
import dev.easel.domain.cost.Obstacle;
import dev.easel.domain.ledger.Entry;

/// What became of one entry under other prices. The entry itself stays as it is.
public sealed interface Repriced {

  /// The entry.
  Entry entry();

  /// It has a known cost, and the other prices have one for it too.
  record Compared(Entry entry, Money recorded, Money repriced) implements Repriced {
    /// By how much the other prices are dearer; negative when they are cheaper.
    public Money difference() {
      return repriced.minus(recorded);
    }

    /// Whether the recorded figure is the provider's, the user's or an older log's, and no price
    /// book's.
    public boolean stated() {
      return switch (entry.cost().basis()) {
        case PROVIDER, BY_HAND, AS_LOGGED -> true;
        case USAGE, TABLE, NONE, UNKNOWN -> false;
      };
    }
  }

  /// Its cost is not known, and the other prices have one for it.
  record Found(Entry entry, Money repriced) implements Repriced {}

  /// The other prices have none for it.
  record Unpriced(Entry entry, Obstacle obstacle) implements Repriced {
    /// The recorded cost, zero where none is known.
    public Money recorded() {
      return entry.cost().known().orElse(Money.ZERO);
    }
  }

  /// Nothing was charged for it, and nothing would be.
  record Uncharged(Entry entry) implements Repriced {}

  /// It is under way or may have been charged, so that there is no answer to price.
  record Open(Entry entry) implements Repriced {}
}
