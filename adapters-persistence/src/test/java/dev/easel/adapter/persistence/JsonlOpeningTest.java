package dev.easel.adapter.persistence;

import static dev.easel.domain.ledger.LogContract.MORNING;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.easel.domain.ledger.Endings;
import dev.easel.domain.ledger.GenerationLog;
import dev.easel.domain.ledger.IntentDraft;
import dev.easel.domain.ledger.LogContract;
import dev.easel.domain.ledger.LogUnavailable;
import dev.easel.domain.ledger.Query;
import java.io.IOException;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Where a log can lie, and what is said where it cannot.
final class JsonlOpeningTest {

  @TempDir private Path directory;

  @Test
  void onlyTheOwnerMayReadWhatIsMade() throws IOException {
    Path deep = directory.resolve("data").resolve("easel");
    try (GenerationLog log = JsonlLogs.open(deep, JsonlDisk.REAL, JsonlLogs.TINY)) {
      log.finish(LogContract.reserved(log, IntentDraft.at(MORNING, 1)).id(), Endings.released());
      assertEquals(List.of(), open(directory.resolve("data")));
    }
    assertEquals(List.of(), open(directory.resolve("data")));
    assertTrue(Files.exists(JsonlLogs.side(deep, "index")));
    assertTrue(Files.exists(JsonlLogs.side(deep, "words")));
  }

  // The log writes meanwhile: what has gone again when its turn comes is nobody's.
  private static List<Path> open(Path root) throws IOException {
    List<Path> open = new ArrayList<>();
    Files.walkFileTree(
        root,
        new SimpleFileVisitor<>() {
          @Override
          public FileVisitResult preVisitDirectory(Path directory, BasicFileAttributes its) {
            return visitFile(directory, its);
          }

          @Override
          public FileVisitResult visitFile(Path file, BasicFileAttributes its) {
            if (!permissions(file).endsWith("------")) {
              open.add(file);
            }
            return FileVisitResult.CONTINUE;
          }

          @Override
          public FileVisitResult visitFileFailed(Path file, IOException failed) throws IOException {
            if (failed instanceof NoSuchFileException) {
              return FileVisitResult.CONTINUE;
            }
            throw failed;
          }
        });
    return open;
  }

  private static String permissions(Path file) {
    try {
      return PosixFilePermissions.toString(Files.getPosixFilePermissions(file));
    } catch (IOException gone) {
      return "---------";
    }
  }

  @Test
  void aDirectoryInItsPlaceIsRefusedInOneSentence() throws IOException {
    Files.createDirectory(JsonlLogs.file(directory));

    assertSays("is a directory", () -> JsonlLogs.open(directory));
  }

  @Test
  void aFileInThePlaceOfItsDirectoryIsRefusedInOneSentence() throws IOException {
    Path file = Files.createFile(directory.resolve("file"));

    assertSays("must be a directory", () -> JsonlLogs.open(file));
  }

  private static void assertSays(String words, Runnable opening) {
    LogUnavailable refused = assertThrows(LogUnavailable.class, opening::run);
    assertEquals(LogUnavailable.Reason.UNUSABLE, refused.reason());
    String message = String.valueOf(refused.getMessage());
    assertTrue(message.contains(words), message);
    assertEquals(1, message.lines().count());
  }

  @Test
  void aLinkLeadsToTheSameLogAsItsTarget() throws IOException {
    Path link = directory.resolve("link.jsonl");
    try (GenerationLog log = JsonlLogs.open(directory)) {
      Files.createSymbolicLink(link, JsonlLogs.file(directory));
      try (GenerationLog linked = JsonlOpening.open(link, ZoneOffset.UTC)) {
        LogContract.reserved(linked, IntentDraft.at(MORNING, 1));

        assertEquals(1, log.condition().running());
      }
    }
    assertTrue(Files.notExists(directory.resolve("link.jsonl.easel")));
  }

  @Test
  void aClosedLogSaysSo() {
    GenerationLog log = JsonlLogs.open(directory);
    log.close();
    log.close();

    assertThrows(IllegalStateException.class, () -> log.statistics(Query.EVERYTHING));
    assertThrows(
        IllegalStateException.class, () -> LogContract.reserved(log, IntentDraft.at(MORNING, 1)));
  }

  @Test
  void aLogThatIsOnlyReadLeavesNoOwner() throws IOException {
    try (GenerationLog log = JsonlLogs.open(directory)) {
      assertEquals(0, log.condition().entries());
      assertTrue(Files.notExists(JsonlLogs.side(directory, "owners")));
      LogContract.reserved(log, IntentDraft.at(MORNING, 1));
      assertEquals(1, owners());
    }
    assertEquals(0, owners());
  }

  private long owners() throws IOException {
    try (Stream<Path> files = Files.list(JsonlLogs.side(directory, "owners"))) {
      return files.count();
    }
  }

  @Test
  void anInterruptedCallerStillGetsItsAnswerAndHarmsNobody() {
    try (GenerationLog log = JsonlLogs.open(directory)) {
      Thread.currentThread().interrupt();
      LogContract.reserved(log, IntentDraft.at(MORNING, 1));
      assertEquals(1, log.condition().running());
      assertTrue(Thread.interrupted());
      LogContract.reserved(log, IntentDraft.at(MORNING, 2));
      assertEquals(2, log.condition().running());
    }
  }
}
