package dev.easel.domain.ledger;

import dev.easel.domain.cost.BudgetPeriod;
import dev.easel.domain.cost.Money;
import dev.easel.domain.image.Nullable;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.stream.IntStream;

/// Another process that has a log open and does one thing to it when told.
///
/// It prints `ready` once it has the log, waits for a line, works, and prints what it did, a line
/// each; at the end `done`. It then keeps the log open until it is closed or killed.
public final class LogProcess implements AutoCloseable {

  /// What such a process does.
  public enum Work {
    /// Reserves and settles so many entries; prints each id once it is settled.
    WRITE,
    /// Reserves so many entries of four cents at once under a daily budget of one dollar; prints
    /// `reserved` or `refused`.
    SPEND,
    /// Raises the daily budget by four cents so many times; prints `raised`.
    RAISE,
    /// Reserves so many entries and leaves them; prints each id.
    HOLD,
    /// The same, with entries that wait for their turn.
    QUEUE
  }

  private static final long PATIENCE_SECONDS = 60;

  private final Process process;
  private final BufferedReader answers;
  private final ExecutorService reading = Executors.newVirtualThreadPerTaskExecutor();

  private LogProcess(Process process) {
    this.process = process;
    this.answers = process.inputReader(StandardCharsets.UTF_8);
  }

  /// Starts a process that has the log open when this returns.
  ///
  /// @param number the random part of the first id it proposes
  public static LogProcess start(
      Class<? extends LogOpener> opener, Path directory, Work work, int count, int number)
      throws IOException {
    List<String> command =
        List.of(
            Path.of(System.getProperty("java.home"), "bin", "java").toString(),
            "-XX:+UseSerialGC",
            "-XX:TieredStopAtLevel=1",
            "-Xshare:auto",
            "-Xmx128m",
            "--enable-native-access=ALL-UNNAMED",
            "-cp",
            System.getProperty("java.class.path"),
            LogProcess.class.getName(),
            opener.getName(),
            directory.toString(),
            work.name(),
            Integer.toString(count),
            Integer.toString(number));
    LogProcess started =
        new LogProcess(
            new ProcessBuilder(command).redirectError(ProcessBuilder.Redirect.INHERIT).start());
    started.expect("ready");
    return started;
  }

  /// Tells it to begin.
  public void go() throws IOException {
    OutputStream orders = process.getOutputStream();
    orders.write('\n');
    orders.flush();
  }

  /// Its next line; fails when it ends or takes too long.
  public String answer() throws IOException {
    String line = answerOrEnd();
    if (line == null) {
      throw new IOException("the other process ended early");
    }
    return line;
  }

  /// Its next line, or null when it has ended.
  public @Nullable String answerOrEnd() throws IOException {
    CompletableFuture<@Nullable String> line =
        CompletableFuture.supplyAsync(this::readLine, reading);
    try {
      return line.get(PATIENCE_SECONDS, TimeUnit.SECONDS);
    } catch (InterruptedException | ExecutionException | TimeoutException silent) {
      process.destroyForcibly();
      throw new IOException("the other process says nothing", silent);
    }
  }

  private @Nullable String readLine() {
    try {
      return answers.readLine();
    } catch (IOException _) {
      return null;
    }
  }

  /// Its lines up to `done`.
  public List<String> answersToTheEnd() throws IOException {
    List<String> all = new ArrayList<>();
    for (String line = answer(); !line.equals("done"); line = answer()) {
      all.add(line);
    }
    return all;
  }

  private void expect(String word) throws IOException {
    String line = answer();
    if (!line.equals(word)) {
      throw new IOException("the other process says " + line);
    }
  }

  /// Kills it, as `kill -9` does, and waits until it is gone. What it had said before can still be
  /// read: [Process#destroyForcibly] would close the pipe with lines in it, its handle does not.
  public void kill() throws InterruptedException {
    process.toHandle().destroyForcibly();
    process.waitFor();
  }

  /// Ends it. A process that is still there after its work closes its log and ends by itself.
  @Override
  public void close() throws IOException {
    process.getOutputStream().close();
    try {
      if (!process.waitFor(PATIENCE_SECONDS, TimeUnit.SECONDS)) {
        process.destroyForcibly();
      }
    } catch (InterruptedException _) {
      process.destroyForcibly();
      Thread.currentThread().interrupt();
    }
    reading.shutdownNow();
  }

  /// The other process.
  public static void main(String[] arguments) throws Exception {
    LogOpener opener = LogOpener.named(arguments[0]);
    Path directory = Path.of(arguments[1]);
    Work work = Work.valueOf(arguments[2]);
    int count = Integer.parseInt(arguments[3]);
    int number = Integer.parseInt(arguments[4]);
    try (GenerationLog log = opener.open(directory, ZoneOffset.UTC)) {
      say("ready");
      if (System.in.read() < 0) {
        return;
      }
      if (work == Work.SPEND) {
        spend(log, count, number).forEach(LogProcess::say);
      } else {
        for (int done = 0; done < count; done++) {
          say(work(log, work, number + done));
        }
      }
      say("done");
      while (System.in.read() >= 0) {
        // stays until the other side closes
      }
    }
  }

  /// What [Work#SPEND] does, in this process.
  public static List<String> spend(GenerationLog log, int count, int number)
      throws InterruptedException, ExecutionException {
    List<String> answers = new ArrayList<>();
    try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
      List<Callable<String>> wishes =
          IntStream.range(number, number + count)
              .<Callable<String>>mapToObj(one -> () -> work(log, Work.SPEND, one))
              .toList();
      for (Future<String> answer : threads.invokeAll(wishes)) {
        answers.add(answer.get());
      }
    }
    return answers;
  }

  private static String work(GenerationLog log, Work work, int number) {
    IntentDraft draft = IntentDraft.at(LogContract.MORNING, number);
    return switch (work) {
      case HOLD -> LogContract.reserved(log, draft).id().toString();
      case QUEUE -> LogContract.reserved(log, draft.waiting()).id().toString();
      case SPEND ->
          log.reserve(draft.budget("1", null, false).intent()) instanceof Reservation.Reserved
              ? "reserved"
              : "refused";
      case RAISE -> {
        Money amount = Money.ofUsd("0.04");
        log.declare(new Fact.Raise(LogContract.MORNING, BudgetPeriod.DAY, null, amount));
        yield "raised";
      }
      case WRITE -> {
        EntryId id = LogContract.reserved(log, draft).id();
        yield log.finish(id, Endings.settled("0.04", number + 1L)).id().toString();
      }
    };
  }

  private static void say(String line) {
    System.out.println(line);
    System.out.flush();
  }
}
