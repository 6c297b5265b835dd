package dev.easel.adapter.sandbox.art;

import java.awt.image.BufferedImage;
import java.awt.image.DataBufferInt;
import java.util.Arrays;
import java.util.List;

/// Draws into pixels, dithering every gradient so that a wide sky shows no bands. Uses no fonts, no
/// display and no native drawing.
final class RasterCanvas implements Canvas {
  private final BufferedImage image;
  private final int[] pixels;
  private final int columns;
  private final int rows;
  private final double unit;
  private final Scanlines scanlines;
  private final int[] colours;
  private final Blending blending;

  RasterCanvas(int columns, int rows, boolean transparent) {
    this.columns = columns;
    this.rows = rows;
    int type = transparent ? BufferedImage.TYPE_INT_ARGB : BufferedImage.TYPE_INT_RGB;
    this.image = new BufferedImage(columns, rows, type);
    this.pixels = ((DataBufferInt) image.getRaster().getDataBuffer()).getData();
    this.unit = Math.min(columns, rows);
    this.scanlines = new Scanlines(columns, rows);
    this.colours = new int[4 * columns];
    this.blending = new Blending(pixels, columns, colours);
    Arrays.fill(pixels, transparent ? 0 : 0xff000000);
  }

  BufferedImage image() {
    return image;
  }

  int[] pixels() {
    return pixels;
  }

  @Override
  public double width() {
    return columns / unit;
  }

  @Override
  public double height() {
    return rows / unit;
  }

  @Override
  public void fill(Outline outline, Fill fill, Blend blend) {
    blending.next();
    Shader shader = Shader.of(fill, unit);
    Outline scaled = outline.moved(unit, unit, 0, 0);
    scanlines.scan(
        scaled.rings(),
        (y, from, to, coverage) -> {
          int stride = shader.colour(y, from, to, colours);
          blending.row(y, from, to, coverage, stride, blend);
        });
  }

  @Override
  public void mirror(double waterline, Tint water, double phase) {
    new Reflection(pixels, columns, rows, unit).draw(waterline, water, phase);
  }

  /// Lays a picture over what is there, its upper left corner at a pixel.
  void paste(BufferedImage picture, int left, int top) {
    int width = picture.getWidth();
    int[] row = new int[width];
    for (int y = Math.max(0, -top); y < picture.getHeight() && top + y < rows; y++) {
      picture.getRGB(0, y, width, 1, row, 0, width);
      for (int x = Math.max(0, -left); x < width && left + x < columns; x++) {
        int at = (top + y) * columns + left + x;
        pixels[at] = Blending.over(pixels[at], row[x]);
      }
    }
  }

  /// Leaves only what lies inside the outline.
  void crop(Outline outline) {
    int[] kept = new int[pixels.length];
    scanlines.scan(
        outline.moved(unit, unit, 0, 0).rings(),
        (y, from, to, coverage) -> {
          for (int x = from; x < to; x++) {
            int pixel = pixels[y * columns + x];
            int alpha = ((pixel >>> 24) * coverage[x]) >> 8;
            kept[y * columns + x] = alpha << 24 | (pixel & 0xffffff);
          }
        });
    System.arraycopy(kept, 0, pixels, 0, pixels.length);
  }

  /// Darkens an opaque picture a little towards its corners, as a lens does.
  void finish() {
    Tint edge = Tint.hex(0x060410);
    double reach = 0.5 * Math.sqrt(width() * width() + height() * height()) * 1.12;
    Fill vignette =
        new Fill.Radial(
            width() / 2,
            height() / 2,
            reach,
            reach,
            List.of(
                new Fill.Stop(0, edge.alpha(0)),
                new Fill.Stop(0.55, edge.alpha(0)),
                new Fill.Stop(1, edge.alpha(0.32))));
    if (image.getType() == BufferedImage.TYPE_INT_RGB) {
      fill(Outline.box(0, 0, width(), height()), vignette);
    }
  }
}
