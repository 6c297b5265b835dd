package dev.easel.adapter.persistence;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.easel.domain.image.Arrivals.Arrival;
import dev.easel.domain.image.Content;
import dev.easel.domain.image.Nullable;
import dev.easel.domain.ledger.CanonicalForm;
import dev.easel.domain.ledger.DiskLogContract;
import dev.easel.domain.ledger.PictureStore;
import dev.easel.domain.ledger.PictureStore.Unstorable;
import dev.easel.domain.ledger.SamplePictures;
import dev.easel.domain.ledger.StoredPicture;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// Pictures of which most is written before all has come.
final class ArrivingPicturesTest {

  private static final Duration SOON = Duration.ofSeconds(20);
  private static final int RUN = ArrivingPicture.RUN;

  @TempDir private Path home;
  private Path directory = Path.of("");
  private PictureStore store = new FilePictureStore(directory, 0, null);

  @BeforeEach
  void open() {
    directory = home.resolve("data/pictures");
    store = new FilePictureStore(directory, 8L * 1024 * 1024, JournalProcess.LOG);
    store.demandRoom(1);
  }

  private static void take(Arrival arrival, byte[] bytes, SplittableRandom random) {
    for (int from = 0; from < bytes.length; ) {
      int to = Math.min(bytes.length, from + random.nextInt(1, 100_000));
      arrival.take(Arrays.copyOfRange(bytes, from, to));
      from = to;
    }
  }

  private static String name(byte[] bytes) {
    return CanonicalForm.sha256(Content.of(bytes));
  }

  private Content arrived(byte[] bytes) {
    try (Arrival arrival = store.arrivals().begin()) {
      take(arrival, bytes, new SplittableRandom(bytes.length));
      return arrival.whole(KnownContent.of(bytes));
    }
  }

  private void awaitFiles(int count) throws InterruptedException {
    assertTrue(DiskLogContract.within(SOON, () -> files().size() == count), () -> "" + files());
  }

  private void awaitNoneOnceForgotten() throws InterruptedException {
    assertTrue(
        DiskLogContract.within(
            SOON,
            () -> {
              System.gc();
              return files().isEmpty();
            }));
  }

  private List<String> files() {
    return PictureFiles.below(directory).stream()
        .filter(name -> !name.startsWith("journal"))
        .toList();
  }

  private void assertKept(byte[] bytes, StoredPicture kept) {
    assertEquals(name(bytes), kept.sha256());
    assertEquals(bytes.length, kept.bytes());
    assertArrayEquals(bytes, store.find(name(bytes)).orElseThrow().content().bytes());
    assertEquals(List.of(kept.sha256() + ".gif"), files());
  }

  @ParameterizedTest
  @ValueSource(ints = {-1, 0, 1, 4_095, 4_096, 100_000, RUN, 5 * RUN, 20 * RUN + 1})
  void whatHasComeIsKeptWhole(int beyond) {
    byte[] bytes = SamplePictures.noise(RUN + beyond);

    assertKept(bytes, store.keep(arrived(bytes)));
  }

  @Test
  void mostOfItIsOnTheDiskBeforeAllHasCome() throws Exception {
    byte[] bytes = SamplePictures.noise(2 * RUN + 7);
    try (Arrival arrival = store.arrivals().begin()) {
      arrival.take(Arrays.copyOf(bytes, RUN + 1));
      assertTrue(DiskLogContract.within(SOON, () -> length() >= RUN), "a file with the first run");
      Path file = directory.resolve(files().getFirst());
      arrival.take(Arrays.copyOfRange(bytes, RUN + 1, bytes.length));
      Object written = identity(file);

      StoredPicture kept = store.keep(arrival.whole(KnownContent.of(bytes)));

      assertKept(bytes, kept);
      assertEquals(written, identity(directory.resolve(kept.sha256() + ".gif")));
    }
  }

  private static @Nullable Object identity(Path file) throws IOException {
    return Files.readAttributes(file, BasicFileAttributes.class).fileKey();
  }

  private long length() {
    try {
      return files().isEmpty() ? 0 : Files.size(directory.resolve(files().getFirst()));
    } catch (IOException unreadable) {
      throw new UncheckedIOException(unreadable);
    }
  }

  @Test
  void nothingIsWrittenOfAShortOne() throws Exception {
    byte[] bytes = SamplePictures.noise(RUN - 1);
    Content content = KnownContent.of(bytes);
    try (Arrival arrival = store.arrivals().begin()) {
      arrival.take(bytes);

      assertSame(content, arrival.whole(content));
    }
    assertEquals(List.of(), files());
  }

  @Test
  void oneThatBreaksOffLeavesNothing() throws Exception {
    try (Arrival arrival = store.arrivals().begin()) {
      arrival.take(SamplePictures.noise(3 * RUN));
      awaitFiles(1);
    }

    awaitFiles(0);
  }

  @Test
  void oneThatNobodyKeepsLeavesNothingOnceItIsForgotten() throws Exception {
    assertEquals(3 * RUN, arrived(SamplePictures.noise(3 * RUN)).length());

    awaitNoneOnceForgotten();
  }

  @Test
  void oneWhoseDirectoryWasMovedAwayIsKeptAllTheSame() throws Exception {
    byte[] bytes = SamplePictures.noise(3 * RUN);
    Content arrived = arrived(bytes);
    awaitFiles(1);
    Files.move(home.resolve("data"), home.resolve("elsewhere"));

    assertKept(bytes, store.keep(arrived));
  }

  @Test
  void oneWhoseFileSomebodyRemovedIsKeptAllTheSame() throws Exception {
    byte[] bytes = SamplePictures.noise(3 * RUN);
    Content arrived = arrived(bytes);
    awaitFiles(1);
    Files.delete(directory.resolve(files().getFirst()));

    assertKept(bytes, store.keep(arrived));
  }

  @Test
  void oneThatComesWhereNothingCanBeWrittenIsKeptOnceItCan() throws Exception {
    byte[] bytes = SamplePictures.noise(3 * RUN);
    Files.delete(directory);
    Files.createFile(directory);
    Content arrived = arrived(bytes);
    assertThrows(Unstorable.class, () -> store.keep(arrived));
    Files.delete(directory);

    assertKept(bytes, store.keep(arrived));
  }

  @Test
  void oneThatIsKeptTwiceIsThereOnce() throws Exception {
    byte[] bytes = SamplePictures.noise(3 * RUN);
    Content arrived = arrived(bytes);
    store.keep(arrived);

    assertKept(bytes, store.keep(arrived));
    assertKept(bytes, store.keep(arrived(bytes)));
  }

  @Test
  void oneThatWasDeletedMeanwhileIsBack() throws Exception {
    byte[] bytes = SamplePictures.noise(3 * RUN);
    String name = name(bytes);
    store.keep(arrived(bytes));
    Content again = arrived(bytes);
    store.delete(name);

    store.keep(again);

    assertFalse(store.deleted(name));
    assertArrayEquals(bytes, store.find(name).orElseThrow().content().bytes());
  }

  @Test
  void whatIsNoPictureIsRefusedAndLeavesNothing() throws Exception {
    Content arrived = arrived(new byte[3 * RUN]);

    assertThrows(Unstorable.class, () -> store.keep(arrived));

    awaitFiles(0);
  }

  @Test
  void whatIsTooLargeIsRefusedAndLeavesNothing() throws Exception {
    Content arrived = arrived(SamplePictures.noise(33 * RUN));

    assertThrows(Unstorable.class, () -> store.keep(arrived));

    awaitNoneOnceForgotten();
  }

  @Test
  void whoeverIsInterruptedKeepsItAllTheSame() throws Exception {
    byte[] bytes = SamplePictures.noise(3 * RUN);
    Content arrived = arrived(bytes);
    Thread.currentThread().interrupt();

    StoredPicture kept = store.keep(arrived);

    assertTrue(Thread.interrupted());
    assertKept(bytes, kept);
  }

  @Test
  void noMoreThanAFewHaveAFileAtOnce() throws Exception {
    byte[] bytes = SamplePictures.noise(3 * RUN);
    List<Content> arrived = IntStream.range(0, 40).mapToObj(_ -> arrived(bytes)).toList();
    awaitFiles(ArrivingFiles.MOST);

    for (Content each : arrived) {
      store.keep(each);
    }
    assertKept(bytes, store.keep(arrived(bytes)));

    Content next = arrived(SamplePictures.noise(2 * RUN));
    awaitFiles(2);
    store.keep(next);
  }

  @Test
  void whatNobodyKeptIsGoneOnceTheProcessHasEnded() throws Exception {
    String java = Path.of(System.getProperty("java.home"), "bin", "java").toString();
    List<String> program =
        List.of(
            java,
            "--enable-native-access=ALL-UNNAMED",
            "-cp",
            System.getProperty("java.class.path"),
            Leaver.class.getName(),
            directory.toString());
    Process process = new ProcessBuilder(program).redirectErrorStream(true).start();
    String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    process.waitFor();

    assertEquals("3 files", said.strip());
    assertEquals(List.of(), files());
  }

  /// A process to which pictures come that it does not keep.
  static final class Leaver {
    private Leaver() {}

    static void main(String[] arguments) throws InterruptedException {
      Path directory = Path.of(arguments[0]);
      PictureStore store = PictureStores.open(directory);
      List<Arrival> open = new ArrayList<>();
      for (int n = 0; n < 3; n++) {
        Arrival arrival = store.arrivals().begin();
        arrival.take(SamplePictures.noise(2 * RUN + n));
        open.add(arrival);
      }
      DiskLogContract.within(SOON, () -> PictureFiles.below(directory).size() == open.size());
      System.out.println(PictureFiles.below(directory).size() + " files");
    }
  }

  @Test
  void manyComeAtOnce() throws Exception {
    List<byte[]> pictures =
        IntStream.range(0, 24).mapToObj(n -> SamplePictures.noise(3 * RUN + 1_000 * n)).toList();
    List<Future<StoredPicture>> kept = new ArrayList<>();
    try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
      pictures.forEach(bytes -> kept.add(threads.submit(() -> store.keep(arrived(bytes)))));
    }

    for (int n = 0; n < pictures.size(); n++) {
      byte[] bytes = pictures.get(n);
      assertEquals(name(bytes), kept.get(n).get().sha256());
      assertArrayEquals(bytes, store.find(name(bytes)).orElseThrow().content().bytes());
    }
    assertEquals(pictures.size(), files().size());
  }
}
