package dev.easel.adapter.persistence;

import dev.easel.domain.ledger.EntryId;
import java.io.IOException;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;

/// The ids in the blocks that were looked at last. An import asks for each of its entries whether
/// it is there already, and mostly in the order in which the log has them. Not safe for use by
/// several threads.
final class JsonlIds {

  private static final int MOST_BLOCKS = 64;

  private final Map<Long, Set<EntryId>> blocks =
      new LinkedHashMap<>(MOST_BLOCKS, 0.75f, true) {
        private static final long serialVersionUID = 1L;

        @Override
        protected boolean removeEldestEntry(Map.Entry<Long, Set<EntryId>> eldest) {
          return size() > MOST_BLOCKS;
        }
      };

  /// Whether a finished block of the log has a line with this id.
  boolean holds(JsonlView view, EntryId id) throws IOException {
    for (JsonlBlock block : view.holding(id)) {
      if (of(view, block).contains(id)) {
        return true;
      }
    }
    return false;
  }

  private Set<EntryId> of(JsonlView view, JsonlBlock block) throws IOException {
    Set<EntryId> known = blocks.get(block.start());
    if (known == null) {
      Set<EntryId> read = new HashSet<>();
      view.gists(block, (gist, _) -> read.add(gist.id()));
      blocks.put(block.start(), read);
      known = read;
    }
    return known;
  }
}
