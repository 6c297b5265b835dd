package dev.easel.adapter.persistence;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.easel.domain.ledger.LogUnavailable;
import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Duration;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class JsonlLockTest {

  private static final Duration PATIENCE = Duration.ofSeconds(3);

  @TempDir private Path directory;
  private JsonlLock lock;
  private JsonlHold hold;
  private Path file;
  private Process holder;

  @BeforeEach
  void join() throws IOException {
    Path place = Files.createFile(directory.resolve("log.jsonl"));
    JsonlPlaces places = JsonlPlaces.prepare(place);
    file = places.lock();
    hold = JsonlHold.of(place, places);
    lock = JsonlLock.join(file, hold, PATIENCE);
    lockInAnotherProcess();
  }

  private void lockInAnotherProcess() throws IOException {
    holder =
        new ProcessBuilder(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-cp",
                System.getProperty("java.class.path"),
                Holder.class.getName(),
                file.toString())
            .redirectError(ProcessBuilder.Redirect.INHERIT)
            .start();
    assertEquals('h', holder.getInputStream().read());
  }

  @AfterEach
  void end() throws IOException {
    holder.destroyForcibly();
    lock.close();
    hold.close();
  }

  @Test
  void whoComesAfterSomebodyWhoWaitedInVainWaitsShortly() throws Exception {
    assertTrue(waitedInVain().compareTo(PATIENCE) >= 0);
    assertTrue(waitedInVain().compareTo(PATIENCE.dividedBy(2)) < 0);
  }

  @Test
  void onceItWasToBeHadEverybodyIsPatientAgain() throws Exception {
    waitedInVain();
    holder.destroyForcibly().waitFor();
    lock.hold().close();

    lockInAnotherProcess();
    assertTrue(waitedInVain().compareTo(PATIENCE) >= 0);
  }

  private Duration waitedInVain() {
    long before = System.nanoTime();
    LogUnavailable busy = assertThrows(LogUnavailable.class, lock::hold);
    assertEquals(LogUnavailable.Reason.BUSY, busy.reason());
    return Duration.ofNanos(System.nanoTime() - before);
  }

  /// A process that keeps a file locked until it is ended.
  static final class Holder {
    private Holder() {}

    static void main(String[] arguments) throws Exception {
      FileChannel channel = FileChannel.open(Path.of(arguments[0]), StandardOpenOption.WRITE);
      FileLock lock = channel.lock();
      System.out.print("h");
      System.out.flush();
      Thread.sleep(Duration.ofMinutes(1));
      lock.release();
    }
  }
}
