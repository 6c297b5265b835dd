package dev.easel.adapter.sandbox.art;

/// WebP's predictor transform: each block of pixels is stored as its difference from what one of a
/// few rules expects.
///
/// Source: RFC 9649, section 3.5.1.
final class Prediction {
  static final int BLOCK_BITS = 5;
  private static final int[] RULES = {1, 2, 7, 11, 12};

  private final int[] pixels;
  private final int width;
  private final int height;

  Prediction(int[] pixels, int width, int height) {
    this.pixels = pixels;
    this.width = width;
    this.height = height;
  }

  static int blocks(int length) {
    return (length + (1 << BLOCK_BITS) - 1) >> BLOCK_BITS;
  }

  /// The rule of each block, in the green channel of a small picture.
  int[] rules() {
    int across = blocks(width);
    int[] rules = new int[across * blocks(height)];
    for (int block = 0; block < rules.length; block++) {
      rules[block] = 0xff000000 | best(block % across, block / across) << 8;
    }
    return rules;
  }

  private int best(int blockX, int blockY) {
    int best = RULES[0];
    long least = Long.MAX_VALUE;
    for (int rule : RULES) {
      long cost = cost(blockX << BLOCK_BITS, blockY << BLOCK_BITS, rule);
      if (cost < least) {
        least = cost;
        best = rule;
      }
    }
    return best;
  }

  /// The sum of all differences, on every second pixel of every second row.
  private long cost(int left, int top, int rule) {
    long sum = 0;
    int right = Math.min(width, left + (1 << BLOCK_BITS));
    int bottom = Math.min(height, top + (1 << BLOCK_BITS));
    for (int y = Math.max(1, top | 1); y < bottom; y += 2) {
      for (int x = Math.max(1, left | 1); x < right; x += 2) {
        int at = y * width + x;
        sum += size(subtract(pixels[at], expected(at, rule)));
      }
    }
    return sum;
  }

  private static int size(int difference) {
    return Math.abs((byte) (difference >> 24))
        + Math.abs((byte) (difference >> 16))
        + Math.abs((byte) (difference >> 8))
        + Math.abs((byte) difference);
  }

  int[] differences(int[] rules) {
    int[] differences = new int[pixels.length];
    int across = blocks(width);
    differences[0] = subtract(pixels[0], 0xff000000);
    for (int at = 1; at < pixels.length; at++) {
      int x = at % width;
      int y = at / width;
      int rule = rules[(y >> BLOCK_BITS) * across + (x >> BLOCK_BITS)] >> 8 & 15;
      int fixed = y == 0 ? 1 : x == 0 ? 2 : rule;
      differences[at] = subtract(pixels[at], expected(at, fixed));
    }
    return differences;
  }

  private int expected(int at, int rule) {
    return switch (rule) {
      case 1 -> pixels[at - 1];
      case 2 -> pixels[at - width];
      case 7 -> average(pixels[at - 1], pixels[at - width]);
      case 11 -> select(pixels[at - 1], pixels[at - width], pixels[at - width - 1]);
      default -> gradient(pixels[at - 1], pixels[at - width], pixels[at - width - 1]);
    };
  }

  private static int average(int a, int b) {
    return (((a ^ b) & 0xfefefefe) >>> 1) + (a & b);
  }

  private static int select(int left, int top, int corner) {
    return distance(top, corner) < distance(left, corner) ? left : top;
  }

  private static int distance(int a, int b) {
    return Math.abs((a >>> 24) - (b >>> 24))
        + Math.abs((a >> 16 & 255) - (b >> 16 & 255))
        + Math.abs((a >> 8 & 255) - (b >> 8 & 255))
        + Math.abs((a & 255) - (b & 255));
  }

  private static int gradient(int left, int top, int corner) {
    return clamp((left >>> 24) + (top >>> 24) - (corner >>> 24)) << 24
        | clamp((left >> 16 & 255) + (top >> 16 & 255) - (corner >> 16 & 255)) << 16
        | clamp((left >> 8 & 255) + (top >> 8 & 255) - (corner >> 8 & 255)) << 8
        | clamp((left & 255) + (top & 255) - (corner & 255));
  }

  private static int clamp(int value) {
    return value < 0 ? 0 : Math.min(value, 255);
  }

  /// Channel by channel, each modulo 256.
  private static int subtract(int a, int b) {
    int alphaAndGreen = 0x00ff00ff + (a & 0xff00ff00) - (b & 0xff00ff00);
    int redAndBlue = 0xff00ff00 + (a & 0x00ff00ff) - (b & 0x00ff00ff);
    return (alphaAndGreen & 0xff00ff00) | (redAndBlue & 0x00ff00ff);
  }
}
