package dev.easel.adapter.persistence;

import dev.easel.config.LogSettings;
import dev.easel.domain.ledger.GenerationLog;
import dev.easel.domain.ledger.LogUnavailable;
import java.nio.file.Files;

/// Opens logs. Safe for use by several threads.
public final class GenerationLogs {

  private GenerationLogs() {}

  /// Opens the log, or makes it, with its directory, when it is not there. The same log may be open
  /// several times, in this process and in others.
  ///
  /// @throws LogUnavailable when it cannot be used
  public static GenerationLog open(LogSettings settings) {
    return switch (settings.backend()) {
      case SQLITE -> SqliteGenerationLog.open(settings);
      case JSONL -> jsonl(settings);
    };
  }

  /// Whether there is something in the place of the log.
  public static boolean exists(LogSettings settings) {
    return Files.exists(settings.path());
  }

  private static GenerationLog jsonl(LogSettings settings) {
    return JsonlOpening.open(settings.path(), settings.zone());
  }
}
