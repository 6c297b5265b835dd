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
import java.util.Optional;
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
    clone.buildWithJdk(program("one"));
  }

  /// A program that says this word, as a jar.
  private Path program(String word) throws IOException {
    Path classes = Files.createDirectories(folder.resolve(word));
    Path source = classes.resolve("TerminalMain.java");
    Files.writeString(
        source,
        """
        package dev.easel.app.tui;

        class TerminalMain {
          public static void main(String[] arguments) {
            System.out.println(Words.said());
          }
        }

        class Words {
          static String said() {
            return "%s";
          }
        }

        class TrainingMain {
          public static void main(String[] arguments) {
            TerminalMain.main(arguments);
          }
        }
        """
            .formatted(word));
    run(ToolProvider.findFirst("javac"), "-d", classes.toString(), source.toString());
    Path jar = folder.resolve(word + ".jar");
    String main = "dev.easel.app.tui.TerminalMain";
    run(
        ToolProvider.findFirst("jar"),
        "cfe",
        jar.toString(),
        main,
        "-C",
        classes.toString(),
        "dev");
    return jar;
  }

  private static void run(Optional<ToolProvider> tool, String... arguments) {
    assertEquals(0, tool.orElseThrow().run(System.out, System.err, arguments));
  }

  @Test
  void classesComeFromTheArchive() throws Exception {
    assertEquals("one\n", clone.easel("models").output());

    String loaded = loadedFromArchive();

    assertTrue(loaded.contains("dev.easel.app.tui.Words source: shared objects file"), loaded);
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
    assertEquals("one\n", clone.easel("models").output());
    clone.buildWithJdk(program("two"));
    clone.touchLater("domain/src/main/java/Money.java");

    assertEquals("two\n", clone.easel("models").output());
    assertEquals("two\n", clone.easel("models").output());
  }

  @Test
  void aJarThatWasReplacedUnderItsArchiveRunsItsOwnClasses() throws Exception {
    assertEquals("one\n", clone.easel("models").output());
    for (Instant time : List.of(Instant.parse("2020-01-01T00:00:00Z"), Instant.now())) {
      replaceJar(program("two"), time);
      assertEquals("two\n", clone.easel("models").output(), time.toString());
      replaceJar(program("one"), time.plusSeconds(10));
      assertEquals("one\n", clone.easel("models").output(), time.toString());
    }
  }

  private void replaceJar(Path program, Instant time) throws IOException {
    Path jar = archive().resolveSibling("easel-tui.jar");
    Files.copy(program, jar, StandardCopyOption.REPLACE_EXISTING);
    Files.setLastModifiedTime(jar, FileTime.from(time));
  }

  @Test
  void aDamagedArchiveIsOnlySlow() throws Exception {
    clone.easel("models");
    byte[] damaged = Files.readAllBytes(archive());
    Arrays.fill(damaged, 0, damaged.length / 2, (byte) 7);
    Files.write(archive(), damaged);

    Clone.Run run = clone.easel("models");

    assertEquals("one\n", run.output());
    assertEquals("", run.errors());
  }
}
