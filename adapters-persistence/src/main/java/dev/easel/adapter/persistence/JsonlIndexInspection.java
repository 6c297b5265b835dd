package dev.easel.adapter.persistence;

import dev.easel.domain.ledger.BookFinding;
import dev.easel.domain.ledger.Condition.Measure;
import dev.easel.domain.ledger.Entry;
import dev.easel.domain.ledger.Inspector;
import java.io.IOException;
import java.util.Optional;

/// Looks whether the index tells of the lines what they say, while they are read one after the
/// other: an entry that its block does not know is not found.
final class JsonlIndexInspection implements AutoCloseable {

  private final JsonlView view;
  private final Inspector inspector;
  private final JsonlFilters filters;
  private final JsonlVocabulary vocabulary = new JsonlVocabulary();
  private int block;
  private int inBlock;
  private long entries;
  private long damaged;

  JsonlIndexInspection(JsonlView view, Inspector inspector) throws IOException {
    this.view = view;
    this.inspector = inspector;
    this.filters = view.filters();
  }

  /// The next line is an entry.
  void entry(Entry entry, long offset) {
    entries++;
    while (block < view.blocks().count() && view.blocks().get(block).end() <= offset) {
      endBlock();
    }
    inBlock++;
    if (block < view.blocks().count() && !knows(view.blocks().get(block), entry)) {
      broken("it does not find the entry " + entry.id());
    }
  }

  /// The next line is none.
  void damaged() {
    damaged++;
  }

  private void endBlock() {
    int known = view.blocks().get(block).entries();
    if (known != inBlock) {
      long start = view.blocks().get(block).start();
      broken("it knows %d entries at byte %d, and there are %d".formatted(known, start, inBlock));
    }
    block++;
    inBlock = 0;
  }

  private boolean knows(JsonlBlock of, Entry entry) {
    boolean[] known = {of.ranges().holds(entry.id())};
    for (Measure measure : Measure.values()) {
      Optional<Long> number = measure.of(entry);
      known[0] &= number.isEmpty() || of.ranges().of(measure).meets(number.get(), number.get());
    }
    JsonlTokens.each(entry, vocabulary, token -> known[0] &= filters.mayHold(of, token));
    return known[0];
  }

  /// There are no more lines.
  void end() {
    while (block < view.blocks().count()) {
      endBlock();
    }
    JsonlCounts counts = view.counts();
    if (counts.entries() != entries || counts.damaged() != damaged) {
      broken(
          "it counts %d entries and %d other lines, and there are %d and %d"
              .formatted(counts.entries(), counts.damaged(), entries, damaged));
    }
  }

  private void broken(String how) {
    inspector.found(new BookFinding.Broken("the index " + view.places().index(), how));
  }

  @Override
  public void close() throws IOException {
    filters.close();
  }
}
