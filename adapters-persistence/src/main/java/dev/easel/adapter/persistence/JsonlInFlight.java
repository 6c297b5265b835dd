package dev.easel.adapter.persistence;

import dev.easel.domain.cost.Money;
import dev.easel.domain.image.Nullable;
import dev.easel.domain.ledger.Entry;

/// An entry that only the journal has.
///
/// @param owner the handle that will end it
/// @param low the low end of its estimate
/// @param sequence of the last record about it
record JsonlInFlight(Entry entry, String owner, @Nullable Money low, long sequence) {

  /// The same, when the entry has become this one.
  JsonlInFlight with(Entry changed, long by) {
    return new JsonlInFlight(changed, owner, low, by);
  }
}
