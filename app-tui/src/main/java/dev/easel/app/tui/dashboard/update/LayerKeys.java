package dev.easel.app.tui.dashboard.update;

import static dev.easel.app.tui.dashboard.state.Scope.HELP;
import static dev.easel.app.tui.dashboard.state.Scope.LINE;
import static dev.easel.app.tui.dashboard.state.Scope.MENU;
import static dev.easel.app.tui.dashboard.state.Scope.OFFER;

import dev.easel.app.tui.dashboard.state.Layer;
import dev.easel.app.tui.dashboard.state.State;
import java.util.List;
import java.util.Set;

/// The keys of a line, of the help and of a menu.
final class LayerKeys {

  private LayerKeys() {}

  /// All of them.
  static List<Binding> all() {
    return List.of(
        Binding.of("accept", "enter", "Enter", "take it", Group.ACT, Set.of(LINE), Lines::accept)
            .hinted("take it"),
        Binding.of("complete", "tab", "Tab", "complete", Group.ACT, Set.of(LINE), Lines::complete)
            .hinted("complete"),
        Binding.of(
                "cancel-line",
                "escape ctrl-c",
                "Esc",
                "leave everything as it is",
                Group.ACT,
                Set.of(LINE),
                Leaving::back)
            .hinted("cancel"),
        Binding.of("do", "enter", "Enter", "do it", Group.ACT, Set.of(HELP), LayerKeys::run)
            .hinted("do it"),
        Binding.of(
            "help-down",
            "down",
            "↓",
            "one down",
            Group.MOVE,
            Set.of(HELP),
            state -> Moving.by(state, 1)),
        Binding.of(
            "help-up",
            "up",
            "↑",
            "one up",
            Group.MOVE,
            Set.of(HELP),
            state -> Moving.by(state, -1)),
        Binding.of(
            "help-half-down",
            "ctrl-d page-down",
            "PgDn",
            "half a page down",
            Group.MOVE,
            Set.of(HELP),
            state -> Moving.halfPages(state, 1)),
        Binding.of(
            "help-half-up",
            "page-up",
            "PgUp",
            "half a page up",
            Group.MOVE,
            Set.of(HELP),
            state -> Moving.halfPages(state, -1)),
        Binding.of(
                "close-help",
                "escape f1 ctrl-c",
                "Esc",
                "close",
                Group.APP,
                Set.of(HELP),
                Leaving::back)
            .hinted("close"),
        Binding.of(
                "choose",
                "enter",
                "Enter",
                "take what is chosen",
                Group.ACT,
                Set.of(MENU),
                LayerKeys::choose)
            .hinted("take it"),
        Binding.of(
            "close-menu",
            "q ctrl-c",
            "q",
            "leave everything as it is",
            Group.APP,
            Set.of(MENU, OFFER),
            Leaving::back));
  }

  private static Step run(State state) {
    return state
        .layers()
        .highest(Layer.Help.class)
        .map(help -> Helping.run(state, help))
        .orElseGet(() -> Step.to(state));
  }

  private static Step choose(State state) {
    return state
        .layers()
        .highest(Layer.Menu.class)
        .filter(menu -> !menu.choices().isEmpty())
        .map(menu -> Pressing.take(state, menu.choices().get(menu.chosen())))
        .orElseGet(() -> Leaving.back(state));
  }
}
