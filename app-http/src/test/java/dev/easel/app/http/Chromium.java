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
import java.util.stream.Stream;

/// A browser that shows a page to nobody.
final class Chromium {

  private static final int PATIENCE_SECONDS = 120;

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
            "--user-data-dir=" + directory.resolve("profile"),
            "--virtual-time-budget=60000",
            "--dump-dom",
            page.toString()));
    Path dom = directory.resolve("dom.html");
    Path messages = directory.resolve("messages.txt");
    ProcessBuilder builder = new ProcessBuilder(command);
    builder.environment().put("HOME", directory.toString());
    run(builder.redirectOutput(dom.toFile()).redirectError(messages.toFile()));
    return new Shown(
        Files.readString(dom),
        Files.readString(messages).lines().filter(line -> line.contains(":CONSOLE:")).toList());
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
