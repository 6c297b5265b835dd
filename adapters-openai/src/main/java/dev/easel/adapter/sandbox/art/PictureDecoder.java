package dev.easel.adapter.sandbox.art;

import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.Iterator;
import java.util.Optional;
import javax.imageio.ImageIO;
import javax.imageio.ImageReader;
import javax.imageio.stream.ImageInputStream;
import javax.imageio.stream.MemoryCacheImageInputStream;

/// Reads the pictures and masks that clients upload for an edit.
public final class PictureDecoder {
  private PictureDecoder() {}

  /// The picture in a file of any raster format that the running JVM knows; of an animation the
  /// first frame. Empty when it is none of these, is damaged, or has more pixels than allowed,
  /// which is found out before any are read.
  public static Optional<BufferedImage> decode(byte[] file, long mostPixels) {
    try (ImageInputStream stream =
        new MemoryCacheImageInputStream(new ByteArrayInputStream(file))) {
      Iterator<ImageReader> readers = ImageIO.getImageReaders(stream);
      return readers.hasNext() ? read(readers.next(), stream, mostPixels) : Optional.empty();
    } catch (IOException | RuntimeException damaged) {
      return Optional.empty();
    }
  }

  private static Optional<BufferedImage> read(
      ImageReader reader, ImageInputStream stream, long mostPixels) throws IOException {
    try {
      reader.setInput(stream, true, true);
      long pixels = (long) reader.getWidth(0) * reader.getHeight(0);
      return pixels > mostPixels ? Optional.empty() : Optional.of(plain(reader.read(0)));
    } finally {
      reader.dispose();
    }
  }

  /// The same pixels in 8 bits a channel, sRGB.
  private static BufferedImage plain(BufferedImage image) {
    int width = image.getWidth();
    boolean alpha = image.getColorModel().hasAlpha();
    BufferedImage plain =
        new BufferedImage(
            width,
            image.getHeight(),
            alpha ? BufferedImage.TYPE_INT_ARGB : BufferedImage.TYPE_INT_RGB);
    int[] row = new int[width];
    for (int y = 0; y < image.getHeight(); y++) {
      image.getRGB(0, y, width, 1, row, 0, width);
      plain.setRGB(0, y, width, 1, row, 0, width);
    }
    return plain;
  }
}
