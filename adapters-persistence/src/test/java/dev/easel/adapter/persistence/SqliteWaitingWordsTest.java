package dev.easel.adapter.persistence;

import dev.easel.config.LogBackend;
import dev.easel.config.LogSettings;
import dev.easel.domain.ledger.GenerationLog;
import dev.easel.domain.ledger.GenerationLogContract;
import java.nio.file.Path;
import java.time.ZoneId;
import java.util.UUID;
import org.junit.jupiter.api.io.TempDir;

/// The contract where text search knows some entries and others not yet.
class SqliteWaitingWordsTest implements GenerationLogContract {

  @TempDir Path directory;

  @Override
  public GenerationLog open(ZoneId zone) {
    Path path = directory.resolve(UUID.randomUUID().toString()).resolve("easel.db");
    return SqliteOpening.open(new LogSettings(LogBackend.SQLITE, path, zone), 3);
  }
}
