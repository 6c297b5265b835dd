package dev.easel.app.tui.dashboard.update;

import static dev.easel.app.tui.dashboard.state.Scope.OVERVIEW;
import static dev.easel.app.tui.dashboard.state.Scope.STATS;

import dev.easel.app.tui.dashboard.state.Scope;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;

/// The keys that go up and down in rows, from panel to panel, and from chart to chart.
final class MoveKeys {

  private static final Set<Scope> PANELS = EnumSet.of(OVERVIEW, STATS);

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

  /// Among the panels.
  static List<Binding> panels() {
    return List.of(
        Binding.of(
                "next-panel",
                "l right",
                "l →",
                "the next panel",
                Group.MOVE,
                Set.of(OVERVIEW),
                state -> Places.beside(state, 1))
            .unless(Places::together)
            .hinted("next panel"),
        Binding.of(
                "previous-panel",
                "h left",
                "h ←",
                "the panel before",
                Group.MOVE,
                Set.of(OVERVIEW),
                state -> Places.beside(state, -1))
            .unless(Places::together),
        Binding.of(
                "together",
                "_ -",
                "_",
                "all panels again",
                Group.MOVE,
                PANELS,
                state -> Places.alone(state, false))
            .unless(Places::together)
            .hinted("all panels"));
  }

  /// What gives all the room to one of them.
  static Binding enlarging() {
    return Binding.of(
            "alone",
            "+",
            "+",
            "one panel alone, in full size",
            Group.MOVE,
            PANELS,
            state -> Places.alone(state, true))
        .unless(Places::single)
        .hinted("enlarge");
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
