package dev.easel.benchmark.wire;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;

/// A provider in a process of its own, which gives every request the same answer after the same
/// time. Safe for use by several threads.
public final class Upstream implements AutoCloseable {

  private static final Pattern PORT = Pattern.compile("port (\\d+)\n");

  private final Child process;
  private final int port;

  private Upstream(Child process, int port) {
    this.process = process;
    this.port = port;
  }

  /// Starts one.
  ///
  /// @param folder where its answer goes
  /// @param delay from the end of a request to the answer, but for those that are to be answered at
  ///   once
  /// @throws IOException when it cannot be started
  public static Upstream start(Path folder, Sample sample, Duration delay)
      throws IOException, InterruptedException {
    Path body = Files.write(folder.resolve("answer.json"), sample.body());
    Child process =
        Child.java(
            folder,
            Map.of(),
            List.of("-XX:+UseSerialGC", "-Xmx256m"),
            UpstreamMain.class.getName(),
            List.of(
                body.toString(),
                Integer.toString(sample.status()),
                Integer.toString(sample.mark()),
                Long.toString(delay.toMillis())));
    return new Upstream(process, Integer.parseInt(process.await(PORT).group(1)));
  }

  /// The port that it listens on.
  public int port() {
    return port;
  }

  /// Its base URL, as clients of OpenAI take it.
  public String url() {
    return "http://127.0.0.1:" + port + "/v1";
  }

  @Override
  public void close() {
    process.close();
  }
}
