package dev.easel.domain.image;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.Arrays;
import org.junit.jupiter.api.Test;

final class RasterTest {

  @Test
  void holdsPixelsRowByRow() {
    int[] argb = {0xff000001, 0xff000002, 0xff000003, 0xff000004, 0xff000005, 0xff000006};

    Raster raster = Raster.of(3, 2, argb);
    argb[5] = 0;

    assertEquals(3, raster.width());
    assertEquals(2, raster.height());
    assertEquals(1, raster.pixel(0, 0));
    assertEquals(3, raster.pixel(2, 0));
    assertEquals(4, raster.pixel(0, 1));
    assertEquals(6, raster.pixel(2, 1));
  }

  @Test
  void laysTransparentPixelsOverGrey() {
    Raster raster = Raster.of(4, 1, new int[] {0x00ff0000, 0xffff4020, 0x80ff00ff, 0x33000000});

    assertEquals(Raster.GROUND, raster.pixel(0, 0));
    assertEquals(0xff4020, raster.pixel(1, 0));
    assertEquals(0xc040c0, raster.pixel(2, 0));
    assertEquals(0x666666, raster.pixel(3, 0));
  }

  @Test
  void isNoPictureWithoutItsPixels() {
    int[] pixels = new int[6];
    assertThrows(IllegalArgumentException.class, () -> Raster.of(3, 3, pixels));
    assertThrows(IllegalArgumentException.class, () -> Raster.of(-2, -3, pixels));
    assertThrows(IllegalArgumentException.class, () -> Raster.of(0, 0, new int[0]));
  }

  @Test
  void givesPartsThatLieWithinIt() {
    Raster raster = numbered(5, 4);

    assertPart("2x2 from 12", raster.part(2, 1, 2, 2));
    assertPart("2x2 from 0", raster.part(-9, -9, 2, 2));
    assertPart("2x2 from 23", raster.part(9, 9, 2, 2));
    assertPart("5x1 from 30", raster.part(2, 3, 99, 1));
    assertPart("5x4 from 0", raster.part(2, 3, 99, 99));
    assertEquals(23, raster.part(2, 1, 2, 2).pixel(1, 1));
    assertThrows(IllegalArgumentException.class, () -> raster.part(0, 0, 0, 1));
    assertThrows(IllegalArgumentException.class, () -> raster.part(0, 0, 1, 0));
  }

  // The pixel in column 3 of row 2 is 23.
  private static Raster numbered(int width, int height) {
    int[] argb = new int[width * height];
    Arrays.setAll(argb, at -> 0xff000000 | at / width * 10 + at % width);
    return Raster.of(width, height, argb);
  }

  private static void assertPart(String expected, Raster part) {
    assertEquals(expected, part.width() + "x" + part.height() + " from " + part.pixel(0, 0));
  }
}
