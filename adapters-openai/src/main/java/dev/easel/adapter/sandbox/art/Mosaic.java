package dev.easel.adapter.sandbox.art;

import java.awt.image.BufferedImage;

/// Redraws a picture in coloured triangles, so that it can be written as vectors.
final class Mosaic {
  private static final int SHORT_SIDE = 40;

  private final Canvas canvas;
  private final BufferedImage cells;
  private final double step;
  private final Noise noise;

  Mosaic(Canvas canvas, BufferedImage image, Dice dice) {
    this.canvas = canvas;
    int short0 = Math.min(image.getWidth(), image.getHeight());
    double scale = Math.min(1, SHORT_SIDE / (double) short0);
    int columns = Math.max(1, (int) Math.round(image.getWidth() * scale));
    int rows = Math.max(1, (int) Math.round(image.getHeight() * scale));
    this.cells = Sampling.scaled(image, 2 * columns, rows);
    this.step = canvas.height() / rows;
    this.noise = new Noise(dice);
  }

  void draw() {
    for (int row = 0; row < cells.getHeight(); row++) {
      for (int column = 0; column < cells.getWidth() / 2; column++) {
        triangle(column, row, 0);
        triangle(column, row, 1);
      }
    }
  }

  /// The left (0) or right (1) half of a cell whose corners are shaken a little.
  private void triangle(int column, int row, int half) {
    int pixel = cells.getRGB(2 * column + half, row);
    double[] corners = new double[6];
    int[] across = {half, half, 1 - half};
    int[] down = {0, 1, half == 0 ? 0 : 1};
    for (int i = 0; i < 3; i++) {
      corner(column + across[i], row + down[i], corners, 2 * i);
    }
    Tint tint = Tint.hex(pixel & 0xffffff).alpha((pixel >>> 24) / 255.0);
    canvas.fill(Outline.polygon(corners), tint);
  }

  private void corner(int column, int row, double[] corners, int at) {
    boolean edge =
        column == 0 || row == 0 || 2 * column == cells.getWidth() || row == cells.getHeight();
    double shake = edge ? 0 : 0.32;
    double across = canvas.width() / (cells.getWidth() / 2.0);
    corners[at] = (column + shake * noise.at(column * 1.37, row * 1.91)) * across;
    corners[at + 1] = (row + shake * noise.at(column * 1.71 + 50, row * 1.13)) * step;
  }
}
