package dev.easel.domain.image;

import java.util.Arrays;

/// A picture as plain pixels without transparency, for a screen that is drawn cell by cell.
/// Immutable.
public final class Raster {

  /// What lies behind transparent pixels: a grey, before which dark and light can be told.
  public static final int GROUND = 0x808080;

  private final int width;
  private final int height;
  private final int[] pixels;

  private Raster(int width, int height, int[] pixels) {
    this.width = width;
    this.height = height;
    this.pixels = pixels;
  }

  /// The pixels row by row from the top left corner, laid over [#GROUND].
  ///
  /// @param argb each as 0xAARRGGBB, not multiplied by its opacity
  /// @throws IllegalArgumentException when an edge is below 1, or it is not `width` times `height`
  ///   pixels
  public static Raster of(int width, int height, int[] argb) {
    if (width < 1 || height < 1 || (long) width * height != argb.length) {
      throw new IllegalArgumentException(
          argb.length + " pixels are no picture of " + width + "x" + height);
    }
    int[] pixels = new int[argb.length];
    Arrays.setAll(pixels, at -> overGround(argb[at]));
    return new Raster(width, height, pixels);
  }

  private static int overGround(int argb) {
    int opacity = argb >>> 24;
    return channel(argb, opacity, 16) | channel(argb, opacity, 8) | channel(argb, opacity, 0);
  }

  private static int channel(int argb, int opacity, int shift) {
    int above = ((argb >> shift) & 0xff) * opacity;
    int below = ((GROUND >> shift) & 0xff) * (255 - opacity);
    return ((above + below + 127) / 255) << shift;
  }

  /// How many pixels it is wide, at least one.
  public int width() {
    return width;
  }

  /// How many pixels it is high, at least one.
  public int height() {
    return height;
  }

  /// A pixel, as 0xRRGGBB.
  ///
  /// @param x from the left, from 0
  /// @param y from the top, from 0
  public int pixel(int x, int y) {
    return pixels[y * width + x];
  }

  /// A part of it, as large as asked for or as it is, moved so far that it lies within it.
  ///
  /// @param left of the part, in its pixels from 0
  /// @param top of the part, likewise
  /// @throws IllegalArgumentException when an edge of the part is below 1
  public Raster part(int left, int top, int partWidth, int partHeight) {
    if (partWidth < 1 || partHeight < 1) {
      throw new IllegalArgumentException("no part is " + partWidth + "x" + partHeight);
    }
    int wide = Math.min(partWidth, width);
    int high = Math.min(partHeight, height);
    int fromLeft = Math.clamp(left, 0, width - wide);
    int fromTop = Math.clamp(top, 0, height - high);
    int[] cut = new int[wide * high];
    Arrays.setAll(cut, at -> pixel(fromLeft + at % wide, fromTop + at / wide));
    return new Raster(wide, high, cut);
  }
}
