package dev.easel.adapter.persistence;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTimeout;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.easel.domain.image.Content;
import dev.easel.domain.image.ImageFormat;
import dev.easel.domain.image.Raster;
import dev.easel.domain.ledger.PictureStore;
import dev.easel.domain.ledger.SamplePictures;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.SplittableRandom;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class RastersTest {
  private static final int RED = 0xff0000;
  private static final int BLUE = 0x0000ff;

  @TempDir private Path directory;
  private PictureStore store = PictureStores.open(Path.of(""));

  @BeforeEach
  void open() {
    store = PictureStores.open(directory);
  }

  @Test
  void areDrawnOfEveryFormatButSvg() {
    for (String format : List.of("png", "jpeg", "gif")) {
      Raster raster = raster(SamplePictures.twoColours(format, 128, 64), 32, 32);
      assertEquals(32, raster.width(), format);
      assertNear(RED, raster.pixel(4, 8), format);
      assertNear(BLUE, raster.pixel(28, 8), format);
    }
    for (byte[] webp : List.of(SamplePictures.webp(), SamplePictures.lossyWebp())) {
      assertNear(RED, raster(webp, 16, 16).pixel(2, 2), "WebP");
      assertEquals(Raster.GROUND, raster(webp, 16, 16).pixel(14, 5), "WebP");
    }
    assertEquals(RED, raster(SamplePictures.animatedWebp(), 16, 16).pixel(8, 6));
    assertEquals(Optional.empty(), store.raster(keep(SamplePictures.svg()), 32, 32));
  }

  private static void assertNear(int expected, int actual, String message) {
    for (int shift = 0; shift < 24; shift += 8) {
      assertEquals(expected >> shift & 0xff, actual >> shift & 0xff, 8.0, message);
    }
  }

  @Test
  void areTheMeanOfWhatTheyCover() {
    BufferedImage stripes = new BufferedImage(64, 64, BufferedImage.TYPE_INT_RGB);
    for (int y = 0; y < 64; y++) {
      for (int x = 0; x < 64; x++) {
        stripes.setRGB(x, y, x % 2 == 0 ? 0xffffff : 0);
      }
    }

    Raster raster = raster(SamplePictures.encoded(stripes, "png"), 16, 16);

    assertEquals(0x808080, raster.pixel(0, 0));
    assertEquals(0x808080, raster.pixel(15, 15));
  }

  @Test
  void fitTheBoxAfterTurning() {
    byte[] turned = ExifBytes.oriented(SamplePictures.twoColours("jpeg", 64, 32), 6);

    Raster raster = raster(turned, 100, 32);

    assertEquals(16, raster.width());
    assertEquals(32, raster.height());
    assertNear(RED, raster.pixel(8, 4), "above");
    assertNear(BLUE, raster.pixel(8, 28), "below");
  }

  @Test
  void leaveNothingOnTheDisk() {
    String name = keep(SamplePictures.twoColours("png", 400, 200));

    assertTrue(store.raster(name, 64, 64).isPresent());

    assertEquals(List.of(name + ".png"), PictureFiles.below(directory));
  }

  @Test
  void comeFromTheSmallestThumbnailThatIsLargeEnough() throws IOException {
    String name = keep(SamplePictures.twoColours("png", 400, 200));
    paint(name, 32, 0x101010);
    paint(name, 64, 0x202020);
    paint(name, 128, 0x303030);

    assertEquals(0x101010, pixel(name, 16, 16));
    assertEquals(0x101010, pixel(name, 32, 900));
    assertEquals(0x101010, pixel(name, 900, 16));
    assertEquals(0x202020, pixel(name, 33, 17));
    assertEquals(0x303030, pixel(name, 128, 128));
    assertEquals(RED, pixel(name, 129, 129));
  }

  @Test
  void comeFromAThumbnailThatIsAsLargeAsItsPicture() throws IOException {
    String name = keep(SamplePictures.twoColours("png", 40, 20));
    Files.write(thumbnail(name, 64), painted(40, 20, 0x101010));

    assertEquals(0x101010, pixel(name, 900, 900));
  }

  @Test
  void areDrawnAnewWhereTheThumbnailIsDamaged() throws IOException {
    String name = keep(SamplePictures.twoColours("png", 400, 200));
    byte[] whole = painted(64, 32, 0x101010);
    Files.write(thumbnail(name, 64), Arrays.copyOf(whole, whole.length / 2));
    Files.write(thumbnail(name, 32), new byte[0]);

    assertEquals(RED, pixel(name, 16, 16));
    assertTrue(store.thumbnail(name, 16).isPresent());
  }

  private void paint(String name, int width, int rgb) throws IOException {
    Files.write(thumbnail(name, width), painted(width, width / 2, rgb));
  }

  private Path thumbnail(String name, int width) throws IOException {
    Path below = Files.createDirectories(directory.resolve("thumbnails"));
    return below.resolve(name + "-" + width + ".png");
  }

  private static byte[] painted(int width, int height, int rgb) {
    BufferedImage image = new BufferedImage(width, height, BufferedImage.TYPE_INT_RGB);
    int[] pixels = new int[width * height];
    Arrays.fill(pixels, rgb);
    image.setRGB(0, 0, width, height, pixels, 0, width);
    return SamplePictures.encoded(image, "png");
  }

  private int pixel(String name, int width, int height) {
    return store.raster(name, width, height).orElseThrow().pixel(0, 0);
  }

  @Test
  void areNotDrawnOfWhatIsTooLarge() {
    for (int[] edges : new int[][] {{10_001, 2}, {2, 10_001}, {8_001, 8_000}, {20_000, 20_000}}) {
      byte[] bytes =
          new PngBytes(edges[0], edges[1], PngBytes.GREY)
              .chunk("IDAT", PngBytes.compressedZeros((edges[0] + 1L) * edges[1]))
              .end();
      String name = keep(bytes);
      long before = allocated();

      assertTimeout(
          Duration.ofSeconds(5), () -> assertEquals(Optional.empty(), store.raster(name, 64, 64)));
      assertTrue(allocated() - before < bytes.length + 8_000_000, "bytes allocated");
    }
  }

  @Test
  void areDrawnOfLargePicturesInLittleMemory() {
    String name =
        keep(
            new PngBytes(8_000, 8_000, PngBytes.GREY)
                .chunk("IDAT", PngBytes.compressedZeros(8_001L * 8_000))
                .end());
    long before = allocated();

    assertEquals(2_048, store.raster(name, 9_999, 9_999).orElseThrow().height());

    assertTrue(allocated() - before < 128_000_000, allocated() - before + " bytes allocated");
  }

  private static long allocated() {
    var threads = (com.sun.management.ThreadMXBean) ManagementFactory.getThreadMXBean();
    return threads.getCurrentThreadAllocatedBytes();
  }

  @Test
  void neverFailOnDamagedBytes() {
    PictureDrawing drawing = new PictureDrawing(new PictureDecoder(Duration.ofMillis(100)));
    SplittableRandom random = new SplittableRandom(20_261_124);
    List<byte[]> pictures =
        List.of(
            SamplePictures.twoColours("png", 40, 40),
            SamplePictures.twoColours("jpeg", 40, 40),
            SamplePictures.twoColours("gif", 40, 40),
            SamplePictures.webp());
    for (int round = 0; round < 200; round++) {
      byte[] damaged = damaged(pictures.get(round % pictures.size()), random);
      ImageFormat format = ImageFormat.recognise(damaged).orElseThrow();
      assertTimeout(
          Duration.ofSeconds(20),
          () -> drawing.raster(damaged, format, new Dimensions(16, 16)),
          HexFormat.of().formatHex(damaged));
    }
  }

  private static byte[] damaged(byte[] picture, SplittableRandom random) {
    byte[] damaged = Arrays.copyOf(picture, random.nextInt(16, picture.length + 1));
    for (int flips = random.nextInt(5); flips > 0; flips--) {
      damaged[random.nextInt(14, damaged.length)] ^= (byte) random.nextInt(256);
    }
    return damaged;
  }

  private Raster raster(byte[] bytes, int width, int height) {
    return store.raster(keep(bytes), width, height).orElseThrow();
  }

  private String keep(byte[] bytes) {
    return String.valueOf(store.keep(Content.of(bytes)).sha256());
  }
}
