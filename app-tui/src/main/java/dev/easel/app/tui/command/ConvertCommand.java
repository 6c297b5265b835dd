package dev.easel.app.tui.command;

import dev.easel.app.tui.text.Figures;
import dev.easel.config.LogBackend;
import dev.easel.config.LogSettings;
import dev.easel.config.Settings;
import dev.easel.domain.image.Fields;
import dev.easel.domain.image.Nullable;
import dev.easel.domain.ledger.GenerationLog;
import java.nio.file.Path;
import java.util.Locale;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/// `easel convert`.
@Command(
    name = "convert",
    header = "Copy the log into a new one of the other kind.",
    sortOptions = false,
    footer = {
      "",
      "The old log stays as it is. Nothing uses the new one before the configuration names it.",
      "",
      "Examples:",
      "  easel convert --to jsonl",
      "  easel convert --to sqlite --path /data/easel.db",
    })
final class ConvertCommand implements Callable<Integer> {

  private final Session session;

  @Option(names = "--to", required = true, paramLabel = "KIND", description = "jsonl or sqlite.")
  private String kind = "";

  @Option(
      names = "--path",
      paramLabel = "FILE",
      description = "The new log's file; the usual place unless said.")
  private @Nullable String path;

  ConvertCommand(Session session) {
    this.session = session;
  }

  @Override
  public Integer call() {
    LogSettings from = session.settings().log();
    LogBackend backend = backend();
    Path standard = Settings.logPath(session.settings().dataDirectory(), backend);
    Path place = path == null ? standard : session.surroundings().path(path);
    LogSettings to = new LogSettings(backend, place, null);
    check(from, to);
    try (GenerationLog target = opened(to)) {
      long added = target.add(session.log()::export);
      long keys = target.remember(session.log()::keys);
      session.log().facts().all().forEach(target::declare);
      tell(added, keys, to, standard);
    }
    return ExitCode.DONE;
  }

  private LogBackend backend() {
    return switch (kind.toLowerCase(Locale.ROOT)) {
      case "jsonl" -> LogBackend.JSONL;
      case "sqlite" -> LogBackend.SQLITE;
      default -> throw CommandFailure.wrong("--to is jsonl or sqlite, not '" + kind + "'");
    };
  }

  private void check(LogSettings from, LogSettings to) {
    if (!session.wiring().logExists(from)) {
      throw CommandFailure.wrong("there is no log " + from.path() + " to convert yet");
    }
    if (session.wiring().logExists(to)) {
      throw CommandFailure.wrong(
          to.path() + " exists, and convert writes only new logs; name another with --path");
    }
    long running = session.log().condition().running();
    if (running > 0) {
      throw CommandFailure.wrong(
          Figures.counted(running, "request is", "requests are")
              + " running; convert when they have ended");
    }
  }

  private GenerationLog opened(LogSettings to) {
    return session.wiring().log(new LogSettings(to.backend(), to.path(), session.log().zone()));
  }

  private void tell(long added, long keys, LogSettings to, Path standard) {
    String backend = "log.backend=" + kind.toLowerCase(Locale.ROOT);
    String place = to.path().equals(standard) ? null : "log.path=" + to.path();
    if (session.json()) {
      session.print(
          Fields.NONE
              .with("records", added)
              .with("keys", keys)
              .with("log", to.path().toString())
              .with("configuration", place == null ? backend : backend + "\n" + place));
      return;
    }
    session.print(
        "%s and %s in %s"
            .formatted(
                Figures.counted(added, "record", "records"),
                Figures.counted(keys, "idempotency key", "idempotency keys"),
                to.path()));
    session.print("To use it, put this into easel.properties:");
    session.print("  " + backend);
    if (place != null) {
      session.print("  " + place);
    }
  }
}
