package dev.easel.launcher;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.File;
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
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// Runs the launcher with the real JDK and a small program, to see which classes run.
class ClassArchiveTest {

  private static final String SERVER =
      """
      package dev.easel.app.http;

      class TrainingMain {
        public static void main(String[] arguments) throws Exception {
          var main = Class.forName("dev.easel.app.tui.TerminalMain")
              .getDeclaredMethod("main", String[].class);
          main.setAccessible(true);
          main.invoke(null, (Object) arguments);
        }
      }
      """;

  @TempDir private Path folder;
  private Clone clone;

  @BeforeEach
  void makeClone() throws IOException {
    clone = Clone.in(folder.resolve("a clone"));
    clone.buildWithJdk(program("one"), library("book"));
  }

  /// A program that says this word and that of its library, as a jar.
  private Path program(String word) throws IOException {
    return jar(
        word,
        List.of(
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
            """
                .formatted(word),
            SERVER),
        "Main-Class: dev.easel.app.tui.TerminalMain\nClass-Path: lib/domain.jar\n",
        library("book"));
  }

  /// A library that knows this word, as a jar.
  private Path library(String word) throws IOException {
    return jar(
        word,
        List.of(
            """
            package dev.easel.app.tui;

            class Library {
              static String said() {
                return "%s";
              }
            }
            """
                .formatted(word)),
        "Created-By: a test\n",
        folder);
  }

  private Path jar(String word, List<String> sources, String manifest, Path library)
      throws IOException {
    Path classes = Files.createDirectories(folder.resolve(word));
    Path lines = Files.writeString(folder.resolve("manifest"), manifest);
    Path jar = folder.resolve(word + ".jar");
    for (String source : sources) {
      Path file = Files.writeString(folder.resolve("Source.java"), source);
      String path = library + File.pathSeparator + classes;
      run("javac", "-cp", path, "-d", classes.toString(), file.toString());
    }
    run("jar", "cfm", jar.toString(), lines.toString(), "-C", classes.toString(), "dev");
    return jar;
  }

  private static void run(String tool, String... arguments) {
    ToolProvider found = ToolProvider.findFirst(tool).orElseThrow();
    assertEquals(0, found.run(System.out, System.err, arguments));
  }

  @ParameterizedTest
  @ValueSource(strings = {"models", "serve"})
  void classesComeFromTheArchive(String command) throws Exception {
    assertEquals("one book\n", clone.easel(command).output());

    String loaded = loadedFromArchive(command);

    assertTrue(loaded.contains("dev.easel.app.tui.Library source: shared objects file"), loaded);
  }

  private String loadedFromArchive(String command) throws IOException, InterruptedException {
    Path archive = archive();
    Process process =
        new ProcessBuilder(
                System.getProperty("java.home") + "/bin/java",
                "-XX:+UseSerialGC",
                "-Xlog:class+load",
                (command.equals("serve") ? "-XX:AOTCache=" : "-XX:SharedArchiveFile=") + archive,
                "-jar",
                archive.resolveSibling(jar(command)).toString())
            .start();
    String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    assertEquals(0, process.waitFor());
    return output;
  }

  private static String jar(String command) {
    return command.equals("serve") ? "easel-http.jar" : "easel-tui.jar";
  }

  private Path archive() throws IOException {
    Path builds = clone.home().resolve(".easel-build/builds");
    try (Stream<Path> files = Files.walk(builds)) {
      return files.filter(file -> file.toString().endsWith(".jsa")).findFirst().orElseThrow();
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"models", "serve"})
  void aBuildAfterwardsRunsItsOwnClasses(String command) throws Exception {
    assertEquals("one book\n", clone.easel(command).output());
    clone.buildWithJdk(program("two"), library("book"));
    clone.touchLater("domain/src/main/java/Money.java");

    assertEquals("two book\n", clone.easel(command).output());
    assertEquals("two book\n", clone.easel(command).output());
  }

  @ParameterizedTest
  @ValueSource(strings = {"models", "serve"})
  void jarsThatWereReplacedUnderTheirArchiveRunTheirOwnClasses(String command) throws Exception {
    assertEquals("one book\n", clone.easel(command).output());
    for (Instant time : List.of(Instant.parse("2020-01-01T00:00:00Z"), Instant.now())) {
      replace(jar(command), program("two"), time);
      assertEquals("two book\n", clone.easel(command).output(), time.toString());
      replace("lib/domain.jar", library("shelf"), time);
      assertEquals("two shelf\n", clone.easel(command).output(), time.toString());
      replace(jar(command), program("one"), time.plusSeconds(10));
      replace("lib/domain.jar", library("book"), time.plusSeconds(10));
      assertEquals("one book\n", clone.easel(command).output(), time.toString());
    }
  }

  private void replace(String jar, Path other, Instant time) throws IOException {
    Path replaced = archive().resolveSibling(jar);
    Files.copy(other, replaced, StandardCopyOption.REPLACE_EXISTING);
    Files.setLastModifiedTime(replaced, FileTime.from(time));
  }

  @ParameterizedTest
  @ValueSource(strings = {"models", "serve"})
  void aDamagedArchiveIsOnlySlow(String command) throws Exception {
    clone.easel(command);
    byte[] damaged = Files.readAllBytes(archive());
    Arrays.fill(damaged, 0, damaged.length / 2, (byte) 7);
    Files.write(archive(), damaged);

    Clone.Run run = clone.easel(command);

    assertEquals("one book\n", run.output());
    assertEquals("", run.errors());
  }
}
