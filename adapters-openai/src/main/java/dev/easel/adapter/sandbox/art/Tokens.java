package dev.easel.adapter.sandbox.art;

import java.util.Arrays;

/// A row of pixels as single pixels and as copies of earlier ones, found through a table of the
/// places where each group of three pixels was last seen.
///
/// Source: RFC 9649, section 3.6.
final class Tokens {
  private static final int SHORTEST = 3;
  private static final int LONGEST = 4096;
  private static final int TABLE_BITS = 16;
  private static final int FARTHEST = (1 << 20) - 121;

  private final int[] pixels;
  private final int width;
  private final int[] lastSeen = new int[1 << TABLE_BITS];
  private int[] lengths = new int[1024];
  private int[] values = new int[1024];
  private int count;

  Tokens(int[] pixels, int width) {
    this.pixels = pixels;
    this.width = width;
    Arrays.fill(lastSeen, -1);
    int at = 0;
    while (at < pixels.length) {
      at += next(at);
    }
  }

  int count() {
    return count;
  }

  /// How many pixels a token copies; 1 for a single pixel.
  int length(int token) {
    return lengths[token];
  }

  /// The pixel of a single one; else the distance as the format counts it.
  int value(int token) {
    return values[token];
  }

  private int next(int at) {
    int slot = slot(at);
    int source = slot < 0 ? -1 : lastSeen[slot];
    int seen = source < 0 || at - source > FARTHEST ? 0 : match(source, at);
    int left = at > 0 ? match(at - 1, at) : 0;
    int above = at >= width ? match(at - width, at) : 0;
    int length = Math.max(seen, Math.max(left, above));
    if (length < SHORTEST) {
      add(1, pixels[at]);
      remember(at, 1);
      return 1;
    }
    int distance = length == left ? 1 : length == above ? width : at - source;
    add(length, code(distance));
    remember(at, length);
    return length;
  }

  /// Near neighbours have short codes: 1 is the pixel above, 2 the one to the left.
  private int code(int distance) {
    return distance == 1 ? 2 : distance == width ? 1 : distance + 120;
  }

  private int match(int source, int at) {
    int most = Math.min(LONGEST, pixels.length - at);
    int length = 0;
    while (length < most && pixels[source + length] == pixels[at + length]) {
      length++;
    }
    return length;
  }

  private void remember(int at, int length) {
    for (int i = at; i < at + length; i++) {
      int slot = slot(i);
      if (slot >= 0) {
        lastSeen[slot] = i;
      }
    }
  }

  private int slot(int at) {
    if (at + SHORTEST > pixels.length) {
      return -1;
    }
    int mixed = (pixels[at] * 31 + pixels[at + 1]) * 0x01000193 + pixels[at + 2];
    return (mixed * 0x9E3779B1) >>> (32 - TABLE_BITS);
  }

  private void add(int length, int value) {
    if (count == lengths.length) {
      lengths = Arrays.copyOf(lengths, 2 * count);
      values = Arrays.copyOf(values, 2 * count);
    }
    lengths[count] = length;
    values[count++] = value;
  }
}
