package dev.easel.adapter.sandbox.art;

import java.awt.image.BufferedImage;

/// Brings pictures to another size: averages when shrinking, blends when enlarging.
final class Sampling {
  private final int[] pixels;
  private final int width;
  private final int height;

  private Sampling(BufferedImage image) {
    this.width = image.getWidth();
    this.height = image.getHeight();
    this.pixels = image.getRGB(0, 0, width, height, null, 0, width);
  }

  /// Fills the new size; what does not fit its proportions is cut off evenly. The same size gives
  /// the same pixels.
  static BufferedImage cover(BufferedImage image, int width, int height) {
    double scale = Math.max(width / (double) image.getWidth(), height / (double) image.getHeight());
    int across = Math.clamp(Math.round(width / scale), 1, image.getWidth());
    int down = Math.clamp(Math.round(height / scale), 1, image.getHeight());
    int left = (image.getWidth() - across) / 2;
    int top = (image.getHeight() - down) / 2;
    return scaled(image.getSubimage(left, top, across, down), width, height);
  }

  static BufferedImage scaled(BufferedImage image, int width, int height) {
    Sampling source = new Sampling(image);
    int type =
        image.getColorModel().hasAlpha() ? BufferedImage.TYPE_INT_ARGB : BufferedImage.TYPE_INT_RGB;
    BufferedImage scaled = new BufferedImage(width, height, type);
    int[] row = new int[width];
    for (int y = 0; y < height; y++) {
      for (int x = 0; x < width; x++) {
        row[x] = source.at(x, y, width, height);
      }
      scaled.setRGB(0, y, width, 1, row, 0, width);
    }
    return scaled;
  }

  private int at(int x, int y, int columns, int rows) {
    return columns < width || rows < height
        ? average(x, y, columns, rows)
        : blend((x + 0.5) * width / columns - 0.5, (y + 0.5) * height / rows - 0.5);
  }

  private int average(int x, int y, int columns, int rows) {
    int left = (int) ((long) x * width / columns);
    int right = Math.max(left + 1, (int) ((x + 1L) * width / columns));
    int top = (int) ((long) y * height / rows);
    int bottom = Math.max(top + 1, (int) ((y + 1L) * height / rows));
    Mean mean = new Mean();
    for (int v = top; v < bottom; v++) {
      for (int u = left; u < right; u++) {
        mean.add(pixels[v * width + u], 1);
      }
    }
    return mean.pixel();
  }

  private int blend(double x, double y) {
    int left = (int) Math.floor(x);
    int top = (int) Math.floor(y);
    double across = x - left;
    double down = y - top;
    Mean mean = new Mean();
    mean.add(clamped(left, top), (1 - across) * (1 - down));
    mean.add(clamped(left + 1, top), across * (1 - down));
    mean.add(clamped(left, top + 1), (1 - across) * down);
    mean.add(clamped(left + 1, top + 1), across * down);
    return mean.pixel();
  }

  private int clamped(int x, int y) {
    return pixels[Math.clamp(y, 0, height - 1) * width + Math.clamp(x, 0, width - 1)];
  }

  /// A weighted mean in which clear pixels have no colour.
  private static final class Mean {
    private double weight;
    private double alpha;
    private double red;
    private double green;
    private double blue;

    void add(int pixel, double share) {
      double opacity = share * (pixel >>> 24);
      weight += share;
      alpha += opacity;
      red += opacity * (pixel >> 16 & 255);
      green += opacity * (pixel >> 8 & 255);
      blue += opacity * (pixel & 255);
    }

    int pixel() {
      if (alpha == 0) {
        return 0;
      }
      return channel(alpha / weight) << 24
          | channel(red / alpha) << 16
          | channel(green / alpha) << 8
          | channel(blue / alpha);
    }

    private static int channel(double value) {
      return Math.min(255, (int) (value + 0.5));
    }
  }
}
