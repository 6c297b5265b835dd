package dev.easel.adapter.persistence;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.easel.domain.ledger.ReadOnlyPlace;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class OwnersTest {

  @TempDir Path directory;

  @Test
  void anOwnerLivesUntilItLeaves() throws IOException {
    try (Owners watcher = Owners.enter(directory)) {
      Owners other = Owners.enter(directory);
      assertTrue(watcher.alive(watcher.id()));
      assertTrue(watcher.alive(other.id()));
      other.close();
      assertFalse(watcher.alive(other.id()));
    }
  }

  @Test
  void aNameThatNobodyEverHadIsDead() throws IOException {
    try (Owners watcher = Owners.enter(directory)) {
      assertFalse(watcher.alive("nobody"));
    }
  }

  @Test
  void aDeadOneIsDeadThoughItsFileCannotBeRemoved() throws IOException {
    Files.createFile(directory.resolve("dead"));
    try (ReadOnlyPlace _ = ReadOnlyPlace.make(directory)) {
      assertFalse(Owners.alive(directory, "dead"));
    }
  }

  @Test
  void anOwnerInAnotherProcessLivesUntilTheProcessIsKilled() throws Exception {
    Process process = child();
    String id = line(process);
    try (Owners watcher = Owners.enter(directory)) {
      assertTrue(watcher.alive(id));
      process.destroyForcibly().waitFor(10, TimeUnit.SECONDS);
      assertFalse(watcher.alive(id));
      assertFalse(Files.exists(directory.resolve(id)));
    }
  }

  @Test
  void aLookerDoesNotFreeTheLockOfAnOwnerInItsOwnProcess() throws Exception {
    try (Owners watcher = Owners.enter(directory);
        Owners other = Owners.enter(directory)) {
      assertTrue(watcher.alive(other.id()));
      Process process = child("alive", other.id());
      assertEquals("true", line(process));
      process.destroyForcibly();
    }
  }

  @Test
  void theFilesOfTheDeadAreTidiedAway() throws IOException {
    Files.createFile(directory.resolve("left-behind"));
    try (Owners watcher = Owners.enter(directory)) {
      watcher.tidy();
      assertFalse(Files.exists(directory.resolve("left-behind")));
      assertTrue(Files.exists(directory.resolve(watcher.id())));
    }
  }

  @Test
  void whoseFileWasRemovedMakesItAgainAndIsSeenToLive() throws Exception {
    try (Owners owners = Owners.enter(directory)) {
      Files.delete(directory.resolve(owners.id()));
      owners.renew();
      Process process = child("alive", owners.id());
      assertEquals("true", line(process));
      process.destroyForcibly();
    }
  }

  @Test
  void aNameInALogLeadsNowhereElse() throws IOException {
    Path elsewhere = Files.createFile(directory.resolve("letter"));
    Path owners = Files.createDirectory(directory.resolve("owners"));
    for (String name : new String[] {"../letter", elsewhere.toString(), "..", "", "a\u0000b"}) {
      assertFalse(Owners.alive(owners, name));
    }
    assertTrue(Files.exists(elsewhere));
  }

  @Test
  void onlyTheUserMaySeeThem() throws IOException {
    Path below = directory.resolve("below");
    try (Owners owners = Owners.enter(below)) {
      assertEquals("rwx------", permissions(below));
      assertEquals("rw-------", permissions(below.resolve(owners.id())));
    }
  }

  private static String permissions(Path path) throws IOException {
    return PosixFilePermissions.toString(Files.getPosixFilePermissions(path));
  }

  private Process child(String... arguments) throws IOException {
    ProcessBuilder builder =
        new ProcessBuilder(
            Path.of(System.getProperty("java.home"), "bin", "java").toString(),
            "-cp",
            System.getProperty("java.class.path"),
            Child.class.getName(),
            directory.toString());
    builder.command().addAll(java.util.List.of(arguments));
    return builder.redirectError(ProcessBuilder.Redirect.DISCARD).start();
  }

  private static String line(Process process) throws IOException {
    return java.util.Objects.requireNonNull(process.inputReader().readLine());
  }

  /// Enters, says under which name or whether another one lives, and stays.
  static final class Child {
    public static void main(String[] arguments) throws Exception {
      Owners owners = Owners.enter(Path.of(arguments[0]));
      System.out.println(arguments.length == 1 ? owners.id() : owners.alive(arguments[2]));
      Thread.sleep(60_000);
      owners.close();
    }
  }
}
