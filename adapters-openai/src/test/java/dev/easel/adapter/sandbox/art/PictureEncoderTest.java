package dev.easel.adapter.sandbox.art;

import static dev.easel.adapter.sandbox.art.PainterTest.pixels;
import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.easel.domain.image.ImageFormat;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Optional;
import java.util.SplittableRandom;
import java.util.stream.Stream;
import javax.imageio.ImageIO;
import javax.imageio.ImageReader;
import javax.imageio.metadata.IIOMetadataNode;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

class PictureEncoderTest {
  private static BufferedImage painted(int width, int height, boolean transparent) {
    return Painter.paint(new Commission("a lighthouse at dusk", 1, 0, width, height, transparent));
  }

  private static BufferedImage read(byte[] file) throws IOException {
    return ImageIO.read(new ByteArrayInputStream(file));
  }

  private static Optional<ImageFormat> recognised(byte... file) {
    return ImageFormat.recognise(
        Arrays.copyOf(file, Math.min(file.length, ImageFormat.HEAD_BYTES)));
  }

  @ParameterizedTest
  @CsvSource({"256,256", "150,270", "480,270", "1,1", "33,7"})
  void everyFormatIsRecognisedAndKeepsItsSize(int width, int height) throws IOException {
    BufferedImage image = painted(width, height, false);
    checkFile(ImageFormat.PNG, image, PictureEncoder.png(image, ""));
    checkFile(ImageFormat.JPEG, image, PictureEncoder.jpeg(image, 80));
    checkFile(ImageFormat.WEBP, image, PictureEncoder.webp(image, 100));
    checkFile(ImageFormat.GIF, image, PictureEncoder.gif(1, 200, frame -> image));
  }

  private static void checkFile(ImageFormat format, BufferedImage image, byte[] file)
      throws IOException {
    assertEquals(Optional.of(format), recognised(file));
    BufferedImage decoded = read(file);
    assertEquals(image.getWidth(), decoded.getWidth(), format.word());
    assertEquals(image.getHeight(), decoded.getHeight(), format.word());
  }

  @Test
  void aPngGivesEveryPixelBack() throws IOException {
    BufferedImage image = painted(480, 270, false);
    BufferedImage decoded = read(PictureEncoder.png(image, ""));
    assertArrayEquals(pixels(image), pixels(decoded));
  }

  @Test
  void vectorsAreRecognised() {
    String svg = Painter.draw(new Commission("a fox", 1, 0, 256, 256, true));
    assertEquals(Optional.of(ImageFormat.SVG), recognised(svg.getBytes(StandardCharsets.UTF_8)));
  }

  @Test
  void pngAndWebpKeepTransparencyAndJpegLaysItOnWhite() throws IOException {
    BufferedImage image = painted(200, 160, true);
    assertArrayEquals(pixels(image), pixels(read(PictureEncoder.png(image, ""))));
    assertArrayEquals(pixels(image), pixels(read(PictureEncoder.webp(image, 100))));
    int corner = read(PictureEncoder.jpeg(image, 100)).getRGB(0, 0);
    assertTrue((corner & 255) > 250 && (corner >> 8 & 255) > 250, Integer.toHexString(corner));
  }

  @Test
  void aPngCarriesItsPrompt() throws IOException {
    byte[] file = PictureEncoder.png(painted(32, 32, false), "Leuchtturm bei Dämmerung ✨");
    ImageReader reader = ImageIO.getImageReadersByFormatName("png").next();
    reader.setInput(ImageIO.createImageInputStream(new ByteArrayInputStream(file)));
    IIOMetadataNode tree =
        (IIOMetadataNode) reader.getImageMetadata(0).getAsTree("javax_imageio_png_1.0");
    IIOMetadataNode entry = (IIOMetadataNode) tree.getElementsByTagName("iTXtEntry").item(0);
    assertEquals("Leuchtturm bei Dämmerung ✨", entry.getAttribute("text"));
    reader.dispose();
  }

  @Test
  void lowerCompressionQualityMakesSmallerFiles() {
    BufferedImage image = painted(256, 256, false);
    assertTrue(PictureEncoder.jpeg(image, 10).length < PictureEncoder.jpeg(image, 60).length);
    assertTrue(PictureEncoder.jpeg(image, 60).length < PictureEncoder.jpeg(image, 100).length);
    assertTrue(PictureEncoder.jpeg(image, 0).length > 100);
    assertTrue(PictureEncoder.webp(image, 0).length < PictureEncoder.webp(image, 50).length);
    assertTrue(PictureEncoder.webp(image, 50).length < PictureEncoder.webp(image, 100).length);
  }

  @Test
  void aGifHasItsFramesItsPaceAndNoEnd() throws IOException {
    Commission commission = new Commission("a boat in the snow", 1, 0, 120, 80, false);
    byte[] file = PictureEncoder.gif(5, 204, frame -> Painter.paint(commission, frame / 5.0));
    ImageReader reader = ImageIO.getImageReadersByFormatName("gif").next();
    reader.setInput(ImageIO.createImageInputStream(new ByteArrayInputStream(file)));
    assertEquals(5, reader.getNumImages(true));
    for (int frame = 0; frame < 5; frame++) {
      IIOMetadataNode tree =
          (IIOMetadataNode) reader.getImageMetadata(frame).getAsTree("javax_imageio_gif_image_1.0");
      IIOMetadataNode control =
          (IIOMetadataNode) tree.getElementsByTagName("GraphicControlExtension").item(0);
      assertEquals("20", control.getAttribute("delayTime"));
    }
    assertFalse(Arrays.equals(pixels(reader.read(0)), pixels(reader.read(2))), "it stands still");
    assertTrue(
        new String(file, StandardCharsets.ISO_8859_1).contains("NETSCAPE2.0\u0003\u0001\0\0"));
    reader.dispose();
  }

  @Test
  void aGifIsCloseToThePictureAndKeepsItClear() throws IOException {
    BufferedImage image = painted(128, 128, true);
    BufferedImage decoded = read(PictureEncoder.gif(1, 100, frame -> image));
    long error = 0;
    for (int y = 0; y < 128; y++) {
      for (int x = 0; x < 128; x++) {
        boolean solid = image.getRGB(x, y) >>> 24 > 127;
        assertEquals(solid ? 255 : 0, decoded.getRGB(x, y) >>> 24);
        int green = (image.getRGB(x, y) >> 8 & 255) - (decoded.getRGB(x, y) >> 8 & 255);
        error += solid ? Math.abs(green) : 0;
      }
    }
    assertTrue(error / (128.0 * 128) < 6, "mean error " + error / (128.0 * 128));
  }

  static Stream<Arguments> pictures() {
    SplittableRandom random = new SplittableRandom(11);
    return Stream.of("noise", "two", "one", "runs", "ramp", "skewed", "clear")
        .flatMap(kind ->
            Stream.of(1, 2, 3, 33, 100)
                .map(size -> Arguments.of(kind, size, 1 + random.nextInt(90), random.nextInt())));
  }

  @ParameterizedTest
  @MethodSource("pictures")
  void webpGivesEveryPixelBack(String kind, int width, int height, int seed) throws IOException {
    SplittableRandom random = new SplittableRandom(seed);
    BufferedImage image = new BufferedImage(width, height, BufferedImage.TYPE_INT_ARGB);
    for (int i = 0; i < width * height; i++) {
      image.setRGB(i % width, i / width, pixel(kind, random, i));
    }
    byte[] file = PictureEncoder.webp(image, 100);
    assertEquals(Optional.of(ImageFormat.WEBP), recognised(file));
    assertArrayEquals(pixels(image), pixels(read(file)));
  }

  private static int pixel(String kind, SplittableRandom random, int place) {
    return switch (kind) {
      case "noise" -> random.nextInt();
      case "two" -> random.nextBoolean() ? 0xff00ff00 : 0x80102030;
      case "one" -> 0xffabcdef;
      case "runs" -> 0xff000000 | (place / 57) * 0x030711;
      case "ramp" -> 0xff000000 | place * 0x010203;
      case "skewed" -> 0xff000000 | (int) (Math.pow(random.nextDouble(), 40) * 0xffffff);
      default -> (random.nextInt(256) << 24) | 0x336699;
    };
  }

  @Test
  void webpGivesAPaintedPictureBack() throws IOException {
    for (boolean transparent : new boolean[] {false, true}) {
      BufferedImage image = painted(400, 225, transparent);
      assertArrayEquals(pixels(image), pixels(read(PictureEncoder.webp(image, 100))));
    }
  }
}
