package dev.easel.adapter.sandbox.art;

import dev.easel.adapter.sandbox.art.Canvas.Blend;

/// Lays rows of colour over the pixels below them, with an ordered dither of 8 by 8.
final class Blending {
  private static final int[] DITHER = dither();

  private final int[] pixels;
  private final int columns;
  private final int[] colours;
  private int layer;

  /// The colours of the row in hand are read from `colours`, as a [Shader] leaves them.
  Blending(int[] pixels, int columns, int[] colours) {
    this.pixels = pixels;
    this.columns = columns;
    this.colours = colours;
  }

  /// Moves the dither pattern, so that faint layers do not round the same pixels up each time.
  void next() {
    layer += 0x9E3779B9;
  }

  void row(int y, int from, int to, int[] coverage, int stride, Blend blend) {
    boolean screen = blend == Blend.SCREEN;
    int shiftX = layer >>> 29;
    int shiftY = layer >>> 26;
    for (int x = from; x < to; x++) {
      int at = stride * x;
      int share = coverage[x] * colours[at + 3] / Shader.FULL;
      if (share != 0) {
        int below = pixels[y * columns + x];
        pixels[y * columns + x] =
            below >>> 24 == 255
                ? opaque(below, colours, at, share, threshold(x + shiftX, y + shiftY), screen)
                : translucent(below, colours, at, share);
      }
    }
  }

  private static int opaque(
      int below, int[] colours, int at, int share, int threshold, boolean screen) {
    int red = (below >> 16) & 255;
    int green = (below >> 8) & 255;
    int blue = below & 255;
    int r = channel(red, screen ? screened(red, colours[at]) : colours[at], share, threshold);
    int g =
        channel(
            green, screen ? screened(green, colours[at + 1]) : colours[at + 1], share, threshold);
    int b =
        channel(blue, screen ? screened(blue, colours[at + 2]) : colours[at + 2], share, threshold);
    return 0xff000000 | r << 16 | g << 8 | b;
  }

  private static int screened(int below, int light) {
    return (below << 8) + (255 - below) * light / 255;
  }

  private static int channel(int below, int above, int share, int threshold) {
    int base = below << 8;
    return (base + (((above - base) * share) >> 8) + threshold) >> 8;
  }

  private static int translucent(int below, int[] colours, int at, int share) {
    int red = (colours[at] + 128) >> 8;
    int green = (colours[at + 1] + 128) >> 8;
    int blue = (colours[at + 2] + 128) >> 8;
    int alpha = (share * 255 + 128) >> 8;
    return over(below, alpha << 24 | red << 16 | green << 8 | blue);
  }

  /// Porter and Duff's "over" on two colours that are not premultiplied.
  static int over(int below, int above) {
    double over = (above >>> 24) / 255.0;
    double under = (below >>> 24) / 255.0 * (1 - over);
    double alpha = over + under;
    if (above >>> 24 == 255 || alpha == 0) {
      return above;
    }
    int mixed = (int) (alpha * 255 + 0.5) << 24;
    for (int shift = 0; shift < 24; shift += 8) {
      double value = (above >> shift & 255) * over + (below >> shift & 255) * under;
      mixed |= Math.min(255, (int) (value / alpha + 0.5)) << shift;
    }
    return mixed;
  }

  /// The dither pattern, from 1 to 253.
  static int threshold(int x, int y) {
    return DITHER[(y & 7) << 3 | (x & 7)];
  }

  private static int[] dither() {
    int[] thresholds = new int[64];
    for (int y = 0; y < 8; y++) {
      for (int x = 0; x < 8; x++) {
        int rank = 0;
        for (int bit = 0; bit < 3; bit++) {
          rank = rank << 2 | ((x ^ y) >> bit & 1) << 1 | (y >> bit & 1);
        }
        thresholds[y << 3 | x] = rank * 4 + 1;
      }
    }
    return thresholds;
  }
}
