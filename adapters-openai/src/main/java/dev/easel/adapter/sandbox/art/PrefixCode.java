package dev.easel.adapter.sandbox.art;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.PriorityQueue;

/// A canonical Huffman code over a fixed alphabet, as WebP's lossless format stores it.
///
/// Source: WebP lossless bitstream, RFC 9649, section 3.7.2.
final class PrefixCode {
  private static final int LONGEST = 15;
  private static final int LONGEST_OF_LENGTHS = 7;
  private static final int[] LENGTH_ORDER = {
    17, 18, 0, 1, 2, 3, 4, 5, 16, 6, 7, 8, 9, 10, 11, 12, 13, 14, 15
  };

  private final int[] lengths;
  private final int[] codes;
  private final int[] used;

  private PrefixCode(int[] lengths, int[] used) {
    this.lengths = lengths;
    this.used = used;
    this.codes = canonical(lengths);
  }

  /// The best code for symbols that occur so often.
  static PrefixCode of(int... counts) {
    return of(counts, LONGEST);
  }

  private static PrefixCode of(int[] counts, int longest) {
    int[] used = symbols(counts);
    int[] lengths = lengths(counts, used, 1);
    for (int floor = 2; Arrays.stream(lengths).max().orElse(0) > longest; floor *= 2) {
      lengths = lengths(counts, used, floor);
    }
    return new PrefixCode(lengths, used);
  }

  private static int[] symbols(int[] counts) {
    List<Integer> used = new ArrayList<>();
    for (int symbol = 0; symbol < counts.length; symbol++) {
      if (counts[symbol] > 0) {
        used.add(symbol);
      }
    }
    return used.stream().mapToInt(Integer::intValue).toArray();
  }

  /// Huffman's tree; symbols rarer than `floor` count as that often, which makes it less deep.
  private static int[] lengths(int[] counts, int[] used, int floor) {
    int leaves = used.length;
    long[] weights = new long[2 * leaves];
    int[] parents = new int[2 * leaves];
    PriorityQueue<Integer> queue =
        new PriorityQueue<>(
            Comparator.<Integer>comparingLong(node -> weights[node]).thenComparing(node -> node));
    for (int leaf = 0; leaf < leaves; leaf++) {
      weights[leaf] = Math.max(floor, counts[used[leaf]]);
      queue.add(leaf);
    }
    int node = leaves;
    for (; queue.size() > 1; node++) {
      int first = queue.remove();
      int second = queue.remove();
      weights[node] = weights[first] + weights[second];
      parents[first] = node;
      parents[second] = node;
      queue.add(node);
    }
    return depths(counts.length, used, parents, node - 1);
  }

  private static int[] depths(int alphabet, int[] used, int[] parents, int root) {
    int[] depths = new int[Math.max(1, root + 1)];
    for (int node = root - 1; node >= 0; node--) {
      depths[node] = depths[parents[node]] + 1;
    }
    int[] lengths = new int[alphabet];
    for (int leaf = 0; leaf < used.length; leaf++) {
      lengths[used[leaf]] = depths[leaf];
    }
    return lengths;
  }

  /// The codes in the order of length, then symbol; their bits turned round, as they are sent.
  private static int[] canonical(int[] lengths) {
    int[] codes = new int[lengths.length];
    int next = 0;
    for (int length = 1; length <= LONGEST; length++) {
      for (int symbol = 0; symbol < lengths.length; symbol++) {
        if (lengths[symbol] == length) {
          codes[symbol] = Integer.reverse(next++) >>> (32 - length);
        }
      }
      next <<= 1;
    }
    return codes;
  }

  void write(int symbol, BitWriter out) {
    out.write(codes[symbol], lengths[symbol]);
  }

  /// Writes the code itself: plainly for one or two small symbols, else as a list of lengths.
  void describe(BitWriter out) {
    if (used.length <= 2 && (used.length == 0 || used[used.length - 1] < 256)) {
      describeSimply(out);
    } else {
      describeLengths(out);
    }
  }

  private void describeSimply(BitWriter out) {
    out.write(1, 1);
    out.write(used.length == 2 ? 1 : 0, 1);
    out.write(1, 1);
    out.write(used.length == 0 ? 0 : used[0], 8);
    if (used.length == 2) {
      out.write(used[1], 8);
    }
  }

  private void describeLengths(BitWriter out) {
    List<Run> runs = runs();
    int[] counts = new int[LENGTH_ORDER.length];
    runs.forEach(run -> counts[run.symbol]++);
    PrefixCode code = of(counts, LONGEST_OF_LENGTHS);
    out.write(0, 1);
    code.describeAsLengths(out);
    out.write(0, 1);
    for (Run run : runs) {
      code.write(run.symbol, out);
      out.write(run.extra, run.bits);
    }
  }

  private void describeAsLengths(BitWriter out) {
    int count = LENGTH_ORDER.length;
    while (count > 4 && lengths[LENGTH_ORDER[count - 1]] == 0) {
      count--;
    }
    out.write(count - 4, 4);
    for (int i = 0; i < count; i++) {
      out.write(lengths[LENGTH_ORDER[i]], 3);
    }
  }

  /// A length, or a repetition of one: symbol 16 repeats the last, 17 and 18 repeat zero.
  private record Run(int symbol, int extra, int bits) {}

  private List<Run> runs() {
    List<Run> runs = new ArrayList<>();
    for (int at = 0; at < lengths.length; ) {
      int end = at;
      while (end < lengths.length && lengths[end] == lengths[at]) {
        end++;
      }
      add(runs, lengths[at], end - at);
      at = end;
    }
    return runs;
  }

  private static void add(List<Run> runs, int length, int times) {
    int left = times;
    if (length != 0) {
      runs.add(new Run(length, 0, 0));
      left--;
    }
    while (left > 0) {
      Run run = longest(length, left);
      runs.add(run);
      left -= run.bits == 0 ? 1 : run.extra + (run.symbol == 18 ? 11 : 3);
    }
  }

  private static Run longest(int length, int left) {
    if (left < 3) {
      return new Run(length, 0, 0);
    }
    if (length != 0) {
      return new Run(16, Math.min(left, 6) - 3, 2);
    }
    return left < 11 ? new Run(17, left - 3, 3) : new Run(18, Math.min(left, 138) - 11, 7);
  }
}
