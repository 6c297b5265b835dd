package dev.easel.adapter.persistence;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.easel.domain.image.Content;
import dev.easel.domain.image.Content.ContentUnavailable;
import dev.easel.domain.image.Nullable;
import dev.easel.domain.ledger.PictureStore;
import dev.easel.domain.ledger.PictureStore.Condition;
import dev.easel.domain.ledger.PictureStore.Picture;
import dev.easel.domain.ledger.PictureStore.Unstorable;
import dev.easel.domain.ledger.PictureStoreContract;
import dev.easel.domain.ledger.SamplePictures;
import dev.easel.domain.ledger.StoredPicture;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class FilePictureStoreTest implements PictureStoreContract {
  private static final byte[] PNG = SamplePictures.twoColours("png", 40, 20);

  @TempDir private Path home;
  private Path directory = Path.of("");
  private PictureStore store = new FilePictureStore(directory, 0, null);

  @BeforeEach
  void open() {
    directory = home.resolve("data/pictures");
    store = PictureStores.open(directory);
  }

  @Override
  public PictureStore store() {
    return store;
  }

  @Test
  void whoeverIsInterruptedIsNotToldThatTheDiskIsAtFault() {
    Thread.currentThread().interrupt();

    store.demandRoom(1);

    assertTrue(Thread.interrupted());
    assertEquals(List.of(), PictureFiles.below(directory));
  }

  @Test
  void makesNothingBeforeTheFirstPicture() {
    store.condition();
    store.find("0".repeat(64));

    assertFalse(Files.exists(home.resolve("data")));
  }

  @Test
  void namesFilesByTheHashAndTheRecognisedFormat() {
    String name = keep(SamplePictures.twoColours("jpeg", 8, 8));

    assertEquals(List.of(name + ".jpg"), PictureFiles.below(directory));
  }

  @Test
  void readsTheSizeFromEveryFormat() {
    assertSize(40, 20, SamplePictures.twoColours("png", 40, 20));
    assertSize(41, 21, SamplePictures.twoColours("jpeg", 41, 21));
    assertSize(42, 22, SamplePictures.twoColours("gif", 42, 22));
    assertSize(16, 12, SamplePictures.webp());
    assertSize(16, 12, SamplePictures.lossyWebp());
    assertSize(16, 12, SamplePictures.animatedWebp());
    assertSize(120, 80, SamplePictures.svg());
  }

  private void assertSize(int width, int height, byte[] bytes) {
    StoredPicture kept = store.keep(Content.of(bytes));
    assertEquals(width, kept.width(), kept.format());
    assertEquals(height, kept.height(), kept.format());
    assertEquals(bytes.length, kept.bytes());
  }

  @Test
  void keepsPicturesWhoseHeaderIsDamaged() {
    for (byte[] whole :
        List.of(PNG, SamplePictures.twoColours("jpeg", 8, 8), SamplePictures.webp())) {
      byte[] cut = Arrays.copyOf(whole, 14);

      StoredPicture kept = store.keep(Content.of(cut));

      assertNull(kept.width(), kept.format());
      assertArrayEquals(cut, found(kept).content().bytes());
    }
  }

  @Test
  void doesNotPuzzleLongOverAHeader() {
    ByteBuffer jpeg = ByteBuffer.allocate(6_000_002).putShort((short) 0xffd8);
    while (jpeg.hasRemaining()) {
      jpeg.putInt(0xffe20002);
    }

    StoredPicture kept =
        assertTimeoutPreemptively(
            Duration.ofSeconds(30), () -> store.keep(Content.of(jpeg.array())));

    assertEquals(6_000_002, kept.bytes());
    assertNull(kept.width());
  }

  @Test
  void refusesMarkupWhoseRootIsNoSvg() {
    String page = "<?xml version='1.0'?><html><script>alert(1)</script><svg/></html>";

    assertThrows(Unstorable.class, () -> keep(page.getBytes(StandardCharsets.UTF_8)));

    assertEquals(List.of(), PictureFiles.below(directory));
  }

  @Test
  void stopsReadingWhatIsNoPicture() {
    Endless endless = new Endless("<html>");

    assertFalse(assertThrows(Unstorable.class, () -> store.keep(endless)).full());

    assertEquals(1, endless.chunks, "chunks taken");
    assertEquals(List.of(), PictureFiles.below(directory));
  }

  @Test
  void stopsReadingWhatIsTooLarge() {
    store = new FilePictureStore(directory, 100_000, null);
    Endless endless = new Endless("GIF89a");

    Unstorable refused = assertThrows(Unstorable.class, () -> store.keep(endless));

    assertTrue(String.valueOf(refused.getMessage()).contains("100000 bytes"));
    assertFalse(refused.full());
    assertEquals(2, endless.chunks, "chunks taken");
    assertEquals(List.of(), PictureFiles.below(directory));
  }

  @Test
  void keepsAsManyBytesAsAllowedAndNoMore() {
    store = new FilePictureStore(directory, PNG.length, null);
    byte[] longer = Arrays.copyOf(PNG, PNG.length + 1);

    keep(PNG);
    assertThrows(Unstorable.class, () -> keep(longer));
    assertThrows(Unstorable.class, () -> store.keep(new Understated(longer)));
  }

  @Test
  void letsNobodyElseReadOrListPictures() throws IOException {
    String name = keep(PNG);
    assertTrue(store.thumbnail(name, 16).isPresent());
    assertTrue(store.delete(keep(SamplePictures.svg())));

    try (Stream<Path> paths = Files.walk(home.resolve("data"))) {
      for (Path path : paths.toList()) {
        String expected = Files.isDirectory(path) ? "rwx------" : "rw-------";
        String mode = PosixFilePermissions.toString(Files.getPosixFilePermissions(path));
        assertEquals(expected, mode, path.toString());
      }
    }
  }

  @Test
  void followsNoSymbolicLink() throws IOException {
    String name = keep(PNG);
    Path file = directory.resolve(name + ".png");
    Path elsewhere = Files.move(file, home.resolve("elsewhere.png"));
    Files.createSymbolicLink(file, elsewhere);

    assertEquals(Optional.empty(), store.find(name));
    assertEquals(Optional.empty(), store.thumbnail(name, 16));
    assertFalse(store.delete(name));
    assertEquals(0, store.condition().pictures());
    assertTrue(Files.exists(elsewhere));
  }

  @Test
  void doesNotReadThroughALinkThatTookAFilesPlace() throws IOException {
    Picture found = found(store.keep(Content.of(PNG)));
    Path secret = Files.write(home.resolve("secret"), PNG);
    Files.delete(Path.of(found.path()));
    Files.createSymbolicLink(Path.of(found.path()), secret);

    assertThrows(ContentUnavailable.class, () -> found.content().bytes());
  }

  @Test
  void worksInADirectoryBehindALink() throws IOException {
    Path real = Files.createDirectory(home.resolve("real"));
    store = PictureStores.open(Files.createSymbolicLink(home.resolve("link"), real));

    String name = keep(PNG);

    assertEquals(List.of(name + ".png"), PictureFiles.below(real));
    assertTrue(store.find(name).isPresent());
    assertEquals(1, store.condition().pictures());
  }

  @Test
  void saysThatAFoundPictureIsGone() throws IOException {
    Picture found = found(store.keep(Content.of(PNG)));
    Files.delete(Path.of(found.path()));

    ContentUnavailable gone = assertThrows(ContentUnavailable.class, () -> found.content().bytes());

    assertTrue(String.valueOf(gone.getMessage()).contains(found.path()), gone.getMessage());
  }

  @Test
  void saysThatAFoundPictureBecameShorter() throws IOException {
    Picture found = found(store.keep(Content.of(PNG)));
    Files.write(Path.of(found.path()), Arrays.copyOf(PNG, PNG.length - 1));

    assertThrows(ContentUnavailable.class, () -> found.content().bytes());
  }

  @Test
  void mendsAFileOfTheRightNameAndTheWrongLength() throws IOException {
    String name = keep(PNG);
    Path file = directory.resolve(name + ".png");
    Files.write(file, new byte[0]);

    keep(PNG);

    assertArrayEquals(PNG, Files.readAllBytes(file));
  }

  @Test
  void leavesAFileAloneThatIsThereAlready() throws IOException {
    String name = keep(PNG);
    Path file = directory.resolve(name + ".png");
    Object identity = Files.readAttributes(file, "unix:ino").get("ino");

    keep(PNG);

    assertEquals(identity, Files.readAttributes(file, "unix:ino").get("ino"));
    assertEquals(List.of(name + ".png"), PictureFiles.below(directory));
  }

  @Test
  void leavesNothingBehindWhenTheBytesRunOut() {
    assertThrows(ContentUnavailable.class, () -> store.keep(new Half(PNG)));

    assertEquals(List.of(), PictureFiles.below(directory));
  }

  @Test
  void clearsAwayWhatDeadProcessesLeft() throws IOException {
    String name = keep(PNG);
    assertTrue(store.thumbnail(name, 16).isPresent());
    Path old = aged(directory.resolve(".tmp-old"), Duration.ofHours(25));
    Path drawn = aged(directory.resolve("thumbnails/.tmp-old"), Duration.ofHours(25));
    Path young = aged(directory.resolve(".tmp-young"), Duration.ofHours(23));
    Path picture = aged(directory.resolve(name + ".png"), Duration.ofDays(900));

    PictureStores.open(directory);

    assertFalse(Files.exists(old));
    assertFalse(Files.exists(drawn));
    assertTrue(Files.exists(young));
    assertTrue(Files.exists(picture));
  }

  private static Path aged(Path file, Duration age) throws IOException {
    if (!Files.exists(file)) {
      Files.createFile(file);
    }
    return Files.setLastModifiedTime(file, FileTime.from(Instant.now().minus(age)));
  }

  @Test
  void saysWhenAFileIsInTheWay() throws IOException {
    Files.createDirectories(directory.getParent());
    Files.createFile(directory);

    Unstorable refused = assertThrows(Unstorable.class, () -> keep(PNG));
    Unstorable demanded = assertThrows(Unstorable.class, () -> store.demandRoom(1));

    assertFalse(refused.full());
    assertEquals(refused.getMessage(), demanded.getMessage());
    assertEquals(
        "The picture cannot be stored: "
            + directory
            + " is no directory; pictures belong in "
            + directory
            + ".",
        refused.getMessage());
    assertNotNull(store.condition().trouble());
    assertEquals(Optional.empty(), store.find("0".repeat(64)));
  }

  @Test
  void saysWhenThereIsLessRoomThanIsDemanded() {
    Unstorable refused = assertThrows(Unstorable.class, () -> store.demandRoom(Long.MAX_VALUE));

    assertTrue(refused.full());
    assertTrue(String.valueOf(refused.getMessage()).contains("has room for"), refused.toString());
  }

  @Test
  void beginsNothingInThePlaceOfADataDirectoryThatIsGone() throws IOException {
    Path home = Files.createDirectories(directory.resolve("home"));
    PictureStore housed = PictureStores.open(home.resolve("pictures"));
    housed.demandRoom(1);
    Path elsewhere = Files.move(home, directory.resolve("elsewhere"));

    Unstorable refused = assertThrows(Unstorable.class, () -> housed.demandRoom(1));
    assertTrue(String.valueOf(refused.getMessage()).contains("removed"), refused.toString());
    assertFalse(Files.exists(home));

    Files.move(elsewhere, home);
    housed.demandRoom(1);
  }

  @Test
  void looksForRoomInNoTimeHoweverManyPicturesThereAre() throws IOException {
    store.demandRoom(1);
    for (int number = 0; number < 20_000; number++) {
      Files.createFile(directory.resolve("%064x.png".formatted(number)));
    }

    long start = System.nanoTime();
    for (int look = 0; look < 100; look++) {
      store.demandRoom(1);
    }

    Duration each = Duration.ofNanos(System.nanoTime() - start).dividedBy(100);
    assertTrue(each.compareTo(Duration.ofMillis(2)) < 0, each.toString());
  }

  @Test
  void countsPicturesAlone() throws IOException {
    String name = keep(PNG);
    byte[] svg = SamplePictures.svg();
    keep(svg);
    store.thumbnail(name, 16);
    Files.createFile(directory.resolve(".tmp-1"));
    Files.createFile(directory.resolve("notes.txt"));

    Condition condition = store.condition();

    assertEquals(directory.toString(), condition.place());
    assertEquals(2, condition.pictures());
    assertEquals(PNG.length + svg.length, condition.bytes());
    long free = Files.getFileStore(directory).getUsableSpace();
    assertTrue(Math.abs(free - condition.free()) < 1L << 30, condition.free() + " of " + free);
  }

  @Test
  void tellsOtherProcessesWhatWasDeleted() {
    String name = keep(PNG);
    PictureStore other = PictureStores.open(directory);

    assertTrue(other.delete(name));

    assertTrue(store.deleted(name));
    assertEquals(Optional.empty(), store.find(name));
    assertEquals(List.of("deleted/" + name), PictureFiles.below(directory));
  }

  @Test
  void whatIsKeptOnceMoreSurvivesAPruningAtThatMoment() throws Exception {
    String name = keep(PNG);
    Path file = directory.resolve(name + ".png");
    PictureStore other = PictureStores.open(directory);
    for (int round = 0; round < 300; round++) {
      Files.setLastModifiedTime(file, FileTime.from(Instant.EPOCH));
      Thread pruning =
          Thread.ofPlatform()
              .start(() -> other.deleteUntouched(name, Instant.now().minusSeconds(3_600)));
      keep(PNG);
      pruning.join();
      assertTrue(store.find(name).isPresent(), "lost in round " + round);
      assertFalse(store.deleted(name));
    }
    assertTrue(PictureFiles.below(directory).stream().noneMatch(each -> each.contains("tmp")));
  }

  @Test
  void takesTheTombstoneAwayWhenThePictureIsBack() {
    String name = keep(PNG);
    store.delete(name);

    keep(PNG);

    assertEquals(List.of(name + ".png"), PictureFiles.below(directory));
  }

  @Test
  void removesEveryThumbnailWithItsPicture() {
    String name = keep(SamplePictures.twoColours("png", 1100, 4));
    for (int width : new int[] {16, 500, 1024}) {
      assertTrue(store.thumbnail(name, width).isPresent());
    }
    assertEquals(4, PictureFiles.below(directory).size());

    store.delete(name);

    assertEquals(List.of("deleted/" + name), PictureFiles.below(directory));
  }

  @Test
  void neverLosesAPictureWithoutATombstone() throws Exception {
    PictureStore other = PictureStores.open(directory);
    try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
      for (int round = 0; round < 60; round++) {
        byte[] bytes = SamplePictures.twoColours("gif", 2 + round, 2);
        String name = keep(bytes);
        List<Future<?>> both =
            List.of(
                threads.submit(() -> store.keep(Content.of(bytes))),
                threads.submit(() -> other.delete(name)));
        for (Future<?> one : both) {
          one.get();
        }
        assertTrue(store.find(name).isPresent() != store.deleted(name), "round " + round);
      }
    }
  }

  @Test
  void keepsDifferentPicturesAtOnce() throws Exception {
    try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
      List<Future<String>> names =
          IntStream.rangeClosed(1, 40)
              .mapToObj(
                  width -> threads.submit(() -> keep(SamplePictures.twoColours("png", width, 3))))
              .toList();
      for (Future<String> name : names) {
        assertTrue(store.find(name.get()).isPresent());
      }
    }
    assertEquals(40, store.condition().pictures());
    assertEquals(40, PictureFiles.below(directory).size());
  }

  private String keep(byte[] bytes) {
    return name(store.keep(Content.of(bytes)));
  }

  private Picture found(StoredPicture kept) {
    return store.find(name(kept)).orElseThrow();
  }

  private static String name(StoredPicture kept) {
    @Nullable String name = kept.sha256();
    return name == null ? "" : name;
  }

  /// Bytes without end, in chunks of 64 KiB, that claim to be few.
  private static final class Endless implements Content {
    private final byte[] start;
    private int chunks;

    Endless(String start) {
      this.start = start.getBytes(StandardCharsets.US_ASCII);
    }

    @Override
    public long length() {
      return 100;
    }

    @Override
    public void writeTo(Sink sink) {
      while (true) {
        chunks++;
        sink.write(Arrays.copyOf(start, 65_536), 0, 65_536);
      }
    }
  }

  /// Content that says it is empty.
  private static final class Understated implements Content {
    private final byte[] content;

    Understated(byte[] content) {
      this.content = content;
    }

    @Override
    public long length() {
      return 0;
    }

    @Override
    public void writeTo(Sink sink) {
      sink.write(content, 0, content.length);
    }
  }
}
