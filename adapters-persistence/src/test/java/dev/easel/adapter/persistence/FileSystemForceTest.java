package dev.easel.adapter.persistence;

import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class FileSystemForceTest {

  @TempDir private Path directory;

  @Test
  void isForKernelsThatSayWhatCouldNotBeWritten() {
    assertFalse(FileSystemForce.isRecent("4.19.0"));
    assertFalse(FileSystemForce.isRecent("5.10.0-28-amd64"));
    assertTrue(FileSystemForce.isRecent("5.11.0"));
    assertTrue(FileSystemForce.isRecent("6.1"));
    assertTrue(FileSystemForce.isRecent("10.0.1-microsoft"));
    assertFalse(FileSystemForce.isRecent("unknown"));
  }

  @Test
  void forcesAFileSystemThatItKnows() throws IOException {
    try (FileSystemForce force = FileSystemForce.of(directory)) {
      assumeTrue(force != null, "this file system cannot be forced as a whole");
      assertNotNull(force);
      Files.write(directory.resolve("file"), new byte[1_000]);
      force.force();
    }
  }

  @Test
  void saysThatItFailed() throws IOException {
    FileSystemForce force = FileSystemForce.of(directory);
    assumeTrue(force != null, "this file system cannot be forced as a whole");
    assertNotNull(force);
    force.close();

    assertThrows(IOException.class, force::force);
  }

  @Test
  void leavesOthersAlone() throws IOException {
    assumeTrue(Files.isDirectory(Path.of("/proc/self")), "there is no such file system");

    assertNull(FileSystemForce.of(Path.of("/proc/self")));
  }
}
