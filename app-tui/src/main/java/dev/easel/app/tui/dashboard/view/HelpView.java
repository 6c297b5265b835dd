package dev.easel.app.tui.dashboard.view;

import dev.easel.app.tui.dashboard.state.Click;
import dev.easel.app.tui.dashboard.state.Layer;
import dev.easel.app.tui.dashboard.update.Binding;
import dev.easel.app.tui.dashboard.update.Commands;
import dev.easel.app.tui.dashboard.update.Group;
import dev.easel.app.tui.dashboard.update.Helping;
import dev.easel.app.tui.screen.Area;
import dev.easel.app.tui.screen.Canvas;
import dev.easel.app.tui.screen.Ground;
import dev.easel.app.tui.screen.Role;
import dev.easel.app.tui.text.Cells;
import dev.easel.domain.image.Nullable;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// The keys of where the user is, by what they are for.
final class HelpView {

  private static final int WIDTH = 72;
  private static final int KEY_CELLS = 12;

  private HelpView() {}

  /// A line of it.
  ///
  /// @param binding null for the title of a group, or a blank line
  private record Line(String title, @Nullable Binding binding) {}

  static void draw(Canvas canvas, Layer.Help help, Scene scene) {
    List<Binding> found = Helping.found(help);
    List<Line> lines = lines(found);
    Area place = canvas.area().centred(WIDTH, lines.size() + 5);
    Canvas window = canvas.part(place);
    Canvas within =
        Panel.window(
            window, "Keys: " + help.about().title(), "type to search, Enter does it, Esc closes");
    within.text(1, 0, "search ", Role.MUTED);
    FieldView.draw(within.part(within.area().top(1).rightOf(8)), help.search());
    list(within.part(within.area().below(2).above(1)), lines, found, help, scene);
    within.text(
        1,
        within.rows() - 1,
        found.isEmpty()
            ? "no key does that; Backspace"
            : Cells.shortened(commands(), within.columns() - 2),
        Role.MUTED);
  }

  private static String commands() {
    return "commands, behind ':'  "
        + String.join(" ", Commands.all().stream().map(Commands.Command::name).toList());
  }

  private static List<Line> lines(List<Binding> found) {
    List<Line> lines = new ArrayList<>();
    Group group = null;
    for (Binding binding : found) {
      if (binding.group() != group) {
        group = binding.group();
        lines.add(new Line(group.title(), null));
      }
      lines.add(new Line("", binding));
    }
    return lines;
  }

  private static void list(
      Canvas canvas, List<Line> lines, List<Binding> found, Layer.Help help, Scene scene) {
    Binding chosen = help.chosen() < found.size() ? found.get(help.chosen()) : null;
    int at = 0;
    for (int index = 0; index < lines.size(); index++) {
      if (shows(lines.get(index), chosen)) {
        at = index;
      }
    }
    int first = Math.clamp(at - canvas.rows() / 2, 0, Math.max(0, lines.size() - canvas.rows()));
    for (int row = 0; row < canvas.rows() && first + row < lines.size(); row++) {
      Line line = lines.get(first + row);
      Canvas one = canvas.part(canvas.area().below(row).top(1));
      draw(one, line, scene);
      if (shows(line, chosen)) {
        one.ground(Ground.CHOSEN);
      }
      if (line.binding() != null) {
        one.target(new Click.OnHelp(found.indexOf(line.binding())));
      }
    }
  }

  private static boolean shows(Line line, @Nullable Binding chosen) {
    Binding binding = line.binding();
    return binding != null && chosen != null && binding.id().equals(chosen.id());
  }

  private static void draw(Canvas canvas, Line line, Scene scene) {
    Binding binding = line.binding();
    if (binding == null) {
      canvas.text(1, 0, line.title(), Role.HEADING);
      return;
    }
    Optional<String> hindrance = binding.hindrance().apply(scene.state());
    canvas.text(2, 0, binding.shown(), Role.KEY);
    String label = binding.label() + hindrance.map(reason -> " (" + reason + ")").orElse("");
    canvas.text(
        2 + KEY_CELLS,
        0,
        Cells.shortened(label, Math.max(0, canvas.columns() - KEY_CELLS - 3)),
        hindrance.isPresent() ? Role.MUTED : Role.TEXT);
  }
}
