package dev.easel.adapter.sandbox.art;

import java.awt.image.BufferedImage;
import java.awt.image.IndexColorModel;
import java.awt.image.WritableRaster;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/// The 255 colours that serve a picture best (median cut over 32 steps a channel), and a 256th that
/// is transparent. Pictures are dithered down to them in an ordered pattern, which stands still in
/// an animation.
final class Palette {
  static final int CLEAR = 255;
  private static final int CELLS = 1 << 15;

  private final int[] colours = new int[256];
  private final byte[] nearest = new byte[CELLS];

  private Palette() {}

  static Palette of(BufferedImage image) {
    int[] counts = histogram(image);
    List<Box> boxes = new ArrayList<>();
    boxes.add(new Box(0, 31, 0, 31, 0, 31).shrunk(counts));
    while (boxes.size() < CLEAR) {
      Box widest =
          boxes.stream().max(Comparator.comparingLong(box -> box.worth(counts))).orElseThrow();
      if (widest.longest() == 0) {
        break;
      }
      boxes.remove(widest);
      boxes.addAll(widest.halves(counts));
    }
    return of(boxes, counts);
  }

  private static Palette of(List<Box> boxes, int[] counts) {
    Palette palette = new Palette();
    for (int i = 0; i < boxes.size(); i++) {
      palette.colours[i] = boxes.get(i).mean(counts);
    }
    for (int cell = 0; cell < CELLS; cell++) {
      palette.nearest[cell] = (byte) palette.closest(cell, boxes.size());
    }
    return palette;
  }

  private static int[] histogram(BufferedImage image) {
    int[] counts = new int[CELLS];
    int[] row = new int[image.getWidth()];
    for (int y = 0; y < image.getHeight(); y++) {
      image.getRGB(0, y, row.length, 1, row, 0, row.length);
      for (int pixel : row) {
        if (pixel >>> 24 > 127) {
          counts[cell(pixel >> 16 & 255, pixel >> 8 & 255, pixel & 255)]++;
        }
      }
    }
    return counts;
  }

  private static int cell(int red, int green, int blue) {
    return red >> 3 << 10 | green >> 3 << 5 | blue >> 3;
  }

  private int closest(int cell, int size) {
    int red = (cell >> 10) * 8 + 4;
    int green = (cell >> 5 & 31) * 8 + 4;
    int blue = (cell & 31) * 8 + 4;
    int best = 0;
    int least = Integer.MAX_VALUE;
    for (int i = 0; i < size; i++) {
      int r = (colours[i] >> 16 & 255) - red;
      int g = (colours[i] >> 8 & 255) - green;
      int b = (colours[i] & 255) - blue;
      int distance = 2 * r * r + 4 * g * g + b * b;
      if (distance < least) {
        least = distance;
        best = i;
      }
    }
    return best;
  }

  BufferedImage apply(BufferedImage image) {
    IndexColorModel model = new IndexColorModel(8, 256, colours, 0, false, CLEAR, 0);
    int width = image.getWidth();
    BufferedImage indexed =
        new BufferedImage(width, image.getHeight(), BufferedImage.TYPE_BYTE_INDEXED, model);
    WritableRaster raster = indexed.getRaster();
    int[] row = new int[width];
    byte[] indices = new byte[width];
    for (int y = 0; y < image.getHeight(); y++) {
      image.getRGB(0, y, width, 1, row, 0, width);
      for (int x = 0; x < width; x++) {
        indices[x] = index(row[x], Blending.threshold(x, y));
      }
      raster.setDataElements(0, y, width, 1, indices);
    }
    return indexed;
  }

  private byte index(int pixel, int threshold) {
    if (pixel >>> 24 < 128) {
      return (byte) CLEAR;
    }
    int shift = (threshold - 128) / 16;
    return nearest[
        cell(
            Math.clamp((pixel >> 16 & 255) + shift, 0, 255),
            Math.clamp((pixel >> 8 & 255) + shift, 0, 255),
            Math.clamp((pixel & 255) + shift, 0, 255))];
  }
}
