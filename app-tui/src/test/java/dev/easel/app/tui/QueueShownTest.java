package dev.easel.app.tui;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.easel.app.tui.Desk.Ran;
import java.nio.file.Path;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/// What the shell says of a request that waits, and of one that has waited.
@Timeout(120)
class QueueShownTest {

  @TempDir private Path directory;

  @Test
  void theLineSaysWhyItWaitsAndForHowLong() {
    Desk desk = new Desk(directory).atTerminal(120);

    Ran ran = desk.easel("generate", "--sandbox", "a boat", "--fault", "rate-limit:1");

    assertEquals(0, ran.exitCode(), ran.err());
    assertTrue(
        ran.err().contains("rate_limit_exceeded, next in the queue, opens in 1 s"), ran.err());
  }

  @Test
  void theEntryShowsEveryAttemptWithItsWait() {
    Desk desk = new Desk(directory);
    String id =
        desk.easel("generate", "--sandbox", "a boat", "--fault", "rate-limit:1", "--json")
            .json()
            .get("log_entry")
            .get("id")
            .asString();

    String shown = desk.easel("show", "--sandbox", id).out();

    assertTrue(shown.matches("(?s).*attempt +rate_limit_exceeded: .*; waited 1\\.0 s\n.*"), shown);
    assertTrue(shown.matches("(?s).*attempt +answered\n.*"), shown);
  }

  @Test
  void whileItWaitsItIsQueuedAndSaysForWhat() throws Exception {
    Desk desk = new Desk(directory);
    try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
      Future<Ran> running =
          threads.submit(
              () -> desk.easel("generate", "--sandbox", "a boat", "--fault", "rate-limit"));
      String listed = "";
      while (!listed.contains("queued") && !running.isDone()) {
        listed = desk.easel("log", "--sandbox", "state:reserved").out();
      }
      assertTrue(listed.contains("… queued"), listed);
      assertEquals(3, running.get(60, TimeUnit.SECONDS).exitCode());
    }
  }
}
