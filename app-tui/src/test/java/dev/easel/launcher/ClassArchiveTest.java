package dev.easel.launcher;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.FileTime;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.spi.ToolProvider;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Runs the launcher with the real JDK and a small program, to see which classes run.
class ClassArchiveTest {

  @TempDir private Path folder;
  private Clone clone;

  @BeforeEach
  void makeClone() throws IOException {
    clone = Clone.in(folder.resolve("a clone"));
    clone.buildWithJdk(program("one"), library("book"));
  }

  /// A program that says this word and that of its library, as a jar.
  private Path program(String word) throws IOException {
    String source =
        """
        package dev.easel.app.tui;

        class TerminalMain {
          public static void main(String[] arguments) {
            System.out.println("%s " + Library.said());
          }
        }

        class TrainingMain {
          public static void main(String[] arguments) {
            TerminalMain.main(arguments);
          }
        }
        """;
    String manifest = "Main-Class: dev.easel.app.tui.TerminalMain\nClass-Path: lib/domain.jar\n";
    return jar(word, source, manifest, library("book"));
  }

  /// A library that knows this word, as a jar.
  private Path library(String word) throws IOException {
    String source =
        """
        package dev.easel.app.tui;

        class Library {
          static String said() {
            return "%s";
          }
        }
        """;
    return jar(word, source, "Created-By: a test\n", folder);
  }

  private Path jar(String word, String source, String manifest, Path library) throws IOException {
    Path classes = Files.createDirectories(folder.resolve(word));
    Path file = Files.writeString(folder.resolve("Source.java"), source.formatted(word));
    Path lines = Files.writeString(folder.resolve("manifest"), manifest);
    Path jar = folder.resolve(word + ".jar");
    run("javac", "-cp", library.toString(), "-d", classes.toString(), file.toString());
    run("jar", "cfm", jar.toString(), lines.toString(), "-C", classes.toString(), "dev");
    return jar;
  }

  private static void run(String tool, String... arguments) {
    ToolProvider found = ToolProvider.findFirst(tool).orElseThrow();
    assertEquals(0, found.run(System.out, System.err, arguments));
  }

  @Test
  void classesComeFromTheArchive() throws Exception {
    assertEquals("one book\n", clone.easel("models").output());

    String loaded = loadedFromArchive();

    assertTrue(loaded.contains("dev.easel.app.tui.Library source: shared objects file"), loaded);
  }

  private String loadedFromArchive() throws IOException, InterruptedException {
    Path archive = archive();
    Process process =
        new ProcessBuilder(
                System.getProperty("java.home") + "/bin/java",
                "-XX:+UseSerialGC",
                "-Xlog:class+load",
                "-XX:SharedArchiveFile=" + archive,
                "-jar",
                archive.resolveSibling("easel-tui.jar").toString())
            .start();
    String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    assertEquals(0, process.waitFor());
    return output;
  }

  private Path archive() throws IOException {
    Path builds = clone.home().resolve(".easel-build/builds");
    try (Stream<Path> files = Files.walk(builds)) {
      return files.filter(file -> file.toString().endsWith(".jsa")).findFirst().orElseThrow();
    }
  }

  @Test
  void aBuildAfterwardsRunsItsOwnClasses() throws Exception {
    assertEquals("one book\n", clone.easel("models").output());
    clone.buildWithJdk(program("two"), library("book"));
    clone.touchLater("domain/src/main/java/Money.java");

    assertEquals("two book\n", clone.easel("models").output());
    assertEquals("two book\n", clone.easel("models").output());
  }

  @Test
  void jarsThatWereReplacedUnderTheirArchiveRunTheirOwnClasses() throws Exception {
    assertEquals("one book\n", clone.easel("models").output());
    for (Instant time : List.of(Instant.parse("2020-01-01T00:00:00Z"), Instant.now())) {
      replace("easel-tui.jar", program("two"), time);
      assertEquals("two book\n", clone.easel("models").output(), time.toString());
      replace("lib/domain.jar", library("shelf"), time);
      assertEquals("two shelf\n", clone.easel("models").output(), time.toString());
      replace("easel-tui.jar", program("one"), time.plusSeconds(10));
      replace("lib/domain.jar", library("book"), time.plusSeconds(10));
      assertEquals("one book\n", clone.easel("models").output(), time.toString());
    }
  }

  private void replace(String jar, Path other, Instant time) throws IOException {
    Path replaced = archive().resolveSibling(jar);
    Files.copy(other, replaced, StandardCopyOption.REPLACE_EXISTING);
    Files.setLastModifiedTime(replaced, FileTime.from(time));
  }

  @Test
  void aDamagedArchiveIsOnlySlow() throws Exception {
    clone.easel("models");
    byte[] damaged = Files.readAllBytes(archive());
    Arrays.fill(damaged, 0, damaged.length / 2, (byte) 7);
    Files.write(archive(), damaged);

    Clone.Run run = clone.easel("models");

    assertEquals("one book\n", run.output());
    assertEquals("", run.errors());
  }
}
