package dev.easel.adapter.persistence;

import java.awt.image.BufferedImage;
import java.util.Arrays;

/// Shrinks pictures: each new pixel is the mean of the area that it covers, edges counted by the
/// part covered and colours by their opacity, so that transparent pixels do not stain their
/// neighbours.
final class AreaAverage {
  private static final int CHANNELS = 4;

  private final BufferedImage source;
  private final Dimensions target;
  private final int[] pixels;
  private final float[] row;
  private final float[] sums;

  private AreaAverage(BufferedImage source, Dimensions target) {
    this.source = source;
    this.target = target;
    this.pixels = new int[source.getWidth()];
    this.row = new float[target.width() * CHANNELS];
    this.sums = new float[target.width() * CHANNELS];
  }

  /// The picture in the size `target`, which is no larger on either side.
  static BufferedImage shrink(BufferedImage source, Dimensions target) {
    return new AreaAverage(source, target).shrink();
  }

  private BufferedImage shrink() {
    boolean transparent = source.getColorModel().hasAlpha();
    int type = transparent ? BufferedImage.TYPE_INT_ARGB : BufferedImage.TYPE_INT_RGB;
    BufferedImage shrunk = new BufferedImage(target.width(), target.height(), type);
    int[] line = new int[target.width()];
    for (int y = 0; y < target.height(); y++) {
      sumRows(y);
      averageInto(line);
      shrunk.setRGB(0, y, line.length, 1, line, 0, line.length);
    }
    return shrunk;
  }

  private void sumRows(int y) {
    Arrays.fill(sums, 0);
    double perRow = (double) source.getHeight() / target.height();
    double top = y * perRow;
    double bottom = Math.min(source.getHeight(), top + perRow);
    for (int sourceY = (int) top; sourceY < bottom; sourceY++) {
      float part = (float) (Math.min(bottom, sourceY + 1) - Math.max(top, sourceY));
      sumColumns(sourceY);
      for (int i = 0; i < sums.length; i++) {
        sums[i] += row[i] * part;
      }
    }
  }

  private void sumColumns(int sourceY) {
    PixelRow.read(source, sourceY, pixels);
    Arrays.fill(row, 0);
    double perColumn = (double) pixels.length / target.width();
    for (int x = 0; x < target.width(); x++) {
      double left = x * perColumn;
      double right = Math.min(pixels.length, left + perColumn);
      for (int sourceX = (int) left; sourceX < right; sourceX++) {
        float part = (float) (Math.min(right, sourceX + 1) - Math.max(left, sourceX));
        add(pixels[sourceX], part, x * CHANNELS);
      }
    }
  }

  private void add(int argb, float part, int at) {
    float opacity = part * (argb >>> 24);
    row[at] += opacity;
    row[at + 1] += opacity * (argb >> 16 & 0xff);
    row[at + 2] += opacity * (argb >> 8 & 0xff);
    row[at + 3] += opacity * (argb & 0xff);
  }

  private void averageInto(int[] line) {
    double area =
        (double) source.getWidth() / target.width() * source.getHeight() / target.height();
    for (int x = 0; x < line.length; x++) {
      int at = x * CHANNELS;
      float opacity = Math.max(sums[at], Float.MIN_NORMAL);
      int alpha = (int) Math.min(255, Math.round(sums[at] / area));
      int red = Math.round(sums[at + 1] / opacity);
      int green = Math.round(sums[at + 2] / opacity);
      int blue = Math.round(sums[at + 3] / opacity);
      line[x] = alpha << 24 | red << 16 | green << 8 | blue;
    }
  }
}
