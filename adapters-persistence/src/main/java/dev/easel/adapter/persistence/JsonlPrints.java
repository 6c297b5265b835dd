package dev.easel.adapter.persistence;

import dev.easel.domain.ledger.EntryId;
import dev.easel.domain.ledger.Fingerprints;
import java.util.HashSet;
import java.util.Set;

/// The lines of very many entries, at eight bytes each: 48 bits that stand for the id, and 16 for
/// what the line says. Not safe for use by several threads.
final class JsonlPrints {

  private static final int LINE_BITS = 16;
  private static final long LINE = (1L << LINE_BITS) - 1;

  private final Fingerprints prints = new Fingerprints();

  /// Adds a line.
  void add(EntryId id, byte[] bytes, int start, int length) {
    prints.add(of(id) | (JsonlWitness.sum(bytes, start, length) & LINE));
  }

  /// What stands for an id; its lowest bits are 0.
  static long of(EntryId id) {
    long hash =
        JsonlHash.mixed(
            JsonlHash.mixed(id.value().getMostSignificantBits())
                ^ id.value().getLeastSignificantBits());
    return hash & ~LINE;
  }

  /// Whether there is a line of this entry; true, too, for one in very many that has none.
  boolean hold(EntryId id) {
    return prints.contains(of(id), LINE_BITS);
  }

  /// Whether there is a line of this entry that says this; true, too, for very few others.
  ///
  /// @param sum of the line, see [JsonlWitness]
  boolean hold(EntryId id, long sum) {
    return prints.contains(of(id) | (sum & LINE), 0);
  }

  /// What stands for the ids that are there twice, and perhaps for one in very many that are not.
  Set<Long> repeated() {
    Set<Long> repeated = new HashSet<>();
    prints.repeated(LINE_BITS, repeated::add);
    return repeated;
  }
}
