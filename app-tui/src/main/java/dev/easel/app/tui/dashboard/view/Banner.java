package dev.easel.app.tui.dashboard.view;

import dev.easel.app.tui.dashboard.state.Books;
import dev.easel.app.tui.dashboard.state.Connection;
import dev.easel.app.tui.dashboard.state.World;
import dev.easel.app.tui.screen.Canvas;
import dev.easel.app.tui.screen.Role;
import dev.easel.app.tui.text.Cells;
import dev.easel.app.tui.text.VisibleText;
import dev.easel.domain.cost.BudgetLevel;
import dev.easel.domain.cost.BudgetReport;
import dev.easel.domain.cost.Standing;
import java.util.Optional;
import java.util.stream.Stream;

/// One line on every tab for what must not be overlooked.
final class Banner {

  private Banner() {}

  /// What it says.
  private record Line(String text, Role role) {}

  /// Draws it if there is something to say.
  ///
  /// @return how many rows it takes, 0 or 1
  static int draw(Canvas canvas, Scene scene) {
    Optional<Line> line = line(scene);
    line.ifPresent(
        said -> canvas.text(1, 0, Cells.shortened(said.text(), canvas.columns() - 2), said.role()));
    return line.isPresent() ? 1 : 0;
  }

  private static Optional<Line> line(Scene scene) {
    Books books = scene.state().books();
    if (books.trouble() != null) {
      return Optional.of(new Line("! " + VisibleText.line(books.trouble()), Role.BAD));
    }
    return budget(books).or(() -> connection(scene.state().world()));
  }

  private static Optional<Line> budget(Books books) {
    if (books.sheet() == null) {
      return Optional.empty();
    }
    BudgetReport report = books.sheet().budget();
    return Stream.of(Optional.ofNullable(report.day()), Optional.ofNullable(report.month()))
        .flatMap(Optional::stream)
        .flatMap(line -> line.standing().stream())
        .filter(standing -> standing.level() != BudgetLevel.OK)
        .max(java.util.Comparator.comparingLong(Standing::percent))
        .map(Banner::budget);
  }

  private static Line budget(Standing standing) {
    String warning = "! " + standing.warning().orElse("");
    return standing.level() == BudgetLevel.REACHED
        ? new Line(warning + "; new requests are refused; ! raises it", Role.BAD)
        : new Line(warning, Role.WARNING);
  }

  private static Optional<Line> connection(World world) {
    return switch (world.connection()) {
      case Connection.Offline(String reason, _) ->
          Optional.of(
              new Line(
                  "○ offline, R tries again: "
                      + VisibleText.line(reason)
                      + ". Log, pictures and statistics keep working",
                  Role.WARNING));
      case Connection.Untried _, Connection.Online _ ->
          Optional.ofNullable(world.house().keyMissing())
              .map(sentence -> new Line("○ " + sentence, Role.WARNING));
    };
  }
}
