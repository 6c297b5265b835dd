package dev.easel.app.tui.dashboard.work;

import dev.easel.app.tui.dashboard.state.Effect;
import dev.easel.app.tui.dashboard.state.Event;
import dev.easel.app.tui.dashboard.state.Message.Severity;
import dev.easel.app.tui.export.Export;
import dev.easel.app.tui.text.Figures;
import dev.easel.domain.ledger.EntryId;
import dev.easel.domain.ledger.GenerationLog;
import dev.easel.domain.ledger.Query;
import dev.easel.domain.usecase.Time;
import java.io.IOException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Path;
import java.util.Set;
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
    try {
      long count = export(wanted).to(file);
      tell(Severity.SUCCESS, Figures.counted(count, "entry", "entries") + " in " + file);
    } catch (FileAlreadyExistsException _) {
      tell(Severity.ERROR, file + " exists; another name is needed");
    } catch (IOException failed) {
      tell(Severity.ERROR, file + " cannot be written: " + failed.getMessage());
    }
  }

  private Export export(Effect.Export wanted) {
    Query query = Query.parse(wanted.query(), log.zone(), time.now());
    Set<EntryId> only = wanted.only();
    return new Export(
        log,
        wanted.format(),
        entry -> (only.isEmpty() || only.contains(entry.id())) && query.matches(entry),
        false);
  }

  private void tell(Severity severity, String text) {
    events.accept(new Event.Told(severity, text));
  }
}
