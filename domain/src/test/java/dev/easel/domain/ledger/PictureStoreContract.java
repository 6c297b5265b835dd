package dev.easel.domain.ledger;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.easel.domain.image.Content;
import dev.easel.domain.image.Nullable;
import dev.easel.domain.image.Raster;
import dev.easel.domain.ledger.PictureStore.Condition;
import dev.easel.domain.ledger.PictureStore.Picture;
import dev.easel.domain.ledger.PictureStore.Unstorable;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Test;

/// What every picture store does.
public interface PictureStoreContract {

  /// The store under test: empty at the start of a test, the same throughout it.
  PictureStore store();

  @Test
  default void keepsAPictureUnderTheHashOfItsBytes() {
    StoredPicture kept = store().keep(Content.of("GIF89a".getBytes(StandardCharsets.US_ASCII)));

    assertEquals("610f5ae4d76e332636a17bd357fd6ce99029316a99d320280d4d77a746bf29e8", kept.sha256());
    assertEquals("gif", kept.format());
    assertEquals(6, kept.bytes());
    assertNull(kept.width());
    assertNull(kept.providerUrl());
  }

  @Test
  default void hasRoomForWhatFitsAndLeavesNoTraceOfLooking() {
    store().demandRoom(1);

    assertEquals(0, store().condition().pictures());
    keep(SamplePictures.twoColours("jpeg", 40, 30));
    store().demandRoom(1);
    assertEquals(1, store().condition().pictures());
  }

  @Test
  default void saysHowLargeAPictureIs() {
    StoredPicture kept = store().keep(Content.of(SamplePictures.twoColours("jpeg", 40, 30)));

    assertEquals("jpeg", kept.format());
    assertEquals(40, kept.width());
    assertEquals(30, kept.height());
  }

  @Test
  default void findsWhatItKept() {
    byte[] bytes = SamplePictures.twoColours("jpeg", 40, 30);
    String name = keep(bytes);

    Picture found = store().find(name).orElseThrow();

    assertEquals(name, found.sha256());
    assertEquals("image/jpeg", found.mediaType());
    assertEquals("jpg", found.extension());
    assertTrue(found.path().endsWith(name + ".jpg"), found.path());
    assertEquals(bytes.length, found.content().length());
    assertArrayEquals(bytes, found.content().bytes());
    assertArrayEquals(bytes, found.content().bytes(), "content can be read again");
  }

  @Test
  default void recognisesFiveFormats() {
    List<byte[]> pictures =
        List.of(
            SamplePictures.twoColours("png", 4, 4),
            SamplePictures.twoColours("jpeg", 4, 4),
            SamplePictures.twoColours("gif", 4, 4),
            SamplePictures.webp(),
            SamplePictures.svg());

    List<String> formats =
        pictures.stream().map(bytes -> store().keep(Content.of(bytes)).format()).toList();

    assertEquals(List.of("png", "jpeg", "gif", "webp", "svg"), formats);
    assertEquals(5, store().condition().pictures());
  }

  @Test
  default void refusesWhatIsNoPicture() {
    for (String text : List.of("", "hello", "<!doctype html><svg/>", "%PDF-1.7", "GIF88a")) {
      Content content = Content.of(text.getBytes(StandardCharsets.UTF_8));

      Unstorable refused = assertThrows(Unstorable.class, () -> store().keep(content), text);

      assertFalse(refused.full(), text);
      assertNotNull(refused.getMessage());
    }
    assertEquals(0, store().condition().pictures());
  }

  @Test
  default void storesTheSamePictureOnce() {
    byte[] bytes = SamplePictures.twoColours("png", 20, 20);

    StoredPicture first = store().keep(Content.of(bytes));
    StoredPicture second = store().keep(Content.of(bytes.clone()));

    assertEquals(first, second);
    Condition condition = store().condition();
    assertEquals(1, condition.pictures());
    assertEquals(bytes.length, condition.bytes());
  }

  @Test
  default void storesTheSamePictureOnceForManyThreads() throws Exception {
    byte[] bytes = SamplePictures.twoColours("png", 20, 20);
    try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
      List<Future<String>> kept =
          IntStream.range(0, 16).mapToObj(thread -> threads.submit(() -> keep(bytes))).toList();
      for (Future<String> name : kept) {
        assertArrayEquals(bytes, store().find(name.get()).orElseThrow().content().bytes());
      }
    }
    assertEquals(1, store().condition().pictures());
  }

  @Test
  default void keepsLargePicturesOfAnyLengthWholeForManyThreads() throws Exception {
    int[] lengths = {262_143, 262_144, 300_001, 1_048_575, 1_048_576, 1_048_577, 3_333_333};
    try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
      List<Future<?>> kept =
          IntStream.of(lengths)
              .mapToObj(length -> SamplePictures.noise(length))
              .<Future<?>>map(bytes -> threads.submit(() -> assertKeeps(bytes)))
              .toList();
      for (Future<?> whole : kept) {
        whole.get();
      }
    }
    assertEquals(lengths.length, store().condition().pictures());
  }

  private void assertKeeps(byte[] bytes) {
    StoredPicture kept = store().keep(inPieces(bytes));

    assertEquals(bytes.length, kept.bytes());
    assertEquals(CanonicalForm.sha256(bytes), kept.sha256());
    assertArrayEquals(
        bytes, store().find(String.valueOf(kept.sha256())).orElseThrow().content().bytes());
  }

  private static Content inPieces(byte[] bytes) {
    int most = 70_001;
    List<Content> pieces =
        IntStream.iterate(0, start -> start < bytes.length, start -> start + most)
            .mapToObj(
                start -> Arrays.copyOfRange(bytes, start, Math.min(start + most, bytes.length)))
            .map(Content::of)
            .toList();
    return Content.of(pieces);
  }

  @Test
  default void passesOnThatTheBytesAreGone() {
    Content gone = new Half(SamplePictures.twoColours("png", 20, 20));

    assertThrows(Content.ContentUnavailable.class, () -> store().keep(gone));

    assertEquals(0, store().condition().pictures());
  }

  @Test
  default void findsNothingUnderOtherNames() {
    String name = keep(SamplePictures.twoColours("png", 20, 20));
    List<String> others =
        List.of(
            "",
            "x",
            name.toUpperCase(Locale.ROOT),
            name + ".png",
            name.substring(1),
            name + "0",
            name + "\n",
            "0".repeat(64),
            "../" + name,
            "/etc/passwd",
            name.substring(0, 63) + "\0",
            "\u0660".repeat(64));

    for (String other : others) {
      assertEquals(Optional.empty(), store().find(other), other);
      assertEquals(Optional.empty(), store().thumbnail(other, 16), other);
      assertEquals(Optional.empty(), store().raster(other, 16, 16), other);
      assertFalse(store().delete(other), other);
      assertFalse(store().deleted(other), other);
    }
  }

  @Test
  default void shrinksPicturesToThumbnails() {
    String name = keep(SamplePictures.twoColours("png", 400, 200));

    Picture thumbnail = store().thumbnail(name, 64).orElseThrow();

    assertEquals(name, thumbnail.sha256());
    assertEquals("image/png", thumbnail.mediaType());
    assertEquals("png", thumbnail.extension());
    BufferedImage image = image(thumbnail);
    assertEquals(64, image.getWidth());
    assertEquals(32, image.getHeight());
    assertEquals(0xffff0000, image.getRGB(8, 16));
    assertEquals(0xff0000ff, image.getRGB(56, 16));
  }

  @Test
  default void neverEnlarges() {
    String name = keep(SamplePictures.twoColours("gif", 10, 300));

    for (int width : new int[] {-1, 0, 16, 1024, 5000}) {
      BufferedImage image = image(store().thumbnail(name, width).orElseThrow());
      assertEquals(10, image.getWidth(), "asked for " + width);
      assertEquals(300, image.getHeight(), "asked for " + width);
    }
  }

  @Test
  default void takesWidthsOutOfRangeForTheNearest() {
    String name = keep(SamplePictures.twoColours("png", 1100, 20));

    assertEquals(16, image(store().thumbnail(name, -3).orElseThrow()).getWidth());
    assertEquals(1024, image(store().thumbnail(name, 4000).orElseThrow()).getWidth());
  }

  @Test
  default void drawsNoThumbnailOfSvgOrDamagedPictures() {
    byte[] whole = SamplePictures.twoColours("png", 400, 200);
    String damaged = keep(Arrays.copyOf(whole, whole.length / 2));
    String svg = keep(SamplePictures.svg());

    assertEquals(Optional.empty(), store().thumbnail(damaged, 64));
    assertEquals(Optional.empty(), store().thumbnail(svg, 64));
    assertEquals(Optional.empty(), store().raster(damaged, 64, 64));
    assertEquals(Optional.empty(), store().raster(svg, 64, 64));
  }

  @Test
  default void fitsPicturesIntoABoxOfPixels() {
    String name = keep(SamplePictures.twoColours("png", 400, 200));

    Raster low = store().raster(name, 64, 64).orElseThrow();
    Raster narrow = store().raster(name, 1_000, 10).orElseThrow();

    assertSize(64, 32, low);
    assertEquals(0xff0000, low.pixel(8, 16));
    assertEquals(0x0000ff, low.pixel(56, 16));
    assertSize(20, 10, narrow);
    assertEquals(0xff0000, narrow.pixel(2, 5));
    assertEquals(0x0000ff, narrow.pixel(17, 5));
  }

  @Test
  default void keepsAPixelOfEveryPictureHoweverSmallTheBox() {
    String name = keep(SamplePictures.twoColours("png", 400, 2));

    assertSize(16, 1, store().raster(name, 16, 16).orElseThrow());
    assertSize(1, 1, store().raster(name, 0, -5).orElseThrow());
  }

  @Test
  default void enlargesNoPictureToFillABox() {
    String name = keep(SamplePictures.twoColours("gif", 10, 300));

    assertSize(10, 300, store().raster(name, 640, 480).orElseThrow());
    assertSize(10, 300, store().raster(name, Integer.MAX_VALUE, 99_999).orElseThrow());
    String wide = keep(SamplePictures.twoColours("png", 2_100, 10));
    assertSize(2_048, 10, store().raster(wide, 9_999, 9_999).orElseThrow());
  }

  private static void assertSize(int width, int height, Raster raster) {
    assertEquals(width + "x" + height, raster.width() + "x" + raster.height());
  }

  @Test
  default void laysTransparentPicturesOverGrey() {
    BufferedImage glass = new BufferedImage(8, 8, BufferedImage.TYPE_INT_ARGB);
    glass.setRGB(0, 0, 0xffffffff);
    String name = keep(SamplePictures.encoded(glass, "png"));

    Raster raster = store().raster(name, 8, 8).orElseThrow();

    assertEquals(0xffffff, raster.pixel(0, 0));
    assertEquals(Raster.GROUND, raster.pixel(7, 7));
  }

  @Test
  default void remembersWhatWasDeleted() {
    byte[] bytes = SamplePictures.twoColours("png", 40, 20);
    String name = keep(bytes);
    assertTrue(store().thumbnail(name, 16).isPresent());
    assertFalse(store().deleted(name));

    assertTrue(store().delete(name));

    assertTrue(store().deleted(name));
    assertEquals(Optional.empty(), store().find(name));
    assertEquals(Optional.empty(), store().thumbnail(name, 16));
    assertEquals(Optional.empty(), store().raster(name, 16, 16));
    assertEquals(0, store().condition().pictures());
    assertFalse(store().delete(name), "it is gone already");
    assertTrue(store().deleted(name), "and stays so");
  }

  @Test
  default void deletesOnlyWhatHasNotBeenKeptLately() {
    byte[] bytes = SamplePictures.twoColours("png", 40, 20);
    String name = keep(bytes);
    Instant longAgo = Instant.now().minusSeconds(3_600);

    assertFalse(store().deleteUntouched(name, longAgo));
    assertTrue(store().find(name).isPresent());
    assertFalse(store().deleted(name));
    assertFalse(store().deleteUntouched("0".repeat(64), Instant.MAX));
    assertFalse(store().deleteUntouched("../" + name, Instant.MAX));

    assertTrue(store().deleteUntouched(name, Instant.now().plusSeconds(60)));
    assertTrue(store().deleted(name));
    assertEquals(Optional.empty(), store().find(name));
    assertFalse(store().deleteUntouched(name, Instant.MAX));
  }

  @Test
  default void keepsADeletedPictureAnew() {
    byte[] bytes = SamplePictures.twoColours("png", 40, 20);
    String name = keep(bytes);
    store().delete(name);

    assertEquals(name, keep(bytes));

    assertFalse(store().deleted(name));
    assertTrue(store().find(name).isPresent());
  }

  @Test
  default void isInGoodConditionFromTheStart() {
    Condition condition = store().condition();

    assertEquals(0, condition.pictures());
    assertEquals(0, condition.bytes());
    assertTrue(condition.free() > 0);
    assertNull(condition.trouble());
  }

  private String keep(byte[] bytes) {
    @Nullable String name = store().keep(Content.of(bytes)).sha256();
    return name == null ? "" : name;
  }

  private static BufferedImage image(Picture picture) {
    try {
      return ImageIO.read(new ByteArrayInputStream(picture.content().bytes()));
    } catch (IOException unreadable) {
      throw new AssertionError(unreadable);
    }
  }

  /// Content whose second half cannot be read any more.
  final class Half implements Content {
    private final byte[] bytes;

    public Half(byte[] bytes) {
      this.bytes = bytes;
    }

    @Override
    public long length() {
      return bytes.length;
    }

    @Override
    public void writeTo(Sink sink) {
      sink.write(bytes, 0, bytes.length / 2);
      throw new ContentUnavailable("half.png is gone.", new IOException("gone"));
    }
  }
}
