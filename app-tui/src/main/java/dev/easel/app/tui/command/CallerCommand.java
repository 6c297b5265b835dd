package dev.easel.app.tui.command;

import dev.easel.domain.cost.Money;
import dev.easel.domain.image.Nullable;
import dev.easel.domain.usecase.ChangeCallers;
import dev.easel.platform.Platform;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/// `easel caller` and what is below it.
@Command(
    name = "caller",
    header = "Let others use the server under a name, a token and a budget of their own.",
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
final class CallerCommand extends CommandGroup {

  private static final String NAME = "NAME";
  private static final String NAMES = "Up to 64 letters, digits, '-', '_' or '.'.";

  private final Session session;

  CallerCommand(Session session) {
    super(session);
    this.session = session;
  }

  /// `easel caller add`.
  @Command(header = "Add a caller; its token is shown once.", sortOptions = false)
  int add(
      @Parameters(paramLabel = NAME, description = NAMES) String name,
      @Option(
              names = "--daily-usd",
              paramLabel = "USD",
              description = "The most that it may spend in a day; no limit of its own unless said.")
          @Nullable
          String daily) {
    Money cap = daily == null ? null : Dollars.notNegative("--daily-usd", daily);
    return tell(changing().add(name, cap));
  }

  /// `easel caller list`.
  @Command(header = "List the callers.", sortOptions = false)
  int list() {
    return new CallerReport(session).list(session.log().facts().callers());
  }

  /// `easel caller renew`.
  @Command(header = "Give a caller another token; the old one stops working.", sortOptions = false)
  int renew(@Parameters(paramLabel = NAME, description = NAMES) String name) {
    return tell(changing().renew(name));
  }

  /// `easel caller remove`.
  @Command(
      header = "Remove a caller: its token stops working in every process at once.",
      sortOptions = false)
  int remove(@Parameters(paramLabel = NAME, description = NAMES) String name) {
    return tell(changing().remove(name));
  }

  private ChangeCallers changing() {
    return new ChangeCallers(session.log(), Platform.tokens(), session.time());
  }

  private int tell(ChangeCallers.Change change) {
    return new CallerReport(session).tell(change);
  }
}
