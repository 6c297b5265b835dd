package dev.easel.app.tui;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.lang.classfile.ClassFile;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collections;
import java.util.List;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import picocli.CommandLine;

class RenewalMainTest {

  @TempDir private Path folder;
  private Path before;
  private Path after;

  @BeforeEach
  void renew() throws Exception {
    before = Path.of(CommandLine.class.getProtectionDomain().getCodeSource().getLocation().toURI());
    after = Files.copy(before, folder.resolve("picocli.jar"));
    RenewalMain.main(new String[] {after.toString()});
  }

  @Test
  void classFilesOfJava5BecomeSuchAsTheJvmKeepsLinked() throws IOException {
    assertTrue(oldest(before) < ClassFile.JAVA_6_VERSION);
    assertTrue(oldest(after) >= ClassFile.JAVA_6_VERSION);
  }

  private static int oldest(Path jar) throws IOException {
    try (ZipFile file = new ZipFile(jar.toFile())) {
      int oldest = Integer.MAX_VALUE;
      for (ZipEntry entry : Collections.list(file.entries())) {
        if (entry.getName().endsWith(".class")) {
          byte[] content = file.getInputStream(entry).readAllBytes();
          oldest = Math.min(oldest, ClassFile.of().parse(content).majorVersion());
        }
      }
      return oldest;
    }
  }

  @Test
  void nothingIsMissingOrAdded() throws IOException {
    assertEquals(names(before), names(after));
    try (var left = Files.list(folder)) {
      assertEquals(List.of(after), left.toList());
    }
  }

  private static List<String> names(Path jar) throws IOException {
    try (ZipFile file = new ZipFile(jar.toFile())) {
      return Collections.list(file.entries()).stream().map(ZipEntry::getName).toList();
    }
  }

  @Test
  void theJvmVerifiesThemAndTheyDoTheSame() throws Exception {
    String help = output(before);

    assertTrue(help.contains("Usage: picocli.AutoComplete"), help);
    assertEquals(help, output(after));
  }

  private static String output(Path jar) throws Exception {
    Process process =
        new ProcessBuilder(
                System.getProperty("java.home") + "/bin/java",
                "-cp",
                jar.toString(),
                "picocli.AutoComplete",
                "--help")
            .redirectErrorStream(true)
            .start();
    String output = new String(process.getInputStream().readAllBytes(), UTF_8);
    process.waitFor();
    return output;
  }
}
