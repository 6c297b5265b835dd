package dev.easel.adapter.persistence;

import dev.easel.domain.image.Nullable;
import dev.easel.domain.ledger.Entry;
import dev.easel.domain.ledger.EntryId;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// Corrects the sums of an index, which follow from the lines of the log, for what only the journal
/// says: entries in flight count as well, and changed ones as what they are now. Not safe for use
/// by several threads.
final class JsonlCorrections {

  private record Changed(Entry ofLine, Entry now) {}

  private final JsonlIndex index;
  private final Map<EntryId, Entry> flying = new HashMap<>();
  private final Map<EntryId, Changed> changed = new HashMap<>();

  /// Corrects nothing yet.
  JsonlCorrections(JsonlIndex index) {
    this.index = index;
  }

  /// An entry is in flight, or has become another there.
  void flies(Entry entry) {
    swap(flying.put(entry.id(), entry), entry);
  }

  /// An entry is in flight no more.
  void landed(EntryId id) {
    swap(flying.remove(id), null);
  }

  /// The entry of a line is another now.
  void changed(Entry ofLine, Entry now) {
    Changed before = changed.put(now.id(), new Changed(ofLine, now));
    swap(before == null ? ofLine : before.now(), now);
  }

  /// What the line of a changed entry says.
  Optional<Entry> ofLine(EntryId id) {
    return Optional.ofNullable(changed.get(id)).map(Changed::ofLine);
  }

  private void swap(@Nullable Entry before, @Nullable Entry after) {
    if (before != null) {
      index.sums().remove(before, index.day(before));
    }
    if (after != null) {
      index.sums().add(after, index.day(after));
    }
  }

  /// Takes every correction back.
  void undo() {
    flying.values().forEach(entry -> swap(entry, null));
    changed.values().forEach(both -> swap(both.now(), both.ofLine()));
    flying.clear();
    changed.clear();
  }

  /// Takes every correction back while `work` is done.
  void without(Work work) throws java.io.IOException {
    List<Entry> inFlight = new ArrayList<>(flying.values());
    List<Changed> others = new ArrayList<>(changed.values());
    undo();
    try {
      work.run();
    } finally {
      inFlight.forEach(this::flies);
      others.forEach(both -> changed(both.ofLine(), both.now()));
    }
  }

  /// Something to do.
  @FunctionalInterface
  interface Work {
    /// Does it.
    void run() throws java.io.IOException;
  }
}
