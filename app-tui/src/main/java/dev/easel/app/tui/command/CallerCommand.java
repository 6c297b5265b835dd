package dev.easel.app.tui.command;

import dev.easel.domain.image.Fields;
import dev.easel.domain.ledger.Caller;
import dev.easel.domain.ledger.EntryFields;
import dev.easel.domain.usecase.ChangeCallers;
import dev.easel.platform.Platform;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/// `easel caller`.
@Command(
    name = "caller",
    header = "Let others use the server under a name, a token and a budget of their own.",
    synopsisSubcommandLabel = "COMMAND",
    commandListHeading = "%n",
    sortOptions = false,
    footer = {
      "",
      "A caller may make and estimate pictures and sees its own requests only.",
      "",
      "Examples:",
      "  easel caller add anna --daily-usd 2",
      "  easel caller list",
      "  easel caller renew anna             another token; the old one stops working",
      "  easel caller remove anna",
    })
final class CallerCommand implements Callable<Integer>, Commands.Parent {

  private final Session session;

  @Spec private CommandSpec spec = CommandSpec.create();

  CallerCommand(Session session) {
    this.session = session;
  }

  @Override
  public List<Object> below() {
    return List.of(
        new CallerAddCommand(session),
        new CallerListCommand(session),
        new CallerRenewCommand(session),
        new CallerRemoveCommand(session));
  }

  @Override
  public Integer call() {
    if (session.json()) {
      session.print(Fields.NONE.with("commands", List.copyOf(spec.subcommands().keySet())));
    } else {
      spec.commandLine().usage(spec.commandLine().getOut());
    }
    return ExitCode.DONE;
  }

  /// What changes callers.
  static ChangeCallers changing(Session session) {
    return new ChangeCallers(session.log(), Platform.tokens(), session.time());
  }

  /// Tells what came of a change.
  ///
  /// @return the exit code
  static int tell(Session session, ChangeCallers.Change change) {
    switch (change) {
      case ChangeCallers.Change.Admitted(Caller caller, String token) ->
          admitted(session, caller, token);
      case ChangeCallers.Change.Removed(String name) -> removed(session, name);
      case ChangeCallers.Change.Refused(String reason) ->
          throw CommandFailure.of(ExitCode.WRONG, "caller_refused", reason);
    }
    return ExitCode.DONE;
  }

  private static void admitted(Session session, Caller caller, String token) {
    if (session.json()) {
      session.print(fields(caller).with("token", token));
      return;
    }
    String label = DeliveryReport.label("caller", session.palette());
    session.print(label + session.palette().strong(caller.name()) + CallerTable.allowance(caller));
    session.print(DeliveryReport.label("token", session.palette()) + token);
    session.print(
        DeliveryReport.label("", session.palette())
            + session
                .palette()
                .faint("shown this once; to be sent as Authorization: Bearer TOKEN"));
  }

  private static void removed(Session session, String name) {
    if (session.json()) {
      session.print(Fields.NONE.with("caller", name).with("removed", true));
      return;
    }
    session.print(name + " is no caller any more; what it asked for stays in the log");
  }

  /// The fields of a caller, of which the token is none.
  static Fields fields(Caller caller) {
    return Fields.NONE
        .with("caller", caller.name())
        .with("daily_usd", EntryFields.usd(caller.daily()))
        .with("since", EntryFields.time(caller.since()));
  }
}
