package dev.easel.app.http;

import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.abort;

import java.io.File;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import java.util.stream.Stream;

/// A browser that shows a page to nobody.
final class Chromium {

  private static final int PATIENCE_SECONDS = 120;

  /// Somebody who has a mouse, which a browser that nobody sees lacks.
  private static final String MOUSE =
      "--blink-settings=primaryHoverType=2,availableHoverTypes=2,"
          + "primaryPointerType=4,availablePointerTypes=4";

  private Chromium() {}

  /// What became of a page.
  ///
  /// @param dom its elements when its time was over
  /// @param console what it wrote to the console, complaints about its policy included
  record Shown(String dom, List<String> console) {}

  /// Shows a page until nothing more happens on it.
  ///
  /// @param directory where the browser keeps its things
  static Shown show(Path directory, URI page) throws IOException, InterruptedException {
    Path dom = directory.resolve("dom.html");
    Path messages = directory.resolve("messages.txt");
    ProcessBuilder builder =
        builder(directory, "--virtual-time-budget=60000", "--dump-dom", page.toString());
    run(builder.redirectOutput(dom.toFile()).redirectError(messages.toFile()));
    return new Shown(
        Files.readString(dom),
        Files.readString(messages).lines().filter(line -> line.contains(":CONSOLE:")).toList());
  }

  private static ProcessBuilder builder(Path directory, String... more) {
    List<String> command = new ArrayList<>(List.of(find().toString()));
    command.addAll(
        List.of(
            "--headless",
            "--no-sandbox",
            "--disable-gpu",
            "--disable-quic",
            "--disable-dev-shm-usage",
            "--no-first-run",
            "--no-proxy-server",
            "--disable-background-networking",
            "--disable-component-update",
            "--disable-sync",
            "--enable-logging=stderr",
            "--user-data-dir=" + directory.resolve("profile")));
    command.addAll(List.of(more));
    ProcessBuilder builder = new ProcessBuilder(command);
    builder.environment().put("HOME", directory.toString());
    return builder;
  }

  /// A browser that does what a script tells it.
  ///
  /// @param endpoint where the script reaches it
  record Driven(Process process, URI endpoint) implements AutoCloseable {
    @Override
    public void close() {
      process.descendants().forEach(ProcessHandle::destroyForcibly);
      process.destroyForcibly().onExit().join();
    }
  }

  /// Starts a browser that waits for a script.
  ///
  /// @param directory where the browser keeps its things
  static Driven drive(Path directory) throws IOException {
    File messages = directory.resolve("driven.txt").toFile();
    Process process =
        builder(directory, MOUSE, "--remote-debugging-port=0", "--hide-scrollbars", "about:blank")
            .redirectErrorStream(true)
            .redirectOutput(messages)
            .start();
    return new Driven(process, endpoint(directory.resolve("profile/DevToolsActivePort"), process));
  }

  /// Reads where a browser can be reached, once it has written that down.
  private static URI endpoint(Path written, Process process) throws IOException {
    long end = System.nanoTime() + TimeUnit.SECONDS.toNanos(PATIENCE_SECONDS);
    while (process.isAlive() && System.nanoTime() < end) {
      List<String> lines = Files.exists(written) ? Files.readAllLines(written) : List.of();
      if (lines.size() == 2) {
        return URI.create("ws://127.0.0.1:" + lines.getFirst() + lines.getLast());
      }
      LockSupport.parkNanos(TimeUnit.MILLISECONDS.toNanos(20));
    }
    process.destroyForcibly();
    throw new IllegalStateException("the browser cannot be reached");
  }

  private static void run(ProcessBuilder builder) throws IOException, InterruptedException {
    Process process = builder.start();
    try {
      assertTrue(process.waitFor(PATIENCE_SECONDS, TimeUnit.SECONDS), "the browser does not end");
    } finally {
      process.descendants().forEach(ProcessHandle::destroyForcibly);
      process.destroyForcibly();
    }
  }

  private static Path find() {
    Stream<Path> found =
        Arrays.stream(System.getenv("PATH").split(File.pathSeparator))
            .flatMap(place ->
                Stream.of("chromium", "chromium-browser", "google-chrome")
                    .map(Path.of(place)::resolve))
            .filter(Files::isExecutable);
    return found.findFirst().orElseGet(() -> abort("no Chromium is installed"));
  }
}
