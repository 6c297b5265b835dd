package dev.easel.adapter.persistence;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.easel.domain.image.Content;
import dev.easel.domain.ledger.PictureStore;
import dev.easel.domain.ledger.PictureStoreContract;
import dev.easel.domain.ledger.StoredPicture;
import java.io.IOException;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.HexFormat;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.locks.LockSupport;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// A store whose small pictures go by way of a journal.
@Timeout(60)
final class JournalledPicturesTest implements PictureStoreContract {

  @TempDir private Path home;
  private Path directory = Path.of("");
  private ClosablePictureStore store = PictureStores.openJournalled(directory, JournalProcess.LOG);
  private PictureStore knowing = store;

  @BeforeEach
  void open() throws IOException {
    try (FileSystemForce force = FileSystemForce.of(home)) {
      assumeTrue(force != null, "this file system cannot be forced as a whole");
    }
    directory = home.resolve("pictures");
    store = PictureStores.openJournalled(directory, JournalProcess.LOG);
    knowing = knowing(store);
    JournalProcess.awaitJournal(store, directory);
  }

  @AfterEach
  void close() {
    store.close();
  }

  /// Every picture that it keeps has its hash, as those of answers have.
  @Override
  public PictureStore store() {
    return knowing;
  }

  private static PictureStore knowing(PictureStore store) {
    return (PictureStore)
        Proxy.newProxyInstance(
            PictureStore.class.getClassLoader(),
            new Class<?>[] {PictureStore.class},
            (_, method, arguments) -> {
              if (method.getName().equals("keep")) {
                arguments[0] = KnownContent.of((Content) arguments[0]);
              }
              try {
                return method.invoke(store, arguments);
              } catch (InvocationTargetException thrown) {
                throw thrown.getCause();
              }
            });
  }

  @Test
  void aSmallPictureIsInTheJournalAndInItsPlace() throws IOException {
    StoredPicture kept = store.keep(JournalProcess.picture(1, 5_000));

    assertTrue(journalled().contains(kept.sha256()));
    assertEquals(5_000, Files.size(place(String.valueOf(kept.sha256()))));
  }

  @Test
  void otherPicturesGoTheUsualWay() throws IOException {
    int before = JournalProcess.journalled(directory).size();

    store.keep(JournalProcess.picture(1, SmallPictures.LARGEST + 1));
    store.keep(Content.of(JournalProcess.picture(2, 100).bytes()));
    store.keep(JournalProcess.picture(3, 100));
    store.keep(JournalProcess.picture(3, 100));

    int records = JournalProcess.journalled(directory).size();
    assertEquals(before + 1, records, "the first of the last two alone");
    assertEquals(3, store.condition().pictures());
  }

  @Test
  void aPictureThatIsHereAlreadyStaysTheFileThatItIs() throws IOException {
    Path place = place(String.valueOf(store.keep(JournalProcess.picture(1, 100)).sha256()));
    Object file = Files.getAttribute(place, "unix:ino");
    Instant lately = Instant.now().minus(Duration.ofMinutes(5));
    Files.setLastModifiedTime(place, FileTime.from(lately));

    store.keep(JournalProcess.picture(1, 100));

    assertEquals(file, Files.getAttribute(place, "unix:ino"));
    assertTrue(Files.getLastModifiedTime(place).toInstant().isAfter(lately), "kept once more");
  }

  @Test
  void nothingIsWrittenThroughALinkInItsPlace() throws IOException {
    Content picture = JournalProcess.picture(1, 100);
    Path place = place(String.valueOf(picture.knownSha256()));
    Path target = Files.writeString(home.resolve("target"), "somebody's");
    Files.createSymbolicLink(place, target);

    store.keep(picture);

    assertEquals("somebody's", Files.readString(target));
    assertTrue(Files.isRegularFile(place, LinkOption.NOFOLLOW_LINKS));
  }

  @Test
  void halfOfAPictureThatIsHereIsMadeWhole() throws IOException {
    Content picture = JournalProcess.picture(1, 3_000);
    Path place = place(String.valueOf(picture.knownSha256()));
    Files.write(place, Arrays.copyOf(picture.bytes(), 1_000));

    store.keep(picture);

    assertArrayEquals(picture.bytes(), Files.readAllBytes(place));
  }

  @Test
  void nothingElseOfItIsListed() {
    String name = String.valueOf(store.keep(JournalProcess.picture(1, 100)).sha256());
    List<String> listed = new ArrayList<>();

    store.list(item -> listed.add(item.path()));

    assertEquals(List.of(place(name).toString()), listed);
  }

  @Test
  void aPictureThatWasDeletedGoesTheUsualWay() throws IOException {
    Content picture = JournalProcess.picture(1, 100);
    String name = String.valueOf(store.keep(picture).sha256());
    assertTrue(store.delete(name));
    int before = JournalProcess.journalled(directory).size();

    store.keep(picture);

    assertEquals(before, JournalProcess.journalled(directory).size());
    assertEquals(List.of(name + ".png"), pictures(), "recovery restores none with a tombstone");
  }

  @Test
  void leavesNoJournalWhenItIsClosedAndKeepsPicturesAllTheSame() throws IOException {
    store.keep(JournalProcess.picture(1, 100));

    store.close();
    store.keep(JournalProcess.picture(2, 100));

    assertTrue(isEmpty(directory.resolve("journal")));
    assertEquals(2, store.condition().pictures());
  }

  @Test
  void aStoreThatKeptNoSmallPictureHasNoJournal() throws IOException {
    Path other = home.resolve("other");
    try (ClosablePictureStore fresh = PictureStores.openJournalled(other, JournalProcess.LOG)) {
      fresh.keep(Content.of(JournalProcess.picture(1, 100).bytes()));
    }

    assertFalse(Files.exists(other.resolve("journal")));
  }

  @Test
  void whatTheDiskLostWithTheProcessIsRestored() throws IOException {
    List<String> names = killed(4);
    Files.delete(place(names.get(0)));
    Files.write(place(names.get(1)), new byte[0]);
    Files.write(place(names.get(2)), new byte[3_000]);

    PictureStore next = PictureStores.open(directory);

    for (int number = 1; number <= names.size(); number++) {
      byte[] expected = JournalProcess.picture(number, 3_000).bytes();
      assertArrayEquals(expected, next.find(names.get(number - 1)).orElseThrow().content().bytes());
    }
    assertEquals(1, JournalProcess.journals(directory).size(), "this process's own");
  }

  private List<String> killed(int count) throws IOException {
    try (JournalProcess process = JournalProcess.start(directory, count, 3_000)) {
      return process.names();
    }
  }

  private List<String> lost(int count) throws IOException {
    List<String> names = killed(count);
    for (String name : names) {
      Files.delete(place(name));
    }
    return names;
  }

  @Test
  void theJournalOfALivingProcessIsItsOwn() throws IOException {
    List<String> names;
    try (JournalProcess process = JournalProcess.start(directory, 2, 3_000)) {
      names = process.names();
      Files.delete(place(names.getFirst()));

      assertEquals(names.subList(1, 2), found(PictureStores.open(directory), names));
      assertEquals(2, JournalProcess.journals(directory).size());
    }

    assertEquals(2, found(PictureStores.open(directory), names).size());
  }

  private static List<String> found(PictureStore store, List<String> names) {
    return names.stream().filter(name -> store.find(name).isPresent()).toList();
  }

  @Test
  void whatWasDeletedSinceStaysDeleted() throws IOException {
    List<String> names;
    try (JournalProcess process = JournalProcess.start(directory, 2, 3_000)) {
      names = process.names();
      assertTrue(store.delete(names.getFirst()));
    }

    PictureStore next = PictureStores.open(directory);

    assertTrue(next.deleted(names.getFirst()));
    assertTrue(next.find(names.get(1)).isPresent());
  }

  @Test
  void halfOfAPictureThatWasDeletedSinceIsRemoved() throws IOException {
    String name = killed(1).getFirst();
    byte[] whole = Files.readAllBytes(place(name));
    assertTrue(store.delete(name));
    Files.write(place(name), Arrays.copyOf(whole, 10));

    PictureStore next = PictureStores.open(directory);

    assertTrue(next.deleted(name));
    assertTrue(next.find(name).isEmpty());
  }

  @Test
  void aRecordThatWasNotWrittenWholeIsNoPicture() throws IOException {
    List<String> names = lost(3);
    damage(names.get(2));

    assertEquals(names.subList(0, 2), found(PictureStores.open(directory), names));
  }

  @Test
  void oneThatIsDamagedCostsNoOther() throws IOException {
    List<String> names = lost(3);
    damage(names.get(0));

    assertEquals(names.subList(1, 3), found(PictureStores.open(directory), names));
  }

  @Test
  void whatOthersPutBesideJournalsIsLeftAlone() throws Exception {
    List<String> names = lost(1);
    Path journals = directory.resolve("journal");
    List<Path> foreign = new ArrayList<>();
    foreign.add(Files.createFile(journals.resolve("README")));
    foreign.add(Files.createFile(journals.resolve("holiday.pictures")));
    for (int number = 0; number < 8; number++) {
      foreign.add(Files.createDirectory(journals.resolve(UUID.randomUUID() + ".pictures")));
    }
    Path pipe = journals.resolve(UUID.randomUUID().toString());
    foreign.add(pipe);
    assertEquals(0, new ProcessBuilder("mkfifo", pipe.toString()).start().waitFor());

    assertEquals(names, found(PictureStores.open(directory), names));
    foreign.forEach(file -> assertTrue(Files.exists(file), file.toString()));
  }

  @Test
  void aPictureThatCannotBePutInItsPlaceStaysInTheJournal() throws IOException {
    List<String> names = lost(3);
    Files.createDirectories(place(names.get(0)).resolve("in the way"));

    assertEquals(names.subList(1, 3), found(PictureStores.open(directory), names));
    Files.delete(place(names.get(0)).resolve("in the way"));
    Files.delete(place(names.get(0)));

    assertEquals(names, found(PictureStores.open(directory), names));
  }

  @Test
  void nothingIsEntrustedToAJournalThatWasMovedAway() throws IOException {
    Path journal = JournalProcess.journals(directory).getFirst();
    Files.copy(journal, home.resolve("copy"));
    Files.move(journal, home.resolve("moved"));
    Files.move(home.resolve("copy"), journal);
    byte[] before = Files.readAllBytes(home.resolve("moved"));

    String name = String.valueOf(store.keep(JournalProcess.picture(1, 100)).sha256());

    assertTrue(store.find(name).isPresent());
    assertArrayEquals(before, Files.readAllBytes(home.resolve("moved")));
  }

  private void damage(String name) throws IOException {
    damage(name, name.length() / 2 + 2_999);
  }

  // The hash of a picture stands before its bytes, and its length before that.
  private void damage(String name, int after) throws IOException {
    for (Path journal : JournalProcess.journals(directory)) {
      byte[] bytes = Files.readAllBytes(journal);
      int place = HexFormat.of().formatHex(bytes).indexOf(name) / 2;
      if (place > 0) {
        bytes[place + after] = 7;
        Files.write(journal, bytes);
      }
    }
  }

  @ParameterizedTest
  @ValueSource(ints = {-1, -3, -4})
  void oneWhoseLengthIsDamagedCostsNoOther(int after) throws IOException {
    List<String> names = lost(3);
    damage(names.get(0), after);

    assertEquals(names.subList(1, 3), found(PictureStores.open(directory), names));
  }

  @Test
  void everyPictureIsInTheJournalOrWasForced() throws IOException {
    List<String> names;
    int many = 3 * PictureJournalFile.HALF / SmallPictures.LARGEST;
    try (JournalProcess process = JournalProcess.start(directory, many, SmallPictures.LARGEST)) {
      names = process.names();
    }
    assertEquals(many, found(store, names).size());
    Set<String> journalled = journalled();
    assertTrue(journalled.size() < many, "no half was emptied");
    assertFalse(journalled.isEmpty(), "none is filled");
    for (String name : journalled) {
      Files.deleteIfExists(place(name));
    }

    PictureStore next = PictureStores.open(directory);

    assertEquals(many, found(next, names).size());
  }

  @Test
  void interruptsCostNobodyAPicture() throws Exception {
    Set<String> names = new HashSet<>();
    try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
      List<Future<String>> kept = new ArrayList<>();
      for (int number = 1; number <= 400; number++) {
        int own = number;
        kept.add(threads.submit(() -> interrupted(own)));
      }
      for (Future<String> one : kept) {
        names.add(one.get());
      }
    }

    assertEquals(400, names.size());
    names.forEach(name -> assertTrue(store.find(name).isPresent()));
    assertTrue(PictureFiles.below(directory).stream().noneMatch(each -> each.contains("tmp")));
  }

  private String interrupted(int number) {
    Thread keeping = Thread.currentThread();
    Thread interrupting =
        Thread.startVirtualThread(() -> {
          for (int times = 0; times < number % 7; times++) {
            LockSupport.parkNanos(100_000);
            keeping.interrupt();
          }
        });
    String name = String.valueOf(store.keep(JournalProcess.picture(number, 4_000)).sha256());
    KeptInterrupt.join(interrupting);
    Thread.interrupted();
    return name;
  }

  private Set<String> journalled() throws IOException {
    return JournalProcess.journalled(directory).stream()
        .map(JournalRecord::sha256)
        .collect(Collectors.toSet());
  }

  private List<String> pictures() {
    return PictureFiles.below(directory).stream()
        .filter(file -> !file.startsWith("journal"))
        .toList();
  }

  private Path place(String name) {
    return directory.resolve(name + ".png");
  }

  private static boolean isEmpty(Path directory) throws IOException {
    try (var files = Files.list(directory)) {
      return files.findAny().isEmpty();
    }
  }
}
