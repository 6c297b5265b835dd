package dev.easel.adapter.sandbox.art;

import static dev.easel.adapter.sandbox.art.PainterTest.pixels;
import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.easel.domain.image.Nullable;
import java.awt.image.BufferedImage;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class RetouchTest {
  private static final int SIDE = 120;
  private static final BufferedImage PHOTO =
      Painter.paint(new Commission("a lighthouse at noon", 1, 0, SIDE, SIDE, false));
  private static final BufferedImage OTHER =
      Painter.paint(new Commission("a red heart", 1, 0, SIDE, SIDE, false));

  private static Commission asked(String prompt) {
    return new Commission(prompt, 1, 0, SIDE, SIDE, false);
  }

  private static BufferedImage changed(
      String prompt, @Nullable BufferedImage mask, BufferedImage... references) {
    return Painter.retouch(new Retouch(asked(prompt), List.of(references), mask));
  }

  /// Opaque but for a window in the middle.
  private static BufferedImage mask(int width, int height) {
    BufferedImage mask = new BufferedImage(width, height, BufferedImage.TYPE_INT_ARGB);
    for (int y = 0; y < height; y++) {
      for (int x = 0; x < width; x++) {
        mask.setRGB(x, y, inside(x, y, width, height) ? 0 : 0xff000000);
      }
    }
    return mask;
  }

  private static boolean inside(int x, int y, int width, int height) {
    return x > width / 4 && x < width * 3 / 4 && y > height / 4 && y < height * 3 / 4;
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"make it snow", "at night", "all purple", "grumf", "add a fox", "in rain"})
  void anEditChangesThePictureButStaysLikeIt(String prompt) {
    int[] before = pixels(PHOTO);
    int[] after = pixels(changed(prompt, null, PHOTO));
    assertFalse(Arrays.equals(before, after));
    double likeness = correlation(before, after);
    assertTrue(likeness > 0.5, prompt + " gives a likeness of " + likeness);
    assertTrue(correlation(pixels(OTHER), after) < likeness);
  }

  private static double correlation(int[] first, int... second) {
    double meanFirst = Arrays.stream(first).map(RetouchTest::green).average().orElseThrow();
    double meanSecond = Arrays.stream(second).map(RetouchTest::green).average().orElseThrow();
    double product = 0;
    double squareFirst = 0;
    double squareSecond = 0;
    for (int i = 0; i < first.length; i++) {
      double a = green(first[i]) - meanFirst;
      double b = green(second[i]) - meanSecond;
      product += a * b;
      squareFirst += a * a;
      squareSecond += b * b;
    }
    return product / Math.sqrt(squareFirst * squareSecond);
  }

  private static int green(int pixel) {
    return pixel >> 8 & 255;
  }

  @ParameterizedTest
  @ValueSource(strings = {"make it snow", "a city at night", "blorp", "add a boat"})
  void aMaskProtectsEveryOpaquePixel(String prompt) {
    BufferedImage after = changed(prompt, mask(SIDE, SIDE), PHOTO);
    int different = 0;
    for (int y = 0; y < SIDE; y++) {
      for (int x = 0; x < SIDE; x++) {
        if (inside(x, y, SIDE, SIDE)) {
          different += PHOTO.getRGB(x, y) != after.getRGB(x, y) ? 1 : 0;
        } else {
          assertEquals(PHOTO.getRGB(x, y), after.getRGB(x, y), x + "," + y);
        }
      }
    }
    assertTrue(different > 200, different + " pixels changed");
  }

  @Test
  void aMaskOfAnotherSizeIsFitted() {
    BufferedImage after = changed("at night", mask(2 * SIDE, 2 * SIDE), PHOTO);
    assertEquals(PHOTO.getRGB(5, 5), after.getRGB(5, 5));
    assertNotEquals(PHOTO.getRGB(SIDE / 2, SIDE / 2), after.getRGB(SIDE / 2, SIDE / 2));
  }

  @Test
  void aMaskWithoutTransparencyChangesNothing() {
    BufferedImage solid = new BufferedImage(SIDE, SIDE, BufferedImage.TYPE_INT_RGB);
    assertArrayEquals(pixels(PHOTO), pixels(changed("at night", solid, PHOTO)));
  }

  @Test
  void otherReferencesAppearInThePicture() {
    int[] alone = pixels(changed("at night", null, PHOTO));
    int[] together = pixels(changed("at night", null, PHOTO, OTHER));
    assertFalse(Arrays.equals(alone, together));
    assertFalse(Arrays.equals(together, pixels(changed("at night", null, PHOTO, PHOTO))));
  }

  @Test
  void theResultHasTheSizeAskedForWhateverTheReference() {
    Commission wide = new Commission("snow", 1, 0, 200, 90, false);
    BufferedImage after = Painter.retouch(new Retouch(wide, List.of(PHOTO), null));
    assertEquals(200, after.getWidth());
    assertEquals(90, after.getHeight());
  }

  @Test
  void transparencyOfTheReferenceIsKeptAndCanBeAskedFor() {
    BufferedImage cutOut = Painter.paint(new Commission("a fox", 1, 0, SIDE, SIDE, true));
    assertEquals(0, changed("all blue", null, cutOut).getRGB(0, 0) >>> 24);
    Commission clear = new Commission("all blue", 1, 0, SIDE, SIDE, true);
    BufferedImage after = Painter.retouch(new Retouch(clear, List.of(PHOTO), null));
    assertEquals(0, after.getRGB(0, 0) >>> 24);
    assertEquals(255, after.getRGB(SIDE / 2, SIDE / 2) >>> 24);
  }

  @Test
  void theSameEditGivesTheSamePixels() {
    assertArrayEquals(
        pixels(changed("snow and a cat", null, PHOTO)),
        pixels(changed("snow and a cat", null, PHOTO)));
  }

  @Test
  void anEditAsVectorsIsMadeOfTriangles() {
    String svg = Painter.redraw(new Retouch(asked("at night"), List.of(PHOTO), null));
    assertTrue(svg.startsWith("<svg "));
    assertEquals(2 * 40 * 40, svg.split("<path ", -1).length - 1);
    assertFalse(svg.contains("<image"));
  }

  @Test
  void anEditOfNothingIsRefused() {
    assertThrows(IllegalArgumentException.class, () -> new Retouch(asked("snow"), List.of(), null));
  }

  @Test
  void sketchesComeCloserToTheFinishedPicture() {
    int[] finished = pixels(PHOTO);
    double first = correlation(finished, pixels(Painter.sketch(PHOTO, 0, 3)));
    double second = correlation(finished, pixels(Painter.sketch(PHOTO, 1, 3)));
    double third = correlation(finished, pixels(Painter.sketch(PHOTO, 2, 3)));
    assertTrue(first > 0.3 && first < second && second < third && third < 1);
    assertEquals(SIDE, Painter.sketch(PHOTO, 0, 1).getWidth());
  }

  @Test
  void uploadsAreReadBack() {
    Optional<BufferedImage> read = PictureDecoder.decode(PictureEncoder.png(PHOTO, ""), 1 << 20);
    assertArrayEquals(pixels(PHOTO), pixels(read.orElseThrow()));
    assertTrue(PictureDecoder.decode(PictureEncoder.webp(PHOTO, 100), 1 << 20).isPresent());
    assertTrue(PictureDecoder.decode(PictureEncoder.jpeg(PHOTO, 90), 1 << 20).isPresent());
  }

  @Test
  void uploadsThatAreTooLargeOrDamagedAreNotRead() {
    byte[] file = PictureEncoder.png(PHOTO, "");
    assertTrue(PictureDecoder.decode(file, SIDE * SIDE - 1).isEmpty());
    assertTrue(PictureDecoder.decode(Arrays.copyOf(file, 60), 1 << 20).isEmpty());
    assertTrue(PictureDecoder.decode(new byte[0], 1 << 20).isEmpty());
    assertTrue(PictureDecoder.decode(new byte[] {60, 115, 118, 103}, 1 << 20).isEmpty());
  }
}
