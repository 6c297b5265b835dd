package dev.easel.domain.usecase;

import dev.easel.domain.ledger.Ending;
import dev.easel.domain.ledger.Entry;
import dev.easel.domain.ledger.EntryId;
import dev.easel.domain.ledger.GenerationLog;
import dev.easel.domain.ledger.LogUnavailable;
import java.util.List;
import java.util.function.BiFunction;

/// Ends reserved entries. An end that the log cannot take, because its disk is full or held by
/// others, is not forgotten: it is tried again while this process lives, so that the entry gets its
/// real cost once the trouble has passed. Should the process end before, the entry becomes unknown,
/// unless its ending is kept with a picture.
final class FinishEntry {

  private final GenerationLog log;
  private final Background background;

  FinishEntry(GenerationLog log, Background background) {
    this.log = log;
    this.background = background;
  }

  /// An entry that ended.
  ///
  /// @param entry as it is in the log, or will be
  /// @param troubles one sentence when the log does not have it yet, else none
  record Finished(Entry entry, List<String> troubles) {}

  /// Ends an entry. Never throws for what a log can do.
  Finished finish(Entry entry, Ending ending) {
    return finish(
        entry,
        ending,
        log::finish,
        () -> {},
        "Easel tries again while it runs, and should it end before, the entry is unknown and has to"
            + " be settled by hand");
  }

  /// The same for an ending that is kept with a picture until the log has it, or never will.
  ///
  /// @param closing lets go of it
  Finished finishKept(Entry entry, Ending ending, Runnable closing) {
    return finish(
        entry,
        ending,
        log::finishKept,
        closing,
        "Easel tries again while it runs, and when it is started again");
  }

  private Finished finish(
      Entry entry,
      Ending ending,
      BiFunction<EntryId, Ending, Entry> inLog,
      Runnable closing,
      String outlook) {
    boolean open = false;
    try {
      return new Finished(inLog.apply(entry.id(), ending), List.of());
    } catch (LogUnavailable unavailable) {
      open = true;
      background.until(() -> finished(entry.id(), ending, closing));
      String trouble = "the entry could not be finished yet (%s); " + outlook;
      return new Finished(
          entry.ended(ending), List.of(trouble.formatted(unavailable.getMessage())));
    } catch (RuntimeException unexpected) { // the entry is gone, or has ended without us
      return new Finished(
          entry.ended(ending),
          List.of("the entry could not be finished: " + unexpected.getMessage()));
    } finally {
      if (!open) {
        closing.run();
      }
    }
  }

  private boolean finished(EntryId id, Ending ending, Runnable closing) {
    boolean finished = finished(id, ending);
    if (finished) {
      closing.run();
    }
    return finished;
  }

  private boolean finished(EntryId id, Ending ending) {
    try {
      log.finish(id, ending);
      return true;
    } catch (LogUnavailable _) {
      return false;
    } catch (RuntimeException _) {
      return true; // gone, ended without us, or the log is closed: there is nothing left to do
    }
  }
}
