package dev.easel.adapter.persistence;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.easel.domain.image.Content;
import dev.easel.domain.ledger.PictureStore;
import dev.easel.domain.ledger.PictureStore.Unstorable;
import dev.easel.domain.ledger.SamplePictures;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.locks.LockSupport;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

/// What happens when the system lets a file grow no further, in a process of its own for which the
/// shell has set such a limit.
@DisabledOnOs(OS.WINDOWS)
final class FullDiskTest {
  private static final int LIMIT_BLOCKS = 256;

  /// So long a journal takes to be begun, or not to be.
  private static final Duration PATIENCE = Duration.ofSeconds(2);

  @TempDir private Path directory;

  @Test
  void saysThatThereIsNoRoomAndLeavesNothingBehind() throws Exception {
    String said = inLimitedProcess();

    assertEquals("small kept; large refused, full=true; small found", said);
    assertEquals(1, PictureFiles.below(directory).size(), "files of the small picture");
  }

  @Test
  void doesWithoutAJournalThatThereIsNoRoomFor() throws Exception {
    String said = inLimitedProcess("journalled");

    assertEquals("small kept; large refused, full=true; small found", said);
    assertEquals(1, PictureFiles.below(directory).size(), "files of the small picture");
  }

  @Test
  void aNewFileThatThereIsNoRoomForIsNotHalfThere() throws Exception {
    assertEquals("large not written", inLimitedProcess("new"));
    assertEquals(List.of(), PictureFiles.below(directory));
  }

  private String inLimitedProcess(String... more) throws IOException, InterruptedException {
    String java = Path.of(System.getProperty("java.home"), "bin", "java").toString();
    String script = "ulimit -f " + LIMIT_BLOCKS + " && exec \"$0\" \"$@\"";
    List<String> program =
        List.of(
            "--enable-native-access=ALL-UNNAMED",
            "-cp",
            System.getProperty("java.class.path"),
            Limited.class.getName());
    ProcessBuilder builder = new ProcessBuilder("sh", "-c", script, java, "-XX:-UsePerfData");
    builder.command().addAll(program);
    builder.command().add(directory.toString());
    builder.command().addAll(List.of(more));
    Process process = builder.redirectErrorStream(true).start();
    String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    process.waitFor();
    return said.strip();
  }

  /// The limited process.
  static final class Limited {
    private Limited() {}

    static void main(String[] arguments) {
      Path pictures = Path.of(arguments[0]);
      if (List.of(arguments).contains("new")) {
        writeNew(pictures.resolve("large"));
      } else {
        keep(pictures, arguments);
      }
    }

    private static void writeNew(Path file) {
      try {
        NewFile.write(file, new byte[1_000_000]);
        System.out.print("large written");
      } catch (IOException full) {
        System.out.print("large not written");
      }
    }

    private static void keep(Path pictures, String... arguments) {
      byte[] picture = SamplePictures.webp();
      PictureStore store;
      if (arguments.length > 1) {
        store = PictureStores.openJournalled(pictures, JournalProcess.LOG);
        store.keep(KnownContent.of(picture));
        LockSupport.parkNanos(PATIENCE.toNanos());
      } else {
        store = PictureStores.open(pictures);
      }
      String name = String.valueOf(store.keep(KnownContent.of(picture)).sha256());
      System.out.print("small kept; ");
      try {
        store.keep(Content.of(Arrays.copyOf(picture, 1_000_000)));
      } catch (Unstorable refused) {
        System.out.print("large refused, full=" + refused.full() + "; ");
      }
      System.out.print("small " + (store.find(name).isPresent() ? "found" : "lost"));
    }
  }
}
