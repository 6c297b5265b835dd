package dev.easel.app.tui.dashboard.view;

import dev.easel.app.tui.dashboard.state.Click;
import dev.easel.app.tui.dashboard.state.Layer;
import dev.easel.app.tui.dashboard.state.Message;
import dev.easel.app.tui.dashboard.state.Scope;
import dev.easel.app.tui.dashboard.state.State;
import dev.easel.app.tui.dashboard.update.Binding;
import dev.easel.app.tui.dashboard.update.Commands;
import dev.easel.app.tui.dashboard.update.Completing;
import dev.easel.app.tui.dashboard.update.Keys;
import dev.easel.app.tui.screen.Canvas;
import dev.easel.app.tui.screen.Cell;
import dev.easel.app.tui.screen.Role;
import dev.easel.app.tui.text.Cells;
import dev.easel.app.tui.text.VisibleText;
import dev.easel.app.tui.text.Wrapping;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// The last lines: what was told or is typed, and the keys that matter here.
final class Footer {

  private static final String HELP = "help";
  private static final int INDENT = 3;
  private static final int MOST_LINES = 4;

  private Footer() {}

  /// Draws them at the foot of a canvas; a long message stands in several lines.
  static void draw(Canvas canvas, Scene scene) {
    Optional<Layer.Line> line =
        scene
            .state()
            .layers()
            .top()
            .filter(Layer.Line.class::isInstance)
            .map(Layer.Line.class::cast);
    line.ifPresentOrElse(
        typed -> typed(blank(canvas, 2), typed, scene.state()),
        () -> {
          Optional<Message> message = scene.state().messages().shown(scene.now());
          List<String> lines = message.map(told -> lines(told, canvas)).orElse(List.of(""));
          Canvas foot = blank(canvas, lines.size() + 1);
          message.ifPresent(told -> told(foot, told, lines));
          hints(foot.part(foot.area().bottom(1)), scene.state());
        });
  }

  private static Canvas blank(Canvas canvas, int rows) {
    Canvas foot = canvas.part(canvas.area().bottom(rows));
    foot.fill(Cell.BLANK);
    return foot;
  }

  private static List<String> lines(Message message, Canvas canvas) {
    int cells = canvas.columns() - INDENT - 1;
    List<String> lines = Wrapping.lines(VisibleText.line(message.text()), cells);
    if (lines.size() <= MOST_LINES) {
      return lines;
    }
    List<String> kept = new ArrayList<>(lines.subList(0, MOST_LINES - 1));
    kept.add(Cells.shortened(lines.get(MOST_LINES - 1) + " …", cells));
    return kept;
  }

  private static void told(Canvas canvas, Message message, List<String> lines) {
    canvas.text(1, 0, sign(message), role(message));
    for (int row = 0; row < lines.size(); row++) {
      canvas.text(INDENT, row, lines.get(row), role(message));
    }
  }

  /// The sign before a message.
  static String sign(Message message) {
    return switch (message.severity()) {
      case SUCCESS -> "✓";
      case WARNING -> "!";
      case ERROR -> "✗";
    };
  }

  /// The role of a message.
  static Role role(Message message) {
    return switch (message.severity()) {
      case SUCCESS -> Role.GOOD;
      case WARNING -> Role.WARNING;
      case ERROR -> Role.BAD;
    };
  }

  private static void hints(Canvas canvas, State state) {
    List<Binding> hinted =
        Keys.in(Scope.of(state)).stream()
            .filter(binding -> !binding.hint().isEmpty())
            .filter(binding -> binding.hindrance().apply(state).isEmpty())
            .toList();
    int column = 1;
    int kept = helpCells(hinted); // whatever has no room, help has
    for (Binding binding : hinted) {
      kept = binding.hint().equals(HELP) ? 0 : kept;
      if (column + cells(binding) + kept >= canvas.columns()) {
        continue;
      }
      canvas
          .part(canvas.area().rightOf(column).left(cells(binding)))
          .target(new Click.OnKey(binding.keys().getFirst()));
      column = canvas.text(column, 0, key(binding), Role.KEY) + 1;
      column = canvas.text(column, 0, binding.hint(), Role.MUTED) + 2;
    }
  }

  private static int helpCells(List<Binding> hinted) {
    return hinted.stream()
        .filter(binding -> binding.hint().equals(HELP))
        .mapToInt(binding -> cells(binding) + 2)
        .sum();
  }

  private static int cells(Binding binding) {
    return Cells.width(key(binding)) + 1 + Cells.width(binding.hint());
  }

  private static String key(Binding binding) {
    return binding.shown().split(" ", 2)[0];
  }

  private static void typed(Canvas canvas, Layer.Line line, State state) {
    int column = canvas.text(1, 0, line.purpose().sign(), Role.KEY);
    FieldView.draw(canvas.part(canvas.area().top(1).rightOf(column)), line.field());
    Canvas below = canvas.part(canvas.area().below(1));
    if (line.problem() != null) {
      below.text(1, 0, Cells.shortened("✗ " + line.problem(), below.columns() - 2), Role.BAD);
      return;
    }
    below.text(1, 0, Cells.shortened(suggestions(line, state), below.columns() - 2), Role.MUTED);
  }

  private static String suggestions(Layer.Line line, State state) {
    return switch (line.purpose()) {
      case FILTER -> {
        List<String> words = Completing.completions(state, line.field().text());
        yield words.isEmpty()
            ? "words, \"a phrase\", model: state: size: quality: tag: cost>0.1 since:7d -word;"
                + " Enter filters"
            : String.join("  ", words);
      }
      case COMMAND -> commands(line.field().text());
      case TAGS -> "words separated by spaces; Enter takes them";
    };
  }

  private static String commands(String typed) {
    List<String> fitting = Commands.completions(typed);
    String name = typed.split(" ", 2)[0];
    return Commands.all().stream()
        .filter(command -> command.name().equals(name))
        .findFirst()
        .map(command ->
            (command.name() + " " + command.arguments()).strip() + ": " + command.label())
        .orElse(String.join("  ", fitting));
  }
}
