package dev.easel.adapter.sandbox.art;

/// Water: the picture above the line, upside down below it, darker and stirred by ripples that grow
/// towards the viewer.
final class Reflection {
  private final int[] pixels;
  private final int columns;
  private final int rows;
  private final double unit;

  Reflection(int[] pixels, int columns, int rows, double unit) {
    this.pixels = pixels;
    this.columns = columns;
    this.rows = rows;
    this.unit = unit;
  }

  void draw(double waterline, Tint water, double phase) {
    int line = (int) Math.round(waterline * unit);
    for (int y = Math.max(1, line); y < rows; y++) {
      double depth = (y - line + 0.5) / Math.max(1, rows - line);
      row(y, line, depth, water, phase);
    }
  }

  private void row(int y, int line, double depth, Tint water, double phase) {
    double near = depth * depth;
    double wave = StrictMath.sin(90 / (depth + 0.12) + 2 * Math.PI * phase);
    double swell = StrictMath.sin(31 * StrictMath.sqrt(depth) + 2 * Math.PI * phase + 1.3);
    double stir = (0.006 + 0.035 * near) * unit;
    int source = Math.clamp((int) (2L * line - y - 1 - (wave + 1) * stir * 0.5), 0, line - 1);
    int shift = (int) ((wave * 0.7 + swell * 0.6) * stir * 0.55);
    int share = (int) (256 * Math.clamp(0.26 + 0.42 * depth + 0.06 * wave, 0.0, 1.0));
    copy(y, source, shift, share, water);
  }

  private void copy(int y, int source, int shift, int share, Tint water) {
    int red = Tint.eight(water.red());
    int green = Tint.eight(water.green());
    int blue = Tint.eight(water.blue());
    for (int x = 0; x < columns; x++) {
      int seen = pixels[source * columns + Math.clamp(x + shift, 0, columns - 1)];
      pixels[y * columns + x] =
          0xff000000
              | mix(seen >> 16 & 255, red, share) << 16
              | mix(seen >> 8 & 255, green, share) << 8
              | mix(seen & 255, blue, share);
    }
  }

  private static int mix(int from, int to, int share) {
    return from + (((to - from) * share + 128) >> 8);
  }
}
