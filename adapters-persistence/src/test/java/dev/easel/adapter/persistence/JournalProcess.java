package dev.easel.adapter.persistence;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;

import dev.easel.domain.image.Content;
import dev.easel.domain.ledger.GenerationLog;
import dev.easel.domain.ledger.InMemoryGenerationLog;
import java.io.BufferedReader;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.concurrent.locks.LockSupport;
import java.util.stream.Stream;

/// Another process that keeps small pictures by way of a journal, says each name when it is told
/// that the picture is kept, and stays until it is killed.
final class JournalProcess implements AutoCloseable {

  /// A log that knows of nothing that is done here.
  static final GenerationLog LOG = new InMemoryGenerationLog(ZoneOffset.UTC);

  private final Process process;
  private final List<String> names;

  private JournalProcess(Process process, List<String> names) {
    this.process = process;
    this.names = names;
  }

  /// Starts one that has kept so many pictures of this length in its journal when this returns.
  static JournalProcess start(Path pictures, int count, int length) throws IOException {
    Process process = started(pictures, count, length);
    BufferedReader said = process.inputReader(UTF_8);
    List<String> names = new ArrayList<>();
    while (names.size() < count) {
      names.add(Objects.requireNonNull(said.readLine(), "the other process ended early"));
    }
    return new JournalProcess(process, names);
  }

  private static Process started(Path pictures, int count, int length) throws IOException {
    return new ProcessBuilder(
            Path.of(System.getProperty("java.home"), "bin", "java").toString(),
            "-XX:+UseSerialGC",
            "-XX:TieredStopAtLevel=1",
            "--enable-native-access=ALL-UNNAMED",
            "-cp",
            System.getProperty("java.class.path"),
            JournalProcess.class.getName(),
            pictures.toString(),
            Integer.toString(count),
            Integer.toString(length))
        .redirectError(ProcessBuilder.Redirect.INHERIT)
        .start();
  }

  /// Which pictures it was told are kept.
  List<String> names() {
    return names;
  }

  @Override
  public void close() {
    process.destroyForcibly();
    process.onExit().join();
  }

  /// The other process.
  static void main(String[] arguments) throws IOException {
    Path pictures = Path.of(arguments[0]);
    int count = Integer.parseInt(arguments[1]);
    int length = Integer.parseInt(arguments[2]);
    ClosablePictureStore store = PictureStores.openJournalled(pictures, LOG);
    awaitJournal(store, pictures);
    for (int number = 1; number <= count; number++) {
      System.out.println(store.keep(picture(number, length)).sha256());
    }
    LockSupport.park();
  }

  /// Keeps pictures that are gone afterwards, until one of them stands in the store's journal.
  static void awaitJournal(ClosablePictureStore store, Path pictures) throws IOException {
    boolean begun = false;
    for (int number = 1; !begun; number++) {
      byte[] bytes = (ProcessHandle.current().pid() + " waits " + number).getBytes(UTF_8);
      Content content = KnownContent.of(Content.of(List.of(picture(0, 100), Content.of(bytes))));
      String name = String.valueOf(store.keep(content).sha256());
      begun = journalled(pictures).stream().anyMatch(picture -> picture.sha256().equals(name));
      Files.delete(pictures.resolve(name + ".png"));
      LockSupport.parkNanos(1_000_000);
    }
  }

  /// What stands in the journals of a store.
  static List<JournalRecord> journalled(Path pictures) throws IOException {
    List<JournalRecord> found = new ArrayList<>();
    for (Path file : journals(pictures)) {
      PictureJournalFile.read(file, found::add);
    }
    return found;
  }

  /// The journals of a store.
  static List<Path> journals(Path pictures) throws IOException {
    Path directory = pictures.resolve("journal");
    if (!Files.isDirectory(directory)) {
      return List.of();
    }
    try (Stream<Path> files = Files.list(directory)) {
      return files.filter(file -> file.toString().endsWith(PictureJournal.ENDING)).toList();
    }
  }

  /// A picture that begins as a PNG does, with its hash.
  static Content picture(int number, int length) {
    String start = "\u0089PNG\r\n\u001a\n" + String.format(Locale.ROOT, "%08d", number);
    byte[] bytes = ByteBuffer.allocate(length).put(start.getBytes(ISO_8859_1)).array();
    bytes[length - 1] = 1;
    return KnownContent.of(bytes);
  }
}
