package dev.easel.adapter.persistence;

import dev.easel.domain.image.Nullable;
import dev.easel.domain.ledger.EntryId;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.UnaryOperator;

/// The finished blocks of a log, in the order of the file. Immutable; a longer list shares the
/// array of the shorter one.
final class JsonlBlocks {

  /// No blocks.
  static final JsonlBlocks NONE = of(List.of());

  private final JsonlBlock[] blocks;
  private final int count;
  private final EntryId highest;
  private volatile @Nullable JsonlOrder order;

  private JsonlBlocks(JsonlBlock[] blocks, int count, EntryId highest) {
    this.blocks = blocks;
    this.count = count;
    this.highest = highest;
  }

  /// These blocks.
  static JsonlBlocks of(List<JsonlBlock> blocks) {
    JsonlBlock[] all = blocks.toArray(new JsonlBlock[0]);
    return new JsonlBlocks(all, all.length, highest(blocks));
  }

  private static EntryId highest(List<JsonlBlock> blocks) {
    EntryId highest = JsonlRanges.NONE.highest();
    for (JsonlBlock block : blocks) {
      highest = higher(highest, block);
    }
    return highest;
  }

  private static EntryId higher(EntryId highest, JsonlBlock block) {
    EntryId own = block.ranges().highest();
    return own.compareTo(highest) > 0 ? own : highest;
  }

  /// One more block. Only the longest list may grow, and only once.
  JsonlBlocks with(JsonlBlock next) {
    JsonlBlock[] roomy =
        count < blocks.length ? blocks : Arrays.copyOf(blocks, Math.max(16, count * 2));
    roomy[count] = next;
    return new JsonlBlocks(roomy, count + 1, higher(highest, next));
  }

  /// The same with another block in the place of one.
  JsonlBlocks changed(int number, UnaryOperator<JsonlBlock> change) {
    JsonlBlock[] copy = Arrays.copyOf(blocks, blocks.length);
    copy[number] = change.apply(copy[number]);
    return new JsonlBlocks(copy, count, highest);
  }

  /// These up to below a number, and others after them.
  JsonlBlocks followedBy(int first, List<JsonlBlock> others) {
    List<JsonlBlock> joined = new ArrayList<>(all().subList(0, first));
    joined.addAll(others);
    return of(joined);
  }

  /// The number of the first whose filter is still in memory, or the count.
  int firstUnsaved() {
    int first = count;
    while (first > 0 && blocks[first - 1].words() instanceof JsonlBlock.Words.Kept) {
      first--;
    }
    return first;
  }

  /// How many there are.
  int count() {
    return count;
  }

  /// One of them.
  JsonlBlock get(int number) {
    return blocks[number];
  }

  /// All of them.
  List<JsonlBlock> all() {
    return Arrays.asList(blocks).subList(0, count);
  }

  /// The number of the block in which the byte at `offset` lies, or the count when it lies behind
  /// them all.
  int at(long offset) {
    int low = 0;
    int high = count;
    while (low < high) {
      int middle = (low + high) >>> 1;
      if (blocks[middle].end() <= offset) {
        low = middle + 1;
      } else {
        high = middle;
      }
    }
    return low;
  }

  /// Whether one of them may have a line with this id. It costs nothing for one that was just
  /// issued.
  boolean mayHold(EntryId id) {
    return id.compareTo(highest) <= 0 && !order().holding(id).isEmpty();
  }

  /// The blocks by id. Found when it is first asked for.
  JsonlOrder order() {
    JsonlOrder found = order;
    if (found == null) {
      found = JsonlOrder.of(all());
      order = found;
    }
    return found;
  }
}
