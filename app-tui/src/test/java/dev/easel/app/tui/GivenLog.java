package dev.easel.app.tui;

import dev.easel.app.tui.command.Wiring;
import dev.easel.config.LogSettings;
import dev.easel.config.Settings;
import dev.easel.domain.image.Nullable;
import dev.easel.domain.image.ProviderProbe;
import dev.easel.domain.ledger.BookFinding;
import dev.easel.domain.ledger.GenerationLog;
import dev.easel.domain.ledger.PictureStore;
import dev.easel.domain.usecase.Studio;
import java.io.IOException;
import java.nio.file.Path;
import java.time.ZoneId;
import java.util.Optional;

/// The wiring of always, but for the log, which is given and there.
record GivenLog(GenerationLog log) implements Wiring {

  @Override
  public GenerationLog log(LogSettings settings) {
    return log;
  }

  @Override
  public boolean logExists(LogSettings settings) {
    return true;
  }

  @Override
  public Optional<BookFinding> missed(LogSettings settings) {
    return Optional.empty();
  }

  @Override
  public Catalogue catalogue(@Nullable Path userFile) {
    return TerminalMain.wiring().catalogue(userFile);
  }

  @Override
  public GenerationLog.Records lines(Path file, ZoneId zone) {
    return TerminalMain.wiring().lines(file, zone);
  }

  @Override
  public PictureStore pictures(Path directory) {
    return TerminalMain.wiring().pictures(directory);
  }

  @Override
  public void recover(Path pictures, GenerationLog given) {
    TerminalMain.wiring().recover(pictures, given);
  }

  @Override
  public Studio studio(
      Settings settings, Catalogue catalogue, GenerationLog books, PictureStore pictures) {
    return TerminalMain.wiring().studio(settings, catalogue, books, pictures);
  }

  @Override
  public Sandbox sandbox(SandboxWish wish, Catalogue catalogue) throws IOException {
    return TerminalMain.wiring().sandbox(wish, catalogue);
  }

  @Override
  public String faults() {
    return TerminalMain.wiring().faults();
  }

  @Override
  public ProviderProbe probe(Settings settings) {
    return TerminalMain.wiring().probe(settings);
  }
}
