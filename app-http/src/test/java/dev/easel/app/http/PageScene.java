package dev.easel.app.http;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.PrintWriter;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;

/// A script that uses the page as somebody would, in a browser, and fails by ending with an error.
final class PageScene implements AutoCloseable {

  private static final String PUPPETEER = "puppeteer-core@24.43.1";
  private static final String AXE = "axe-core@4.14.1";
  private static final int PATIENCE_SECONDS = 120;

  private final Process process;
  private final Path errors;
  private final BufferedReader lines;
  private final PrintWriter words;

  private PageScene(Process process, Path errors) {
    this.process = process;
    this.errors = errors;
    lines =
        new BufferedReader(new InputStreamReader(process.getInputStream(), StandardCharsets.UTF_8));
    words = new PrintWriter(process.getOutputStream(), true, StandardCharsets.UTF_8);
  }

  /// A folder with what scenes need: the packages, and the stage on which they all play.
  static Path place() throws IOException, InterruptedException {
    Path place = NpmPackages.install(PUPPETEER, AXE);
    NpmPackages.script(place, "page/stage.mjs");
    return place;
  }

  /// Begins a scene.
  ///
  /// @param place a folder as [#place()] gives it
  /// @param page where the page is
  /// @param given what the scene is told besides
  static PageScene begin(Path place, String name, URI browser, URI page, String... given)
      throws IOException {
    Path script = NpmPackages.script(place, "page/" + name + ".mjs");
    Path errors = Files.createTempFile(place, name, ".txt");
    ProcessBuilder builder =
        new ProcessBuilder("node", script.toString(), browser.toString(), page.toString());
    builder.command().addAll(List.of(given));
    return new PageScene(builder.redirectError(errors.toFile()).start(), errors);
  }

  /// Waits until the scene has come to a point that it names.
  void await(String point) throws IOException {
    String line = lines.readLine();
    if (!point.equals(line)) {
      process.destroyForcibly();
      assertEquals(point, line, () -> read(errors));
    }
  }

  /// Lets the scene go on.
  void proceed() {
    words.println("go on");
  }

  /// Waits for its end, which must be a good one.
  void end() throws IOException, InterruptedException {
    assertTrue(process.waitFor(PATIENCE_SECONDS, TimeUnit.SECONDS), "the scene does not end");
    assertEquals(0, process.exitValue(), () -> read(errors));
    Files.delete(errors);
  }

  private static String read(Path file) {
    try {
      return Files.readString(file);
    } catch (IOException unreadable) {
      return unreadable.toString();
    }
  }

  @Override
  public void close() {
    process.destroyForcibly();
  }
}
