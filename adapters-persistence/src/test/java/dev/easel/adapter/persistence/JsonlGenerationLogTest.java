package dev.easel.adapter.persistence;

import dev.easel.config.LogBackend;
import dev.easel.config.LogSettings;
import dev.easel.domain.ledger.DurableLogContract;
import dev.easel.domain.ledger.GenerationLog;
import dev.easel.domain.ledger.GenerationLogContract;
import dev.easel.domain.ledger.LogOpener;
import java.nio.file.Path;
import java.time.ZoneId;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.io.TempDir;

/// The log as lines of JSON keeps both contracts.
final class JsonlGenerationLogTest implements GenerationLogContract, DurableLogContract {

  private final AtomicInteger logs = new AtomicInteger();

  @TempDir private Path directory;

  @Override
  public GenerationLog open(ZoneId zone) {
    return new Opener().open(directory.resolve("log-" + logs.incrementAndGet()), zone);
  }

  @Override
  public Class<? extends LogOpener> opener() {
    return Opener.class;
  }

  /// Opens the log of a directory as users do.
  static final class Opener implements LogOpener {
    @Override
    public GenerationLog open(Path directory, ZoneId zone) {
      Path file = directory.resolve("image_generation_log.jsonl");
      return GenerationLogs.open(new LogSettings(LogBackend.JSONL, file, zone));
    }
  }
}
