package dev.easel.benchmark.reading;

import dev.easel.benchmark.wire.Launcher;
import dev.easel.domain.image.Nullable;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;

/// The dashboard in a pseudo-terminal of 30 rows and 120 columns, as its launcher starts it. For
/// use by one thread.
final class Terminal implements AutoCloseable {

  /// The end of a synchronised update (DEC private mode 2026), with which each frame ends.
  private static final String END = "\u001b[?2026l";

  private static final int PATIENCE_SECONDS = 60;
  private static final int SETTLING_MILLIS = 250;

  private final Process process;
  private final BlockingQueue<Long> frames = new LinkedBlockingQueue<>();

  private Terminal(Process process) {
    this.process = process;
  }

  /// Starts it over a log, and waits until the screen is still.
  ///
  /// @throws IOException when nothing is drawn within a minute
  static Terminal over(Store store, Path home) throws IOException, InterruptedException {
    ProcessBuilder builder = new ProcessBuilder(Launcher.inTerminal(Launcher.command()));
    Launcher.setEnvironment(
        builder,
        Map.of(
            "EASEL_HOME",
            home.toString(),
            "EASEL_LOG_BACKEND",
            Launcher.word(store.settings().backend()),
            "EASEL_LOG_PATH",
            store.settings().path().toString(),
            "OPENAI_BASE_URL",
            "http://127.0.0.1:9/v1",
            "OPENAI_API_KEY",
            "sk-benchmark",
            "TERM",
            "xterm-256color"));
    Terminal terminal = new Terminal(builder.redirectErrorStream(true).start());
    Thread.ofPlatform().daemon().name("screen").start(terminal::watch);
    terminal.frame();
    terminal.settle();
    return terminal;
  }

  private void watch() {
    StringBuilder seen = new StringBuilder();
    byte[] part = new byte[64 * 1024];
    try (InputStream drawn = process.getInputStream()) {
      for (int length = drawn.read(part); length >= 0; length = drawn.read(part)) {
        long now = System.nanoTime();
        seen.append(new String(part, 0, length, StandardCharsets.ISO_8859_1));
        for (int end = seen.indexOf(END); end >= 0; end = seen.indexOf(END)) {
          frames.add(now);
          seen.delete(0, end + END.length());
        }
        seen.delete(0, Math.max(0, seen.length() - END.length()));
      }
    } catch (IOException _) {
      return; // it has ended
    }
  }

  private long frame() throws IOException, InterruptedException {
    @Nullable Long end = frames.poll(PATIENCE_SECONDS, TimeUnit.SECONDS);
    if (end == null) {
      throw new IOException("the dashboard draws nothing");
    }
    return end;
  }

  /// Waits until nothing is drawn any more.
  void settle() throws InterruptedException {
    @Nullable Long drawn;
    do {
      drawn = frames.poll(SETTLING_MILLIS, TimeUnit.MILLISECONDS);
    } while (drawn != null);
  }

  /// Presses a key.
  ///
  /// @return the nanoseconds to the end of the next frame
  /// @throws IOException when none comes within a minute
  long press(String key) throws IOException, InterruptedException {
    OutputStream keys = process.getOutputStream();
    long start = System.nanoTime();
    keys.write(key.getBytes(StandardCharsets.UTF_8));
    keys.flush();
    return frame() - start;
  }

  /// The processor time that the dashboard has taken, in hundredths of a second; the terminal's own
  /// is not in it.
  long processorTime() throws IOException {
    ProcessHandle dashboard =
        process.descendants().reduce((_, last) -> last).orElseThrow(IOException::new);
    List<String> words =
        List.of(Files.readString(Path.of("/proc/" + dashboard.pid() + "/stat")).split(" "));
    return Long.parseLong(words.get(13)) + Long.parseLong(words.get(14));
  }

  @Override
  public void close() {
    try {
      press("q");
      if (!process.waitFor(PATIENCE_SECONDS, TimeUnit.SECONDS)) {
        process.destroyForcibly();
      }
    } catch (IOException _) {
      process.destroyForcibly();
    } catch (InterruptedException _) {
      process.destroyForcibly();
      Thread.currentThread().interrupt();
    }
  }
}
