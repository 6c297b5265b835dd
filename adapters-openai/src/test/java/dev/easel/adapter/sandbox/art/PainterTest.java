package dev.easel.adapter.sandbox.art;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.awt.image.BufferedImage;
import java.io.StringReader;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import javax.xml.parsers.DocumentBuilderFactory;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.w3c.dom.Element;
import org.xml.sax.InputSource;

class PainterTest {
  private static final List<String> PROMPTS =
      List.of(
          "a lighthouse at dusk",
          "a lighthouse at dawn",
          "snow over a mountain lake",
          "a city at night in the rain",
          "a fox in the forest",
          "a cat, a dog and an owl in a meadow",
          "a balloon and a rocket over the desert in fog",
          "a red teacup beside an apple",
          "a robot in space",
          "a castle under the aurora",
          "a boat, a fish, a flower and a heart",
          "a person before a house and a tree",
          "",
          "zirp",
          "quango blarn",
          "florp grint",
          "wibble");

  static int[] pixels(BufferedImage image) {
    return image.getRGB(0, 0, image.getWidth(), image.getHeight(), null, 0, image.getWidth());
  }

  private static Commission small(String prompt, long seed, int index) {
    return new Commission(prompt, seed, index, 96, 64, false);
  }

  @Test
  void theSameCommissionGivesTheSamePixels() {
    for (String prompt : PROMPTS) {
      assertArrayEquals(
          pixels(Painter.paint(small(prompt, 5, 1))), pixels(Painter.paint(small(prompt, 5, 1))));
    }
  }

  @Test
  void everyPromptSeedAndIndexGivesAnotherPicture() {
    Set<Integer> seen = new HashSet<>();
    for (String prompt : PROMPTS) {
      assertTrue(seen.add(Arrays.hashCode(pixels(Painter.paint(small(prompt, 5, 0))))));
      assertTrue(seen.add(Arrays.hashCode(pixels(Painter.paint(small(prompt, 6, 0))))));
      assertTrue(seen.add(Arrays.hashCode(pixels(Painter.paint(small(prompt, 5, 1))))));
    }
  }

  @Test
  void aPictureLooksTheSameInAnyResolution() {
    BufferedImage small =
        Painter.paint(new Commission("a lighthouse at dusk", 3, 0, 64, 64, false));
    BufferedImage large =
        Painter.paint(new Commission("a lighthouse at dusk", 3, 0, 256, 256, false));
    assertEquals(brightness(large, 0, 128), brightness(small, 0, 32), 6);
    assertEquals(brightness(large, 128, 256), brightness(small, 32, 64), 6);
  }

  private static double brightness(BufferedImage image, int top, int bottom) {
    long sum = 0;
    for (int y = top; y < bottom; y++) {
      for (int x = 0; x < image.getWidth(); x++) {
        sum += image.getRGB(x, y) >> 8 & 255;
      }
    }
    return sum / (double) (image.getWidth() * (bottom - top));
  }

  @Test
  void aLighthouseHasARedAndWhiteTower() {
    BufferedImage day =
        Painter.paint(new Commission("a lighthouse at noon", 1, 0, 256, 256, false));
    long red = count(day, 150, 255, 0, 95);
    long white = count(day, 215, 255, 200, 255);
    assertTrue(red > 200, red + " red pixels");
    assertTrue(white > 200, white + " white pixels");
  }

  private static long count(BufferedImage image, int redLow, int redHigh, int low, int high) {
    return Arrays.stream(pixels(image))
        .filter(pixel -> (pixel >> 16 & 255) >= redLow && (pixel >> 16 & 255) <= redHigh)
        .filter(pixel -> (pixel >> 8 & 255) >= low && (pixel >> 8 & 255) <= high)
        .filter(pixel -> (pixel & 255) >= low && (pixel & 255) <= high)
        .count();
  }

  @Test
  void nightIsDarkerThanDay() {
    BufferedImage day = Painter.paint(new Commission("a sea at noon", 1, 0, 64, 64, false));
    BufferedImage night = Painter.paint(new Commission("a sea at midnight", 1, 0, 64, 64, false));
    assertTrue(brightness(night, 0, 64) < brightness(day, 0, 64) / 2);
  }

  @ParameterizedTest
  @CsvSource({"256,256", "1024,1792", "1536,864", "3840,2160", "1,1", "7,300", "300,7"})
  void picturesHaveTheSizeAskedFor(int width, int height) {
    BufferedImage image = Painter.paint(new Commission("a boat", 1, 0, width, height, false));
    assertEquals(width, image.getWidth());
    assertEquals(height, image.getHeight());
    assertFalse(image.getColorModel().hasAlpha());
  }

  @Test
  void aSizeWithoutPixelsIsRefused() {
    assertThrows(
        IllegalArgumentException.class, () -> new Commission("a boat", 1, 0, 0, 10, false));
    assertThrows(
        IllegalArgumentException.class, () -> new Commission("a boat", 1, 0, 10, 0, false));
  }

  @ParameterizedTest
  @ValueSource(strings = {"a fox", "a lighthouse at dusk", "nothing known", "mountains"})
  void aTransparentBackgroundIsClearAtTheEdgesAndSolidInside(String prompt) {
    BufferedImage image = Painter.paint(new Commission(prompt, 1, 0, 128, 128, true));
    assertTrue(image.getColorModel().hasAlpha());
    assertEquals(0, image.getRGB(0, 0) >>> 24);
    assertEquals(0, image.getRGB(127, 127) >>> 24);
    assertTrue(Arrays.stream(pixels(image)).anyMatch(pixel -> pixel >>> 24 == 255));
  }

  @Test
  void anAnimationMovesAndComesBackToItsStart() {
    Commission commission = small("a boat at night in the snow", 4, 0);
    int[] still = pixels(Painter.paint(commission));
    assertArrayEquals(still, pixels(Painter.paint(commission, 0)));
    assertFalse(Arrays.equals(still, pixels(Painter.paint(commission, 0.4))));
  }

  @Test
  void vectorsAreShapesInWellFormedXmlWithoutScriptOrEmbeddedPictures() throws Exception {
    for (String prompt : PROMPTS) {
      Element svg = parsed(Painter.draw(new Commission(prompt, 2, 0, 640, 480, false)));
      assertEquals("svg", svg.getTagName());
      assertEquals("640", svg.getAttribute("width"));
      assertEquals("480", svg.getAttribute("height"));
      assertTrue(svg.getElementsByTagName("path").getLength() > 8, prompt);
      assertEquals(0, svg.getElementsByTagName("image").getLength());
      assertEquals(0, svg.getElementsByTagName("script").getLength());
    }
  }

  @Test
  void aHostilePromptStaysTextInTheVectors() throws Exception {
    String hostile = "<script>alert(1)</script> & \u0000\u001b[31m \ud800 fox";
    Element svg = parsed(Painter.draw(new Commission(hostile, 2, 0, 64, 64, true)));
    assertEquals(0, svg.getElementsByTagName("script").getLength());
    String title = svg.getElementsByTagName("title").item(0).getTextContent();
    assertTrue(title.startsWith("<script>alert(1)</script> & \ufffd\ufffd[31m \ufffd fox"), title);
  }

  private static Element parsed(String svg) throws Exception {
    return DocumentBuilderFactory.newInstance()
        .newDocumentBuilder()
        .parse(new InputSource(new StringReader(svg)))
        .getDocumentElement();
  }
}
