package dev.easel.adapter.persistence;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTimeout;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.easel.domain.image.Content;
import dev.easel.domain.image.ImageFormat;
import dev.easel.domain.ledger.PictureStore;
import dev.easel.domain.ledger.PictureStore.Picture;
import dev.easel.domain.ledger.SamplePictures;
import dev.easel.domain.ledger.StoredPicture;
import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.ByteOrder;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.SplittableRandom;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import javax.imageio.IIOImage;
import javax.imageio.ImageIO;
import javax.imageio.ImageWriter;
import javax.imageio.stream.ImageOutputStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class ThumbnailsTest {
  private static final int RED = 0xffff0000;
  private static final int BLUE = 0xff0000ff;

  @TempDir private Path directory;
  private PictureStore store = PictureStores.open(Path.of(""));

  @BeforeEach
  void open() {
    store = PictureStores.open(directory);
  }

  @Test
  void areDrawnOfEveryFormatButSvg() {
    for (String format : List.of("png", "jpeg", "gif")) {
      BufferedImage image = thumbnail(SamplePictures.twoColours(format, 128, 64), 32);
      assertEquals(32, image.getWidth(), format);
      assertEquals(16, image.getHeight(), format);
      assertNear(RED, image.getRGB(4, 8), format);
      assertNear(BLUE, image.getRGB(28, 8), format);
    }
    for (byte[] webp : List.of(SamplePictures.webp(), SamplePictures.lossyWebp())) {
      assertNear(RED, thumbnail(webp, 16).getRGB(2, 2), "WebP");
    }
    assertEquals(Optional.empty(), store.thumbnail(keep(SamplePictures.svg()), 32));
  }

  private static void assertNear(int expected, int actual, String message) {
    for (int shift = 0; shift < 32; shift += 8) {
      assertEquals(expected >> shift & 0xff, actual >> shift & 0xff, 8.0, message);
    }
  }

  @Test
  void keepTransparency() {
    assertEquals(0, thumbnail(SamplePictures.webp(), 16).getRGB(14, 5) >>> 24);

    BufferedImage glass = new BufferedImage(64, 64, BufferedImage.TYPE_INT_ARGB);
    glass.setRGB(0, 0, 64, 64, filled(64 * 64, 0x40123456), 0, 64);
    assertEquals(0x40123456, thumbnail(SamplePictures.encoded(glass, "png"), 16).getRGB(3, 3));
  }

  @Test
  void keepGreyAsDarkAsItWas() {
    BufferedImage grey = new BufferedImage(64, 64, BufferedImage.TYPE_BYTE_GRAY);
    grey.getRaster().setPixels(0, 0, 64, 64, filled(64 * 64, 0x40));

    assertEquals(0xff404040, thumbnail(SamplePictures.encoded(grey, "png"), 16).getRGB(3, 3));
    assertNear(
        0xff404040, thumbnail(SamplePictures.encoded(grey, "jpeg"), 16).getRGB(3, 3), "jpeg");
  }

  private static int[] filled(int count, int value) {
    int[] values = new int[count];
    Arrays.fill(values, value);
    return values;
  }

  @Test
  void showTheFirstFrameOfAnAnimation() throws IOException {
    assertEquals(RED, thumbnail(SamplePictures.animatedWebp(), 16).getRGB(8, 6));
    assertEquals(RED, thumbnail(animatedGif(), 16).getRGB(8, 6));
  }

  private static byte[] animatedGif() throws IOException {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    ImageWriter writer = ImageIO.getImageWritersByFormatName("gif").next();
    try (ImageOutputStream out = ImageIO.createImageOutputStream(bytes)) {
      writer.setOutput(out);
      writer.prepareWriteSequence(null);
      for (Color colour : List.of(Color.RED, Color.BLUE)) {
        BufferedImage frame = new BufferedImage(16, 12, BufferedImage.TYPE_INT_RGB);
        Graphics2D graphics = frame.createGraphics();
        graphics.setColor(colour);
        graphics.fillRect(0, 0, 16, 12);
        writer.writeToSequence(new IIOImage(frame, null, null), null);
      }
      writer.endWriteSequence();
    }
    return bytes.toByteArray();
  }

  @Test
  void turnJpegPicturesUpright() throws IOException {
    // The left half is red: where it ends up tells how the picture was turned.
    byte[] jpeg = SamplePictures.twoColours("jpeg", 64, 32);
    assertUpright(64, 32, 8, 16, jpeg);
    assertUpright(64, 32, 8, 16, ExifBytes.oriented(jpeg, 1));
    assertUpright(64, 32, 56, 16, ExifBytes.oriented(jpeg, 2));
    assertUpright(64, 32, 56, 16, ExifBytes.oriented(jpeg, 3));
    assertUpright(64, 32, 8, 16, ExifBytes.oriented(jpeg, 4));
    assertUpright(32, 64, 16, 8, ExifBytes.oriented(jpeg, 5));
    assertUpright(32, 64, 16, 8, ExifBytes.oriented(jpeg, 6));
    assertUpright(32, 64, 16, 56, ExifBytes.oriented(jpeg, 7));
    assertUpright(32, 64, 16, 56, ExifBytes.oriented(jpeg, 8));
    assertUpright(64, 32, 8, 16, ExifBytes.oriented(jpeg, 9));
    assertUpright(64, 32, 8, 16, ExifBytes.oriented(jpeg, 0));
  }

  private void assertUpright(int width, int height, int redX, int redY, byte[] jpeg) {
    BufferedImage image = thumbnail(jpeg, 64);
    assertEquals(width, image.getWidth());
    assertEquals(height, image.getHeight());
    assertNear(RED, image.getRGB(redX, redY), "red");
    assertNear(BLUE, image.getRGB(width - 1 - redX, height - 1 - redY), "blue");
  }

  @Test
  void turnWhatEitherByteOrderSays() {
    byte[] jpeg = SamplePictures.twoColours("jpeg", 64, 32);

    assertUpright(32, 64, 16, 8, ExifBytes.oriented(jpeg, 6, ByteOrder.BIG_ENDIAN));
    assertUpright(32, 64, 16, 8, ExifBytes.oriented(jpeg, 6, ByteOrder.LITTLE_ENDIAN));
  }

  @Test
  void fitTheWidthAfterTurning() {
    byte[] turned = ExifBytes.oriented(SamplePictures.twoColours("jpeg", 400, 100), 6);

    BufferedImage image = thumbnail(turned, 48);

    assertEquals(48, image.getWidth());
    assertEquals(192, image.getHeight());
  }

  @Test
  void comeInWidthsThatAreMultiplesOfSixteen() {
    String name = keep(SamplePictures.twoColours("png", 2000, 10));

    for (int width = 0; width < 1100; width += 7) {
      int drawn = PictureFiles.pixels(store.thumbnail(name, width).orElseThrow()).getWidth();
      assertEquals(Math.clamp(width - width % 16, 16, 1024), drawn, "asked for " + width);
    }

    assertEquals(64 + 1, PictureFiles.below(directory).size(), "files");
  }

  @Test
  void areDrawnOnce() throws IOException {
    String name = keep(SamplePictures.twoColours("png", 64, 64));
    Picture drawn = store.thumbnail(name, 32).orElseThrow();
    assertEquals(directory.resolve("thumbnails/" + name + "-32.png").toString(), drawn.path());

    Files.write(Path.of(drawn.path()), SamplePictures.twoColours("png", 5, 5));

    assertEquals(5, PictureFiles.pixels(store.thumbnail(name, 47).orElseThrow()).getWidth());
  }

  @Test
  void areShownEvenWhereTheyCannotBeStored() throws IOException {
    Files.createFile(directory.resolve("thumbnails"));

    assertEquals(32, thumbnail(SamplePictures.twoColours("png", 64, 64), 32).getWidth());
  }

  @Test
  void areDrawnForManyAtOnce() throws Exception {
    String name = keep(SamplePictures.twoColours("png", 640, 640));
    try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
      List<Future<Optional<Picture>>> drawn = new ArrayList<>();
      for (int thread = 0; thread < 24; thread++) {
        int width = 16 + thread % 3 * 16;
        drawn.add(threads.submit(() -> store.thumbnail(name, width)));
      }
      for (Future<Optional<Picture>> one : drawn) {
        assertTrue(one.get().isPresent());
      }
    }
    assertEquals(4, PictureFiles.below(directory).size());
  }

  @Test
  void areNotDrawnOfPixelBombs() {
    byte[] bomb =
        new PngBytes(20_000, 20_000, PngBytes.TRUE_COLOUR)
            .chunk("IDAT", PngBytes.compressedZeros(20_000L * 60_001))
            .end();
    assertTrue(bomb.length < 2_000_000, bomb.length + " bytes");
    StoredPicture kept = store.keep(Content.of(bomb));
    assertEquals(20_000, kept.width());

    assertRefusedCheaply(String.valueOf(kept.sha256()), bomb.length);
  }

  @Test
  void areDrawnUpToTheLimitsAndNotBeyond() {
    assertEquals(16, thumbnail(zeros(10_000, 2), 16).getWidth());
    assertEquals(4, thumbnail(zeros(4, 10_000), 16).getWidth());
    for (byte[] tooLarge : List.of(zeros(10_001, 2), zeros(2, 10_001), zeros(8_001, 8_000))) {
      assertRefusedCheaply(keep(tooLarge), tooLarge.length);
    }
  }

  private static byte[] zeros(int width, int height) {
    long bytes = (width + 1L) * height;
    return new PngBytes(width, height, PngBytes.GREY)
        .chunk("IDAT", PngBytes.compressedZeros(bytes))
        .end();
  }

  private void assertRefusedCheaply(String name, long fileBytes) {
    long before = allocated();
    assertTimeout(
        Duration.ofSeconds(5), () -> assertEquals(Optional.empty(), store.thumbnail(name, 64)));
    assertTrue(allocated() - before < fileBytes + 8_000_000, "bytes allocated");
  }

  private static long allocated() {
    var threads = (com.sun.management.ThreadMXBean) ManagementFactory.getThreadMXBean();
    return threads.getCurrentThreadAllocatedBytes();
  }

  @Test
  void areDrawnOfLargePicturesInLittleMemory() {
    String name = keep(zeros(8_000, 8_000));
    long before = allocated();

    BufferedImage image = PictureFiles.pixels(store.thumbnail(name, 1024).orElseThrow());

    assertEquals(1024, image.getWidth());
    assertEquals(0xff000000, image.getRGB(500, 500));
    assertTrue(allocated() - before < 64_000_000, allocated() - before + " bytes allocated");
  }

  @Test
  void areDrawnPastCompressedTextAndProfiles() {
    byte[] bomb = PngBytes.compressedZeros(200_000_000);
    byte[] row = PngBytes.compressedZeros(33 * 32);
    for (int colours : new int[] {PngBytes.GREY, PngBytes.PALETTE}) {
      PngBytes start = new PngBytes(32, 32, colours).chunk("iCCP", "name\0\0", bomb);
      PngBytes texts = start.chunk("PLTE", new byte[3]).chunk("zTXt", "Comment\0\0", bomb);
      PngBytes pixels = texts.chunk("iTXt", "Comment\0\1\0\0\0", bomb).chunk("IDAT", row);
      String name = keep(pixels.end());
      long before = allocated();

      assertTrue(store.thumbnail(name, 16).isPresent());

      assertTrue(allocated() - before < 64_000_000, allocated() - before + " bytes allocated");
    }
  }

  @Test
  void areNotDrawnOfTruncatedPictures() {
    for (String format : List.of("png", "gif")) {
      byte[] whole = SamplePictures.twoColours(format, 300, 300);
      byte[] cut = Arrays.copyOf(whole, whole.length / 2);
      assertEquals(Optional.empty(), store.thumbnail(keep(cut), 64), format);
    }
  }

  @Test
  void neverFailOnDamagedBytes() {
    PictureDrawing drawing = new PictureDrawing(new PictureDecoder(Duration.ofMillis(100)));
    SplittableRandom random = new SplittableRandom(20_261_123);
    for (int round = 0; round < 100; round++) {
      for (byte[] picture : pictures()) {
        byte[] damaged = damaged(picture, random);
        String name = HexFormat.of().formatHex(damaged);
        assertTimeout(Duration.ofSeconds(20), () -> draw(drawing, damaged), name);
      }
    }
  }

  private static List<byte[]> pictures() {
    return List.of(
        SamplePictures.twoColours("png", 40, 40),
        SamplePictures.twoColours("jpeg", 40, 40),
        ExifBytes.oriented(SamplePictures.twoColours("jpeg", 40, 40), 6),
        SamplePictures.twoColours("gif", 40, 40),
        SamplePictures.webp(),
        SamplePictures.lossyWebp(),
        SamplePictures.animatedWebp());
  }

  private static Optional<byte[]> draw(PictureDrawing drawing, byte[] bytes) throws IOException {
    return drawing.png(bytes, ImageFormat.recognise(bytes).orElseThrow(), 16);
  }

  @Test
  void areGivenUpWhenTheyTakeTooLong() throws IOException {
    PictureDrawing hasty = new PictureDrawing(new PictureDecoder(Duration.ZERO));
    PictureDrawing patient = new PictureDrawing(new PictureDecoder(Duration.ofMinutes(1)));
    for (byte[] picture : pictures()) {
      assertEquals(Optional.empty(), draw(hasty, picture));
      assertTrue(draw(patient, picture).isPresent());
    }
  }

  @Test
  void areGivenUpWhenTheDecoderRunsOnBehindTheEnd() {
    PictureDrawing hasty = new PictureDrawing(new PictureDecoder(Duration.ofMillis(100)));
    byte[] endless =
        HexFormat.of()
            .parseHex(
                "524946468400000057454250565038580a000000020000000f00900b00004131494d0600"
                    + "0000000000ff0100414e4d46280000000000000000000f00000b0000640000025650384c"
                    + "0f0000002f0fc002000710fd8ffe0759a2ff0100414e4d46280000000000000000000f00"
                    + "000b000064000000");

    assertTimeoutPreemptively(
        Duration.ofSeconds(20), () -> assertEquals(Optional.empty(), draw(hasty, endless)));
  }

  @Test
  void areTriedOnceForEachUndrawablePicture() throws IOException {
    byte[] whole = SamplePictures.twoColours("png", 40, 40);
    String name = keep(Arrays.copyOf(whole, whole.length - 40));
    assertEquals(Optional.empty(), store.thumbnail(name, 16));

    Files.write(directory.resolve(name + ".png"), whole);

    assertEquals(Optional.empty(), store.thumbnail(name, 16));
    assertTrue(PictureStores.open(directory).thumbnail(name, 16).isPresent());
  }

  private static byte[] damaged(byte[] picture, SplittableRandom random) {
    byte[] damaged = Arrays.copyOf(picture, random.nextInt(16, picture.length + 1));
    for (int flips = random.nextInt(5); flips > 0; flips--) {
      damaged[random.nextInt(14, damaged.length)] ^= (byte) random.nextInt(256);
    }
    return damaged;
  }

  private BufferedImage thumbnail(byte[] bytes, int width) {
    return PictureFiles.pixels(store.thumbnail(keep(bytes), width).orElseThrow());
  }

  private String keep(byte[] bytes) {
    return String.valueOf(store.keep(Content.of(bytes)).sha256());
  }
}
