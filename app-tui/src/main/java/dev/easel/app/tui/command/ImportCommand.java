package dev.easel.app.tui.command;

import dev.easel.app.tui.text.Figures;
import dev.easel.config.LogBackend;
import dev.easel.config.LogSettings;
import dev.easel.domain.image.Fields;
import dev.easel.domain.ledger.GenerationLog;
import dev.easel.domain.ledger.LogRecord;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.function.Consumer;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

/// `easel import`.
@Command(
    name = "import",
    header = "Take the entries of another log into this one.",
    sortOptions = false,
    footer = {
      "",
      "It takes logs of the demo server and of Easel, JSONL or SQLite. An entry that the log holds",
      "already is left out, so that a file can be imported again. Damaged lines come along as"
          + " text.",
      "",
      "Examples:",
      "  easel import image_generation_log.jsonl",
      "  easel import /backup/easel.db --json",
    })
final class ImportCommand implements Callable<Integer> {

  private static final String SQLITE_MAGIC = "SQLite format 3\0";

  private final Session session;

  @Parameters(paramLabel = "FILE", description = "The other log; it stays as it is.")
  private String file = "";

  ImportCommand(Session session) {
    this.session = session;
  }

  @Override
  public Integer call() {
    Path source = session.surroundings().path(file);
    boolean sqlite = isSqlite(source);
    Count read = new Count();
    long added =
        sqlite
            ? addedFrom(source, read)
            : added(session.wiring().lines(source, session.log().zone()), read);
    tell(added, read);
    return ExitCode.DONE;
  }

  private static boolean isSqlite(Path source) {
    if (!Files.isRegularFile(source)) {
      throw CommandFailure.wrong(
          Files.exists(source) ? source + " is no file" : "there is no file " + source);
    }
    try (InputStream bytes = Files.newInputStream(source)) {
      byte[] head = bytes.readNBytes(SQLITE_MAGIC.length());
      return SQLITE_MAGIC.equals(new String(head, StandardCharsets.ISO_8859_1));
    } catch (IOException _) {
      throw CommandFailure.wrong(source + " cannot be read");
    }
  }

  private long addedFrom(Path database, Count read) {
    LogSettings settings = new LogSettings(LogBackend.SQLITE, database, session.log().zone());
    try (GenerationLog other = session.wiring().log(settings)) {
      return added(other::export, read);
    }
  }

  private long added(GenerationLog.Records records, Count read) {
    GenerationLog target = session.log();
    Set<String> known = texts(target);
    return target.add(sink -> records.each(read.before(unless(known, sink))));
  }

  // Entries know each other by their ids; damaged lines only by what they say.
  private static Set<String> texts(GenerationLog log) {
    Set<String> texts = new HashSet<>();
    if (log.condition().damaged() > 0) {
      log.export(entry -> {
        if (entry instanceof LogRecord.Raw(String text, _)) {
          texts.add(text);
        }
      });
    }
    return texts;
  }

  private static Consumer<LogRecord> unless(Set<String> known, Consumer<LogRecord> sink) {
    return entry -> {
      if (!(entry instanceof LogRecord.Raw(String text, _) && known.contains(text))) {
        sink.accept(entry);
      }
    };
  }

  /// What a log holds, counted on its way.
  private static final class Count {
    private long entries;
    private long damaged;

    Consumer<LogRecord> before(Consumer<LogRecord> sink) {
      return entry -> {
        switch (entry) {
          case LogRecord.Whole _ -> entries++;
          case LogRecord.Raw _ -> damaged++;
        }
        sink.accept(entry);
      };
    }
  }

  private void tell(long added, Count read) {
    if (session.json()) {
      session.print(
          Fields.NONE
              .with("entries", read.entries)
              .with("damaged", read.damaged)
              .with("added", added)
              .with("left_out", read.entries + read.damaged - added));
      return;
    }
    session.print(
        "%s read, %s added, %s already there"
            .formatted(
                Figures.counted(read.entries, "entry", "entries"),
                Figures.counted(added, "record", "records"),
                Figures.count(read.entries + read.damaged - added)));
    if (read.damaged > 0) {
      session.print(
          Figures.counted(read.damaged, "line is", "lines are")
              + " no entry and kept as text; easel doctor tells where");
    }
  }
}
