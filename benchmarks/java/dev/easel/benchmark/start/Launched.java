package dev.easel.benchmark.start;

import dev.easel.benchmark.wire.Connection;
import dev.easel.benchmark.wire.Launcher;
import dev.easel.benchmark.wire.Target;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;

/// A process that is timed from the moment before it is started. For use by one thread.
public final class Launched implements AutoCloseable {

  private static final Duration PATIENCE = Duration.ofSeconds(60);

  private final long start = System.nanoTime();
  private final Process process;

  private Launched(ProcessBuilder builder) throws IOException {
    this.process = builder.redirectErrorStream(true).start();
  }

  /// Starts one with this data directory, that knows nothing else of what this process is told
  /// about Easel and providers.
  static Launched start(Path data, List<String> command) throws IOException {
    return start(data, Map.of(), command);
  }

  /// The same.
  ///
  /// @param more of its environment: configuration keys
  public static Launched start(Path data, Map<String, String> more, List<String> command)
      throws IOException {
    ProcessBuilder builder = new ProcessBuilder(command).directory(data.toFile());
    Map<String, String> environment = new HashMap<>(more);
    environment.put("EASEL_HOME", data.toString());
    environment.put("TERM", "xterm-256color");
    Launcher.setEnvironment(builder, environment);
    return new Launched(builder);
  }

  /// Reads what it prints until it has ended.
  ///
  /// @return the nanoseconds that it took
  /// @throws IOException when it failed
  public long untilEnded() throws IOException, InterruptedException {
    String printed = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    int code = process.waitFor();
    long took = System.nanoTime() - start;
    if (code != 0) {
      throw new IOException("ended with " + code + ": " + printed);
    }
    return took;
  }

  /// Reads what it prints until these words are among it.
  ///
  /// @return the nanoseconds that it took
  /// @throws IOException when it ends without
  long untilSaid(String words) throws IOException {
    StringBuilder said = new StringBuilder();
    InputStream printed = process.getInputStream();
    byte[] part = new byte[8_192];
    while (said.indexOf(words) < 0) {
      int length = printed.read(part);
      if (length < 0) {
        throw new IOException("'" + words + "' was not said, but: " + said);
      }
      said.append(new String(part, 0, length, StandardCharsets.ISO_8859_1));
    }
    return System.nanoTime() - start;
  }

  /// Asks until it is answered, over a bare socket: a client of the JDK that finds nobody would
  /// take a good part of the machine from what is starting.
  ///
  /// @return the nanoseconds that it took
  /// @throws IOException when it is not within a minute
  long untilAnswered(Target target) throws IOException, InterruptedException {
    while (System.nanoTime() - start < PATIENCE.toNanos() && process.isAlive()) {
      try (Connection connection = new Connection(target)) {
        if (connection.ask().status() == 200) {
          return System.nanoTime() - start;
        }
      } catch (IOException _) {
        // nobody listens yet
      }
      TimeUnit.MILLISECONDS.sleep(10);
    }
    throw new IOException("no answer from " + target.name());
  }

  /// What it holds in memory, in bytes.
  long resident() throws IOException {
    String id = Long.toString(process.pid());
    Process asked = new ProcessBuilder("ps", "-o", "rss=", "-p", id).start();
    String kibibytes = new String(asked.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    return Long.parseLong(kibibytes.strip()) * 1_024;
  }

  /// Types this.
  void type(String keys) throws IOException {
    OutputStream typed = process.getOutputStream();
    typed.write(keys.getBytes(StandardCharsets.UTF_8));
    typed.flush();
  }

  /// Tells it to end, and kills it when it does not within a few seconds.
  @Override
  public void close() {
    process.destroy();
    try {
      if (!process.waitFor(5, TimeUnit.SECONDS)) {
        process.destroyForcibly();
      }
    } catch (InterruptedException _) {
      process.destroyForcibly();
      Thread.currentThread().interrupt();
    }
  }
}
