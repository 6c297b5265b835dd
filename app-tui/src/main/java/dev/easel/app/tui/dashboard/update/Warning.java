package dev.easel.app.tui.dashboard.update;

import dev.easel.app.tui.dashboard.state.Books;
import dev.easel.app.tui.dashboard.state.Connection;
import dev.easel.app.tui.dashboard.state.State;
import dev.easel.app.tui.dashboard.state.World;
import dev.easel.app.tui.screen.Role;
import dev.easel.app.tui.text.VisibleText;
import dev.easel.domain.cost.BudgetLevel;
import dev.easel.domain.cost.BudgetReport;
import dev.easel.domain.cost.Standing;
import java.util.Comparator;
import java.util.Optional;
import java.util.stream.Stream;

/// What must not be overlooked, and stands above every tab.
public record Warning(String text, Role role) {

  /// What there is to say, if anything.
  public static Optional<Warning> of(State state) {
    Books books = state.books();
    if (books.trouble() != null) {
      return Optional.of(new Warning("! " + VisibleText.line(books.trouble()), Role.BAD));
    }
    return budget(books).or(() -> connection(state.world()));
  }

  private static Optional<Warning> budget(Books books) {
    if (books.sheet() == null) {
      return Optional.empty();
    }
    BudgetReport report = books.sheet().budget();
    return Stream.of(Optional.ofNullable(report.day()), Optional.ofNullable(report.month()))
        .flatMap(Optional::stream)
        .flatMap(line -> line.standing().stream())
        .filter(standing -> standing.level() != BudgetLevel.OK)
        .max(Comparator.comparingLong(Standing::percent))
        .map(Warning::reached);
  }

  private static Warning reached(Standing standing) {
    String warning = "! " + standing.warning().orElse("");
    return standing.level() == BudgetLevel.REACHED
        ? new Warning(warning + "; new requests are refused; ! raises it", Role.BAD)
        : new Warning(warning, Role.WARNING);
  }

  private static Optional<Warning> connection(World world) {
    return switch (world.connection()) {
      case Connection.Offline(String reason, _) ->
          Optional.of(
              new Warning(
                  "○ offline, R tries again: "
                      + VisibleText.line(reason)
                      + ". Log, pictures and statistics keep working",
                  Role.WARNING));
      case Connection.Untried _, Connection.Online _ ->
          Optional.ofNullable(world.house().keyMissing())
              .map(sentence -> new Warning("○ " + sentence, Role.WARNING));
    };
  }
}
