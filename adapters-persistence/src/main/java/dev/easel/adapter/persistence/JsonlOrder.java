package dev.easel.adapter.persistence;

import dev.easel.domain.image.Nullable;
import dev.easel.domain.ledger.EntryId;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/// Blocks by their highest id. The ids of a log rise only roughly: an entry has its line when it
/// ends, and an import adds old ones. Immutable.
final class JsonlOrder {

  private final JsonlBlock[] byHighest;

  /// The lowest id of the block in this place and of all after it.
  private final EntryId[] lowestFrom;

  private JsonlOrder(JsonlBlock[] byHighest, EntryId[] lowestFrom) {
    this.byHighest = byHighest;
    this.lowestFrom = lowestFrom;
  }

  /// The order of these blocks.
  static JsonlOrder of(List<JsonlBlock> blocks) {
    JsonlBlock[] byHighest =
        blocks.stream()
            .filter(block -> block.entries() > 0)
            .sorted(Comparator.comparing(block -> block.ranges().highest()))
            .toArray(JsonlBlock[]::new);
    return new JsonlOrder(byHighest, lowestFrom(byHighest));
  }

  private static EntryId[] lowestFrom(JsonlBlock[] byHighest) {
    EntryId[] lowest = new EntryId[byHighest.length];
    EntryId soFar = JsonlRanges.NONE.lowest();
    for (int place = byHighest.length - 1; place >= 0; place--) {
      EntryId own = byHighest[place].ranges().lowest();
      soFar = own.compareTo(soFar) < 0 ? own : soFar;
      lowest[place] = soFar;
    }
    return lowest;
  }

  /// The blocks in whose range the id lies.
  List<JsonlBlock> holding(EntryId id) {
    List<JsonlBlock> holding = new ArrayList<>();
    for (int place = firstNotBelow(id);
        place < byHighest.length && lowestFrom[place].compareTo(id) <= 0;
        place++) {
      if (byHighest[place].ranges().holds(id)) {
        holding.add(byHighest[place]);
      }
    }
    return holding;
  }

  private int firstNotBelow(EntryId id) {
    int low = 0;
    int high = byHighest.length;
    while (low < high) {
      int middle = (low + high) >>> 1;
      if (byHighest[middle].ranges().highest().compareTo(id) < 0) {
        low = middle + 1;
      } else {
        high = middle;
      }
    }
    return low;
  }

  /// Looks at blocks.
  @FunctionalInterface
  interface Visitor {
    /// Looks at a block.
    ///
    /// @return whether to go on
    boolean visit(JsonlBlock block) throws IOException;
  }

  /// Gives blocks with ids below `before` (null for all) to `visitor`, those with the highest ids
  /// first.
  void newestFirst(@Nullable EntryId before, Visitor visitor) throws IOException {
    for (int place = byHighest.length - 1; place >= 0; place--) {
      JsonlBlock block = byHighest[place];
      boolean older = before == null || block.ranges().lowest().compareTo(before) < 0;
      if (older && !visitor.visit(block)) {
        return;
      }
    }
  }
}
