package dev.easel.adapter.persistence;

import dev.easel.config.LogBackend;
import dev.easel.config.LogSettings;
import dev.easel.domain.ledger.DurableLogContract;
import dev.easel.domain.ledger.GenerationLog;
import dev.easel.domain.ledger.GenerationLogContract;
import dev.easel.domain.ledger.LogOpener;
import java.nio.file.Path;
import java.time.ZoneId;
import java.util.UUID;
import org.junit.jupiter.api.io.TempDir;

class SqliteGenerationLogTest implements GenerationLogContract, DurableLogContract {

  @TempDir Path directory;

  @Override
  public GenerationLog open(ZoneId zone) {
    return new Opener().open(directory.resolve(UUID.randomUUID().toString()), zone);
  }

  @Override
  public Class<? extends LogOpener> opener() {
    return Opener.class;
  }

  static final class Opener implements LogOpener {
    @Override
    public GenerationLog open(Path directory, ZoneId zone) {
      Path path = directory.resolve("easel.db");
      return GenerationLogs.open(new LogSettings(LogBackend.SQLITE, path, zone));
    }
  }
}
