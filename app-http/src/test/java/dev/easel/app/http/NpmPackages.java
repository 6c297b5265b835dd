package dev.easel.app.http;

import static java.nio.file.StandardOpenOption.CREATE;
import static java.nio.file.StandardOpenOption.WRITE;
import static org.junit.jupiter.api.Assumptions.abort;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.File;
import java.io.IOException;
import java.io.InputStream;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.TimeUnit;

/// Packages of npm that tests use, kept in `target` from one run to the next. Several JVMs of tests
/// may want the same at once.
final class NpmPackages {

  private static final int PATIENCE_SECONDS = 180;

  private NpmPackages() {}

  /// A folder with these packages; where node or npm is missing, or npm cannot fetch them, the test
  /// is skipped.
  ///
  /// @param packages with their versions, such as `openai@7.57.0`
  static Path install(String... packages) throws IOException, InterruptedException {
    for (String tool : List.of("node", "npm")) {
      assumeTrue(isInstalled(tool), tool + " is not installed");
    }
    Path place = Path.of("target", "npm-" + String.join("-", packages)).toAbsolutePath();
    Files.createDirectories(place);
    try (FileChannel turn = FileChannel.open(place.resolve("turn"), CREATE, WRITE);
        FileLock _ = turn.lock()) {
      Path done = place.resolve("installed");
      if (!Files.exists(done)) {
        Files.writeString(place.resolve("package.json"), "{\"private\":true}");
        fetch(place, packages);
        Files.createFile(done);
      }
    }
    return place;
  }

  private static boolean isInstalled(String tool) {
    return Arrays.stream(System.getenv("PATH").split(File.pathSeparator))
        .anyMatch(place -> Files.isExecutable(Path.of(place, tool)));
  }

  private static void fetch(Path place, String... packages)
      throws IOException, InterruptedException {
    List<String> command =
        new ArrayList<>(
            List.of(
                "npm",
                "install",
                "--prefer-offline",
                "--no-audit",
                "--no-fund",
                "--ignore-scripts"));
    command.addAll(List.of(packages));
    Path words = place.resolve("npm.txt");
    Process npm =
        new ProcessBuilder(command)
            .directory(place.toFile())
            .redirectErrorStream(true)
            .redirectOutput(words.toFile())
            .start();
    try {
      if (!npm.waitFor(PATIENCE_SECONDS, TimeUnit.SECONDS) || npm.exitValue() != 0) {
        abort("npm could not fetch " + List.of(packages) + ": " + Files.readString(words));
      }
    } finally {
      npm.descendants().forEach(ProcessHandle::destroyForcibly);
      npm.destroyForcibly();
    }
  }

  /// Puts a script of the tests into a folder, so that it finds the packages there.
  static Path script(Path place, String name) throws IOException {
    Path script = place.resolve(String.valueOf(Path.of(name).getFileName()));
    Path fresh = Files.createTempFile(place, "fresh", ".mjs");
    try (InputStream stream = NpmPackages.class.getResourceAsStream(name)) {
      Files.copy(Objects.requireNonNull(stream, name), fresh, StandardCopyOption.REPLACE_EXISTING);
    }
    return Files.move(fresh, script, StandardCopyOption.ATOMIC_MOVE);
  }
}
