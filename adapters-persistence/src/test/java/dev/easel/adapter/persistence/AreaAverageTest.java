package dev.easel.adapter.persistence;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;

import java.awt.image.BufferedImage;
import java.util.Arrays;
import org.junit.jupiter.api.Test;

final class AreaAverageTest {

  @Test
  void averagesWholePixels() {
    int[] shrunk = shrink(2, 1, 0xff000000, 0xff0000c8, 0xffff0000, 0xffff0000);

    assertArrayEquals(new int[] {0xff000064, 0xffff0000}, shrunk);
  }

  @Test
  void countsPixelsOnAnEdgeByThePartCovered() {
    int[] shrunk = shrink(2, 1, 0xff00005a, 0xff00003c, 0xff00001e);

    assertArrayEquals(new int[] {0xff000050, 0xff000028}, shrunk);
  }

  @Test
  void givesTransparentPixelsNoColour() {
    int[] shrunk = shrink(1, 1, 0xffff0000, 0x0000ff00);

    assertArrayEquals(new int[] {0x80ff0000}, shrunk);
  }

  @Test
  void leavesAPictureOfTheSameSizeAsItIs() {
    int[] pixels = {0x01020304, 0xff336699, 0x80ff0001};

    assertArrayEquals(pixels, shrink(3, 1, pixels));
  }

  @Test
  void keepsAWhitePictureWhiteAtEveryRatio() {
    BufferedImage white = new BufferedImage(331, 97, BufferedImage.TYPE_INT_ARGB);
    int[] pixels = new int[331 * 97];
    Arrays.fill(pixels, 0xffffffff);
    white.setRGB(0, 0, 331, 97, pixels, 0, 331);

    for (int width = 1; width <= 331; width += 7) {
      int height = Math.max(1, 97 * width / 331);
      BufferedImage shrunk = AreaAverage.shrink(white, new Dimensions(width, height));
      for (int pixel : shrunk.getRGB(0, 0, width, height, null, 0, width)) {
        assertEquals(0xffffffff, pixel, "width " + width);
      }
    }
  }

  @Test
  void takesGreyAsItIsWritten() {
    for (int type : new int[] {BufferedImage.TYPE_BYTE_GRAY, BufferedImage.TYPE_USHORT_GRAY}) {
      BufferedImage grey = new BufferedImage(4, 4, type);
      int[] samples = new int[16];
      Arrays.fill(samples, type == BufferedImage.TYPE_BYTE_GRAY ? 0x80 : 0x8000);
      grey.getRaster().setPixels(0, 0, 4, 4, samples);

      assertEquals(0xff808080, AreaAverage.shrink(grey, new Dimensions(2, 2)).getRGB(0, 0));
    }
  }

  /// One row of pixels, made `width` × `height`.
  private static int[] shrink(int width, int height, int... pixels) {
    BufferedImage row = new BufferedImage(pixels.length, 1, BufferedImage.TYPE_INT_ARGB);
    row.setRGB(0, 0, pixels.length, 1, pixels, 0, pixels.length);
    BufferedImage shrunk = AreaAverage.shrink(row, new Dimensions(width, height));
    return shrunk.getRGB(0, 0, width, height, null, 0, width);
  }
}
