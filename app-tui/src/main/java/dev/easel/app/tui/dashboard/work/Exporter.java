package dev.easel.app.tui.dashboard.work;

import dev.easel.app.tui.dashboard.state.Effect;
import dev.easel.app.tui.dashboard.state.Event;
import dev.easel.app.tui.dashboard.state.Message.Severity;
import dev.easel.app.tui.export.EntryWriter;
import dev.easel.app.tui.text.Figures;
import dev.easel.domain.ledger.GenerationLog;
import dev.easel.domain.ledger.LogRecord;
import dev.easel.domain.ledger.Query;
import dev.easel.domain.usecase.Time;
import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.function.Consumer;
import java.util.function.UnaryOperator;

/// Writes entries to a file that was not there before.
final class Exporter {

  private final GenerationLog log;
  private final Time time;
  private final UnaryOperator<Path> path;
  private final Consumer<Event> events;

  Exporter(GenerationLog log, Time time, UnaryOperator<Path> path, Consumer<Event> events) {
    this.log = log;
    this.time = time;
    this.path = path;
    this.events = events;
  }

  void write(Effect.Export wanted) {
    Path file = path.apply(Path.of(wanted.file()));
    try (PrintStream out =
        new PrintStream(
            new BufferedOutputStream(Files.newOutputStream(file, StandardOpenOption.CREATE_NEW)),
            false,
            StandardCharsets.UTF_8)) {
      long count = write(wanted, out);
      out.flush();
      if (out.checkError()) {
        throw new IOException("the disk is full, or it cannot be written");
      }
      tell(Severity.SUCCESS, Figures.counted(count, "entry", "entries") + " in " + file);
    } catch (FileAlreadyExistsException _) {
      tell(Severity.ERROR, file + " exists; another name is needed");
    } catch (IOException failed) {
      tell(Severity.ERROR, file + " cannot be written: " + failed.getMessage());
    }
  }

  private long write(Effect.Export wanted, PrintStream out) {
    Query query = Query.parse(wanted.query(), log.zone(), time.now());
    EntryWriter writer = wanted.format().writer(out);
    long[] count = {0};
    writer.begin();
    log.export(record -> {
      switch (record) {
        case LogRecord.Whole(var entry) -> {
          boolean meant = wanted.only().isEmpty() || wanted.only().contains(entry.id());
          if (meant && query.matches(entry)) {
            writer.entry(entry);
            count[0]++;
          }
        }
        case LogRecord.Raw _ -> {}
      }
    });
    writer.end(count[0]);
    return count[0];
  }

  private void tell(Severity severity, String text) {
    events.accept(new Event.Told(severity, text));
  }
}
