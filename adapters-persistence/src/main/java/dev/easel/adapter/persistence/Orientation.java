package dev.easel.adapter.persistence;

import java.awt.image.BufferedImage;

/// How a camera was held, in the order of the numbers 1 to 8 of EXIF's tag Orientation
/// (<https://www.cipa.jp/std/documents/download_e.html?DC-008-Translation-2023-E>, 4.6.5.1.6).
enum Orientation {
  UPRIGHT(false, false, false),
  MIRRORED(false, true, false),
  UPSIDE_DOWN(false, true, true),
  UPSIDE_DOWN_MIRRORED(false, false, true),
  TRANSPOSED(true, false, false),
  TURNED_LEFT(true, false, true),
  TRANSPOSED_UPSIDE_DOWN(true, true, true),
  TURNED_RIGHT(true, true, false);

  private final boolean swapped;
  private final boolean fromRight;
  private final boolean fromBelow;

  /// @param swapped whether rows of the stored picture are columns of the upright one
  /// @param fromRight whether the stored picture is read from its right edge
  /// @param fromBelow whether the stored picture is read from its lower edge
  Orientation(boolean swapped, boolean fromRight, boolean fromBelow) {
    this.swapped = swapped;
    this.fromRight = fromRight;
    this.fromBelow = fromBelow;
  }

  /// The size of a picture after turning one of this size, or before: it is the same either way.
  Dimensions turned(Dimensions size) {
    return swapped ? new Dimensions(/* width= */ size.height(), /* height= */ size.width()) : size;
  }

  /// The picture, upright.
  BufferedImage turned(BufferedImage stored) {
    if (this == UPRIGHT) {
      return stored;
    }
    Dimensions size = turned(new Dimensions(stored.getWidth(), stored.getHeight()));
    BufferedImage upright = new BufferedImage(size.width(), size.height(), stored.getType());
    for (int y = 0; y < size.height(); y++) {
      for (int x = 0; x < size.width(); x++) {
        upright.setRGB(x, y, pixel(stored, swapped ? y : x, swapped ? x : y));
      }
    }
    return upright;
  }

  private int pixel(BufferedImage stored, int column, int row) {
    int x = fromRight ? stored.getWidth() - 1 - column : column;
    int y = fromBelow ? stored.getHeight() - 1 - row : row;
    return stored.getRGB(x, y);
  }
}
