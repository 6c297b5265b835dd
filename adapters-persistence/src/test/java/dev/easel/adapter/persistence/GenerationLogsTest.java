package dev.easel.adapter.persistence;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.easel.config.LogBackend;
import dev.easel.config.LogSettings;
import dev.easel.domain.ledger.LogUnavailable;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.ZoneOffset;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class GenerationLogsTest {

  @TempDir Path directory;

  @Test
  void aDatabaseIsNotTakenForLinesAndStaysAsItIs() throws IOException {
    Path file = directory.resolve("easel.db");
    GenerationLogs.open(new LogSettings(LogBackend.SQLITE, file, ZoneOffset.UTC)).close();
    byte[] before = Files.readAllBytes(file);
    LogUnavailable refused =
        assertThrows(
            LogUnavailable.class,
            () -> GenerationLogs.open(new LogSettings(LogBackend.JSONL, file, ZoneOffset.UTC)));
    assertEquals(LogUnavailable.Reason.UNUSABLE, refused.reason());
    assertTrue(refused.getMessage().contains("log.backend"), refused.getMessage());
    assertArrayEquals(before, Files.readAllBytes(file));
  }
}
