package dev.easel.adapter.persistence;

import dev.easel.config.LogSettings;
import dev.easel.domain.ledger.BookFinding;
import dev.easel.domain.ledger.GenerationLog;
import dev.easel.domain.ledger.LogUnavailable;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.ZoneId;
import java.util.Arrays;
import java.util.Optional;

/// Opens logs. Safe for use by several threads.
public final class GenerationLogs {

  private static final byte[] SQLITE = "SQLite format 3\0".getBytes(StandardCharsets.US_ASCII);

  private GenerationLogs() {}

  /// Opens the log, or makes it, with its directory, when it is not there. The same log may be open
  /// several times, in this process and in others.
  ///
  /// @throws LogUnavailable when it cannot be used
  public static GenerationLog open(LogSettings settings) {
    return switch (settings.backend()) {
      case SQLITE -> SqliteOpening.open(settings);
      case JSONL -> jsonl(settings);
    };
  }

  /// Loads what opening a log and reading its entries will take, for a caller that does something
  /// else meanwhile. What cannot be loaded is told by [#open].
  public static void prepare() {
    SqliteFile.prepare();
    JsonFields.prepare();
  }

  /// Whether there is something in the place of the log.
  public static boolean exists(LogSettings settings) {
    return Files.exists(settings.path());
  }

  /// What is known to be missed of a log that is not there.
  public static Optional<BookFinding> missed(LogSettings settings) {
    Path witness =
        switch (settings.backend()) {
          case SQLITE -> new SqliteFile(settings.path().toAbsolutePath().normalize()).witness();
          case JSONL -> JsonlPlaces.ofMissing(settings.path()).witness();
        };
    return LogWitness.read(witness).missed(witness, null);
  }

  /// The lines of a file as records, oldest first as they stand there; it is opened as no log, so
  /// it stays as it is. Reading it throws [LogUnavailable] when it cannot be read.
  ///
  /// @param zone of timestamps that name none
  public static GenerationLog.Records lines(Path file, ZoneId zone) {
    return JsonlExport.of(file, zone);
  }

  private static GenerationLog jsonl(LogSettings settings) {
    if (Files.isRegularFile(settings.path()) && isSqlite(settings.path())) {
      throw new LogUnavailable(
          LogUnavailable.Reason.UNUSABLE,
          settings.path()
              + " is an SQLite database and no JSONL log;"
              + " set log.path, or log.backend to what it is");
    }
    return JsonlOpening.open(settings.path(), settings.zone());
  }

  // Lines appended to a database would destroy it.
  private static boolean isSqlite(Path file) {
    try (InputStream bytes = Files.newInputStream(file)) {
      return Arrays.equals(SQLITE, bytes.readNBytes(SQLITE.length));
    } catch (IOException unreadable) {
      throw LogFailures.of(file, unreadable);
    }
  }
}
