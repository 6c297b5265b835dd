package dev.easel.app.tui.dashboard.update;

import static dev.easel.app.tui.dashboard.state.Scope.STATS;

import java.util.List;
import java.util.Set;

/// The keys that go up and down in rows, and from chart to chart.
final class MoveKeys {

  private MoveKeys() {}

  /// In whatever has rows.
  static List<Binding> rows() {
    return List.of(
        Binding.of(
            "down",
            "j down",
            "j ↓",
            "one row down",
            Group.MOVE,
            Scopes.ROWS,
            state -> Moving.by(state, 1)),
        Binding.of(
            "up",
            "k up",
            "k ↑",
            "one row up",
            Group.MOVE,
            Scopes.ROWS,
            state -> Moving.by(state, -1)),
        Binding.of(
            "half-down",
            "ctrl-d page-down",
            "Ctrl-d PgDn",
            "half a page down",
            Group.MOVE,
            Scopes.ROWS,
            state -> Moving.halfPages(state, 1)),
        Binding.of(
            "half-up",
            "ctrl-u page-up",
            "Ctrl-u PgUp",
            "half a page up",
            Group.MOVE,
            Scopes.ROWS,
            state -> Moving.halfPages(state, -1)),
        Binding.of(
            "first",
            "g home",
            "g Home",
            "the first",
            Group.MOVE,
            Scopes.ROWS,
            state -> Moving.end(state, false)),
        Binding.of(
            "last",
            "G end",
            "G End",
            "the last that was read",
            Group.MOVE,
            Scopes.ROWS,
            state -> Moving.end(state, true)));
  }

  /// Among the charts.
  static List<Binding> charts() {
    return List.of(
        Binding.of(
                "next-chart",
                "l right",
                "l →",
                "the next chart",
                Group.MOVE,
                Set.of(STATS),
                state -> Places.showing(state, 1))
            .hinted("next chart"),
        Binding.of(
                "previous-chart",
                "h left",
                "h ←",
                "the chart before",
                Group.MOVE,
                Set.of(STATS),
                state -> Places.showing(state, -1))
            .hinted("chart before"));
  }
}
