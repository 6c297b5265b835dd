package dev.easel.app.tui.command;

import dev.easel.app.tui.dashboard.state.Books;
import dev.easel.app.tui.dashboard.state.State;
import dev.easel.app.tui.dashboard.state.World;
import dev.easel.app.tui.dashboard.view.Screen;
import dev.easel.app.tui.dashboard.work.BooksReader;
import dev.easel.app.tui.screen.Depth;
import dev.easel.app.tui.screen.Size;
import dev.easel.app.tui.screen.Theme;
import dev.easel.domain.usecase.Studio;
import java.util.ArrayList;
import java.util.List;

/// The dashboard printed once as text: for whoever reads it aloud, keeps it, or has no terminal.
final class PlainDashboard {

  private static final int USUAL_COLUMNS = 80;
  private static final int ROWS = 30;
  private static final int FOOTER_ROWS = 2;

  private final Session session;
  private final GlobalOptions globals;

  PlainDashboard(Session session, GlobalOptions globals) {
    this.session = session;
    this.globals = globals;
  }

  /// Prints the overview.
  ///
  /// @return the exit code
  int print() {
    if (session.json()) {
      throw CommandFailure.wrong("--plain prints text; easel stats --json has the figures");
    }
    Surroundings surroundings = session.surroundings();
    int columns =
        surroundings.terminals().out()
            ? Math.max(World.SMALLEST.columns(), surroundings.columns().getAsInt())
            : USUAL_COLUMNS;
    Size size = new Size(columns, ROWS);
    Theme theme =
        Theme.of(Theme.Name.TERMINAL, Depth.NONE, globals.ascii(), surroundings.environment());
    List<String> lines =
        new ArrayList<>(Screen.render(read(size), size, theme, session.time().now()).text());
    lines.subList(ROWS - FOOTER_ROWS, ROWS).clear();
    lines.forEach(line -> session.print(drawn(line, theme).stripTrailing()));
    return ExitCode.DONE;
  }

  private State read(Size size) {
    Studio studio = session.studio(Wiring.SandboxWish.QUIET);
    State state = new HouseReading(session).beginning(size);
    Books.Sheet sheet = new BooksReader(studio).read(state.place().range());
    return state
        .with(state.world().opened(new HouseReading(session).house(studio.log().zone())))
        .with(Books.CLOSED.read(sheet));
  }

  private static String drawn(String line, Theme theme) {
    return theme.ascii()
        ? String.join(
            "", line.codePoints().mapToObj(Character::toString).map(theme::drawn).toList())
        : line;
  }
}
