package dev.easel.app.tui.command;

import dev.easel.app.tui.text.Palette;
import dev.easel.domain.image.Fields;
import dev.easel.domain.ledger.Caller;
import dev.easel.domain.ledger.EntryFields;
import dev.easel.domain.usecase.ChangeCallers;
import java.util.List;

/// Tells of callers: for people, or one JSON document.
record CallerReport(Session session) {

  /// Tells which there are.
  ///
  /// @return the exit code
  int list(List<Caller> callers) {
    if (session.json()) {
      session.print(
          Fields.NONE
              .with("callers", callers.stream().map(CallerReport::fields).toList())
              .with("count", callers.size()));
    } else if (callers.isEmpty()) {
      session.print("no callers; easel caller add NAME adds one");
    } else {
      session.print(new CallerTable(session, callers).lines());
    }
    return ExitCode.DONE;
  }

  /// Tells what came of a change.
  ///
  /// @return the exit code
  int tell(ChangeCallers.Change change) {
    switch (change) {
      case ChangeCallers.Change.Admitted(Caller caller, String token) -> admitted(caller, token);
      case ChangeCallers.Change.Removed(String name) -> removed(name);
      case ChangeCallers.Change.Refused(String reason) ->
          throw CommandFailure.of(ExitCode.WRONG, "caller_refused", reason);
    }
    return ExitCode.DONE;
  }

  private void admitted(Caller caller, String token) {
    if (session.json()) {
      session.print(fields(caller).with("token", token));
      return;
    }
    Palette palette = session.palette();
    session.print(
        DeliveryReport.label("caller", palette)
            + palette.strong(caller.name())
            + CallerTable.allowance(caller));
    session.print(DeliveryReport.label("token", palette) + token);
    session.print(
        DeliveryReport.label("", palette)
            + palette.faint("shown this once; to be sent as Authorization: Bearer TOKEN"));
  }

  private void removed(String name) {
    if (session.json()) {
      session.print(Fields.NONE.with("caller", name).with("removed", true));
      return;
    }
    session.print(name + " is no caller any more; what it asked for stays in the log");
  }

  /// The fields of a caller, of which the token is none.
  private static Fields fields(Caller caller) {
    return Fields.NONE
        .with("caller", caller.name())
        .with("daily_usd", EntryFields.usd(caller.daily()))
        .with("since", EntryFields.time(caller.since()));
  }
}
