package dev.easel.app.tui.dashboard.update;

import static dev.easel.app.tui.dashboard.state.Scope.DETAIL;
import static dev.easel.app.tui.dashboard.state.Scope.FORM;
import static dev.easel.app.tui.dashboard.state.Scope.HELP;
import static dev.easel.app.tui.dashboard.state.Scope.LINE;
import static dev.easel.app.tui.dashboard.state.Scope.MENU;
import static dev.easel.app.tui.dashboard.state.Scope.OFFER;
import static dev.easel.app.tui.dashboard.state.Scope.PICTURE;

import dev.easel.app.tui.dashboard.state.Effect;
import dev.easel.app.tui.dashboard.state.Tab;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/// The keys that go from tab to tab, and those of Easel as a whole.
final class AppKeys {

  private AppKeys() {}

  /// All of them.
  static List<Binding> all() {
    List<Binding> app = new ArrayList<>();
    for (Tab tab : Tab.values()) {
      app.add(
          Binding.of(
              "tab-" + tab.key(),
              tab.key(),
              tab.key(),
              tab.title(),
              Group.MOVE,
              Scopes.TABS,
              state -> Places.on(state, tab)));
    }
    app.add(
        Binding.of(
            "next-tab",
            "tab",
            "Tab",
            "the next tab",
            Group.MOVE,
            Scopes.TABS,
            state -> Places.on(state, state.place().tab().next(1))));
    app.add(
        Binding.of(
            "previous-tab",
            "shift-tab",
            "Shift-Tab",
            "the tab before",
            Group.MOVE,
            Scopes.TABS,
            state -> Places.on(state, state.place().tab().next(-1))));
    app.add(
        Binding.of(
            "freeze",
            "f",
            "f",
            "let the screen stand still, or go on",
            Group.APP,
            Scopes.TABS,
            state -> Step.to(state.with(state.options().frozen(!state.options().frozen())))));
    app.add(
        Binding.of(
            "refresh",
            "R",
            "R",
            "read everything again, and try the provider",
            Group.APP,
            Scopes.TABS,
            state -> Reading.all(state).and(new Effect.Probe())));
    app.add(
        Binding.of("commands", ":", ":", "commands", Group.APP, Scopes.TABS, Lines::command)
            .hinted("commands"));
    app.add(
        Binding.of(
                "help",
                "? f1",
                "?",
                "the keys of where you are",
                Group.APP,
                Scopes.everywhere(LINE, HELP, FORM),
                Helping::open)
            .hinted("help"));
    app.add(
        Binding.of(
            "line-help",
            "f1",
            "F1",
            "the keys of where you are",
            Group.APP,
            Set.of(LINE),
            Helping::open));
    app.add(
        Binding.of(
            "redraw",
            "ctrl-l",
            "Ctrl-l",
            "draw everything again",
            Group.APP,
            Scopes.everywhere(),
            state -> Step.to(state, Showing.REDRAW)));
    app.add(
        Binding.of(
            "suspend",
            "ctrl-z",
            "Ctrl-z",
            "suspend; fg comes back",
            Group.APP,
            Scopes.everywhere(),
            state -> Step.to(state, new Effect.Suspend())));
    app.add(
        Binding.of(
                "quit",
                "q ctrl-c",
                "q",
                "quit (Ctrl-c too)",
                Group.APP,
                Scopes.everywhere(LINE, HELP, MENU, FORM, OFFER),
                Leaving::quit)
            .hinted("quit"));
    app.add(
        Binding.of(
            "back",
            "escape",
            "Esc",
            "back, clear marks and filter",
            Group.APP,
            Scopes.everywhere(LINE, HELP, FORM, DETAIL, PICTURE),
            Leaving::back));
    return app;
  }
}
