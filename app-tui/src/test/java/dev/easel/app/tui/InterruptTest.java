package dev.easel.app.tui;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.easel.app.tui.Desk.Ran;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;

/// Ctrl-C leaves the books right.
class InterruptTest {

  @TempDir private Path directory;

  @Test
  void whileWaitingForAnotherTryItReleases() throws Exception {
    Desk desk = new Desk(directory);

    Ran ran = interruptedOnce(desk, List.of("--fault", "rate-limit"), "retry");

    assertTrue(ran.err().contains("stopping; nothing is being sent"), ran.err());
    assertEquals(
        "released",
        desk.easel("log", "--sandbox", "--json").json().get("logs").get(0).get("state").asString());
  }

  @Test
  void afterSendingItIsFinishedAndBooked() throws Exception {
    Desk desk = new Desk(directory);

    Ran ran = interruptedOnce(desk, List.of("--latency", "2s"), "sent");

    assertEquals(0, ran.exitCode(), ran.err());
    assertTrue(ran.err().contains("is being finished and booked"), ran.err());
    assertEquals(
        "settled",
        desk.easel("log", "--sandbox", "--json").json().get("logs").get(0).get("state").asString());
  }

  @Test
  void theSecondTimeItLeavesAtOnce() throws Exception {
    Desk desk = new Desk(directory);
    try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
      Future<Ran> running =
          threads.submit(() -> desk.easel("generate", "--sandbox", "slow", "--latency", "3s"));
      awaitReserved(desk);
      desk.interrupt();
      desk.interrupt();
      assertEquals(List.of(130), desk.left());
      assertStopped(desk);
      running.get(60, TimeUnit.SECONDS);
    }
  }

  @Test
  void aRequestToTerminateLeavesAtOnceWhatWasSent() throws Exception {
    Desk desk = new Desk(directory);
    try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
      Future<Ran> running =
          threads.submit(() -> desk.easel("generate", "--sandbox", "slow", "--latency", "3s"));
      awaitReserved(desk);
      desk.terminate();
      assertEquals(List.of(130), desk.left());
      assertStopped(desk);
      running.get(60, TimeUnit.SECONDS);
    }
  }

  @Test
  void aRequestToTerminateReleasesWhatIsNotBeingSent() throws Exception {
    Desk desk = new Desk(directory);
    try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
      Future<Ran> running =
          threads.submit(
              () -> desk.easel("generate", "--sandbox", "retry", "--fault", "rate-limit"));
      awaitReserved(desk);
      desk.terminate();
      assertEquals(130, running.get(60, TimeUnit.SECONDS).exitCode());
      assertEquals(List.of(), desk.left());
      assertEquals("released", newest(desk).get("state").asString());
    }
  }

  private static void assertStopped(Desk desk) {
    JsonNode entry = newest(desk);
    assertEquals("unknown", entry.get("state").asString());
    assertEquals("stopped", entry.get("code").asString());
    assertTrue(entry.get("at_risk_usd").isNumber(), entry.toString());
  }

  private static JsonNode newest(Desk desk) {
    return desk.easel("log", "--sandbox", "--json").json().get("logs").get(0);
  }

  private static Ran interruptedOnce(Desk desk, List<String> options, String prompt)
      throws InterruptedException, ExecutionException, TimeoutException {
    String[] arguments =
        java.util.stream.Stream.concat(
                List.of("generate", "--sandbox", prompt).stream(), options.stream())
            .toArray(String[]::new);
    try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
      Future<Ran> running = threads.submit(() -> desk.easel(arguments));
      awaitReserved(desk);
      desk.interrupt();
      return running.get(60, TimeUnit.SECONDS);
    }
  }

  /// Until the request is on its way, or waits after a refusal.
  private static void awaitReserved(Desk desk) throws InterruptedException {
    while (!desk.easel("log", "--sandbox", "state:reserved", "--json")
        .out()
        .contains("\"count\":1")) {
      Thread.sleep(20);
    }
    Thread.sleep(600);
  }
}
