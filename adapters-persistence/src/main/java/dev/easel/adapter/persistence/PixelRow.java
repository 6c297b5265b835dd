package dev.easel.adapter.persistence;

import java.awt.color.ColorSpace;
import java.awt.image.BufferedImage;
import java.awt.image.ColorModel;
import java.awt.image.IndexColorModel;
import java.awt.image.WritableRaster;

/// Reads pictures row by row as sRGB.
final class PixelRow {
  private PixelRow() {}

  /// Fills `argb` with the pixels of one row, colours not multiplied by opacity.
  static void read(BufferedImage image, int y, int[] argb) {
    ColorModel model = image.getColorModel();
    boolean grey = model.getColorSpace().getType() == ColorSpace.TYPE_GRAY;
    if (grey && !(model instanceof IndexColorModel)) {
      readGrey(image.getRaster(), model, y, argb);
    } else {
      image.getRGB(0, y, argb.length, 1, argb, 0, argb.length);
    }
  }

  /// Takes grey samples as they are. The JDK takes them for linear light and makes them lighter,
  /// but those of PNG and JPEG files are encoded like sRGB.
  private static void readGrey(WritableRaster raster, ColorModel model, int y, int[] argb) {
    int bands = raster.getNumBands();
    int shift = model.getComponentSize(0) - Byte.SIZE;
    int[] samples = raster.getPixels(0, y, argb.length, 1, (int[]) null);
    for (int x = 0; x < argb.length; x++) {
      int grey = samples[x * bands] >> shift;
      int alpha = model.hasAlpha() ? samples[x * bands + bands - 1] >> shift : 0xff;
      argb[x] = alpha << 24 | grey << 16 | grey << 8 | grey;
    }
  }
}
