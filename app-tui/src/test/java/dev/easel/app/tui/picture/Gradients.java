package dev.easel.app.tui.picture;

import dev.easel.domain.image.Raster;
import java.util.Arrays;
import java.util.function.IntBinaryOperator;

/// Pictures for tests.
final class Gradients {
  private Gradients() {}

  /// A picture whose pixels follow from their column and row, as 0xRRGGBB.
  static Raster raster(int width, int height, IntBinaryOperator colour) {
    int[] argb = new int[width * height];
    Arrays.setAll(argb, at -> 0xff000000 | colour.applyAsInt(at % width, at / width));
    return Raster.of(width, height, argb);
  }

  /// A grey, 0 black to 255 white.
  static int grey(int light) {
    return Math.clamp(light, 0, 255) * 0x010101;
  }

  /// A white disc with a soft edge on black.
  static Raster disc(int size) {
    double middle = (size - 1) / 2.0;
    return raster(
        size,
        size,
        (x, y) -> grey((int) (400 - 400 * Math.hypot(x - middle, y - middle) / (size / 2.0))));
  }
}
