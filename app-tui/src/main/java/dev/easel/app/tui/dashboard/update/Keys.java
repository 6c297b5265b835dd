package dev.easel.app.tui.dashboard.update;

import static dev.easel.app.tui.dashboard.state.Scope.BUDGETS;
import static dev.easel.app.tui.dashboard.state.Scope.DETAIL;
import static dev.easel.app.tui.dashboard.state.Scope.FORM;
import static dev.easel.app.tui.dashboard.state.Scope.GALLERY;
import static dev.easel.app.tui.dashboard.state.Scope.HELP;
import static dev.easel.app.tui.dashboard.state.Scope.LINE;
import static dev.easel.app.tui.dashboard.state.Scope.MENU;
import static dev.easel.app.tui.dashboard.state.Scope.MESSAGES;
import static dev.easel.app.tui.dashboard.state.Scope.OFFER;
import static dev.easel.app.tui.dashboard.state.Scope.OVERVIEW;
import static dev.easel.app.tui.dashboard.state.Scope.PICTURE;
import static dev.easel.app.tui.dashboard.state.Scope.REQUESTS;
import static dev.easel.app.tui.dashboard.state.Scope.STATS;

import dev.easel.app.tui.dashboard.state.Effect;
import dev.easel.app.tui.dashboard.state.Layer;
import dev.easel.app.tui.dashboard.state.Scope;
import dev.easel.app.tui.dashboard.state.State;
import dev.easel.app.tui.dashboard.state.Tab;
import dev.easel.app.tui.screen.KeyPress;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/// Every key, what it does and where. What the user presses, the hints, the help and the manual all
/// come from here.
public final class Keys {

  /// The tabs.
  static final Set<Scope> TABS = EnumSet.of(OVERVIEW, REQUESTS, GALLERY, STATS);

  /// Where an entry is chosen.
  static final Set<Scope> LISTS = EnumSet.of(OVERVIEW, REQUESTS, GALLERY, DETAIL, PICTURE);

  // Where requests are listed.
  private static final Set<Scope> LISTED = EnumSet.of(REQUESTS, GALLERY);

  private static final Set<Scope> ROWS =
      EnumSet.of(OVERVIEW, REQUESTS, GALLERY, DETAIL, PICTURE, MENU, BUDGETS, MESSAGES);
  private static final List<Binding> TABLE = table();
  private static final Map<Scope, Map<KeyPress, Binding>> BY_KEY = byKey();

  private Keys() {}

  /// The bindings of a scope, in the order of the table.
  public static List<Binding> in(Scope scope) {
    return TABLE.stream().filter(binding -> binding.scopes().contains(scope)).toList();
  }

  /// What a key does in a scope.
  static Optional<Binding> of(Scope scope, KeyPress key) {
    return Optional.ofNullable(BY_KEY.getOrDefault(scope, Map.of()).get(key));
  }

  private static List<Binding> table() {
    List<Binding> table = new ArrayList<>();
    table.addAll(moves());
    table.addAll(FormKeys.beginning());
    table.addAll(charts());
    table.addAll(PictureKeys.all());
    table.addAll(acts());
    table.addAll(finds());
    table.addAll(Budgets.bindings(TABS));
    table.addAll(app());
    table.addAll(typed());
    table.addAll(FormKeys.form());
    return List.copyOf(table);
  }

  private static List<Binding> moves() {
    return List.of(
        Binding.of(
            "down",
            "j down",
            "j ↓",
            "one row down",
            Group.MOVE,
            ROWS,
            state -> Moving.by(state, 1)),
        Binding.of(
            "up", "k up", "k ↑", "one row up", Group.MOVE, ROWS, state -> Moving.by(state, -1)),
        Binding.of(
            "half-down",
            "ctrl-d page-down",
            "Ctrl-d PgDn",
            "half a page down",
            Group.MOVE,
            ROWS,
            state -> Moving.halfPages(state, 1)),
        Binding.of(
            "half-up",
            "ctrl-u page-up",
            "Ctrl-u PgUp",
            "half a page up",
            Group.MOVE,
            ROWS,
            state -> Moving.halfPages(state, -1)),
        Binding.of(
            "first",
            "g home",
            "g Home",
            "the first",
            Group.MOVE,
            ROWS,
            state -> Moving.end(state, false)),
        Binding.of(
            "last",
            "G end",
            "G End",
            "the last that was read",
            Group.MOVE,
            ROWS,
            state -> Moving.end(state, true)));
  }

  private static List<Binding> charts() {
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

  private static List<Binding> acts() {
    return List.of(
        Binding.of(
                "mark",
                "space",
                "Space",
                "mark it, or take the mark off",
                Group.ACT,
                LISTED,
                Marking::mark)
            .unless(Subject::missing),
        Binding.of(
                "star", "*", "*", "put a star on, or take it off", Group.ACT, LISTS, Marking::star)
            .unless(Subject::missing),
        Binding.of("tags", "#", "#", "tags", Group.ACT, LISTS, Marking::tags)
            .unless(Subject::missing),
        Binding.of("copy", "y", "y", "copy id, prompt, command, …", Group.ACT, LISTS, Marking::copy)
            .unless(Subject::missing)
            .hinted("copy"),
        Binding.of(
                "open",
                "o",
                "o",
                "open the picture in the system's viewer",
                Group.ACT,
                LISTS,
                Marking::open)
            .unless(Marking::pictureless),
        Binding.of("settle", "$", "$", "settle what is unknown", Group.ACT, LISTS, Marking::settle)
            .unless(Marking::settled),
        Binding.of(
                "cancel",
                "c",
                "c",
                "cancel a request that is under way",
                Group.ACT,
                LISTS,
                Working::askToCancel)
            .unless(Working::nothingToCancel),
        Binding.of(
                "export",
                "x",
                "x",
                "export what is marked, or all that is listed",
                Group.ACT,
                LISTED,
                Marking::export)
            .hinted("export"),
        Binding.of(
                "delete",
                "d",
                "d",
                "delete the pictures; the entries stay",
                Group.ACT,
                LISTS,
                Marking::delete)
            .unless(Marking::pictureless));
  }

  private static List<Binding> finds() {
    return List.of(
        Binding.of("filter", "/", "/", "filter", Group.FIND, TABS, Filtering::open)
            .hinted("filter"),
        Binding.of(
                "sort",
                "s",
                "s",
                "sort by time, cost, latency",
                Group.FIND,
                LISTED,
                state ->
                    Reading.first(
                        Lists.change(
                            state, listing -> listing.ordered(listing.order().nextColumn()))))
            .hinted("sort"),
        Binding.of(
            "reverse",
            "S",
            "S",
            "the other way round",
            Group.FIND,
            LISTED,
            state ->
                Reading.first(
                    Lists.change(state, listing -> listing.ordered(listing.order().reversed())))),
        Binding.of(
            "follow",
            "F",
            "F",
            "follow the newest, or not",
            Group.FIND,
            LISTED,
            state ->
                Step.to(Lists.change(state, listing -> listing.following(!listing.following())))),
        Binding.of(
                "range",
                "t",
                "t",
                "how far back to look",
                Group.FIND,
                TABS,
                state -> Places.over(state, state.place().range().next()))
            .hinted("range"));
  }

  private static List<Binding> app() {
    List<Binding> app = new ArrayList<>();
    for (Tab tab : Tab.values()) {
      app.add(
          Binding.of(
              "tab-" + tab.key(),
              tab.key(),
              tab.key(),
              tab.title(),
              Group.MOVE,
              TABS,
              state -> Places.on(state, tab)));
    }
    app.add(
        Binding.of(
            "next-tab",
            "tab",
            "Tab",
            "the next tab",
            Group.MOVE,
            TABS,
            state -> Places.on(state, state.place().tab().next(1))));
    app.add(
        Binding.of(
            "previous-tab",
            "shift-tab",
            "Shift-Tab",
            "the tab before",
            Group.MOVE,
            TABS,
            state -> Places.on(state, state.place().tab().next(-1))));
    app.add(
        Binding.of(
            "freeze",
            "f",
            "f",
            "let the screen stand still, or go on",
            Group.APP,
            TABS,
            state -> Step.to(state.with(state.options().frozen(!state.options().frozen())))));
    app.add(
        Binding.of(
            "refresh",
            "R",
            "R",
            "read everything again, and try the provider",
            Group.APP,
            TABS,
            state -> Reading.all(state).and(new Effect.Probe())));
    app.add(
        Binding.of("commands", ":", ":", "commands", Group.APP, TABS, Lines::command)
            .hinted("commands"));
    app.add(
        Binding.of(
                "help",
                "? f1",
                "?",
                "the keys of where you are",
                Group.APP,
                everywhere(LINE, HELP, FORM),
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
            everywhere(),
            state -> Step.to(state, Showing.REDRAW)));
    app.add(
        Binding.of(
            "suspend",
            "ctrl-z",
            "Ctrl-z",
            "suspend; fg comes back",
            Group.APP,
            everywhere(),
            state -> Step.to(state, new Effect.Suspend())));
    app.add(
        Binding.of(
                "quit",
                "q ctrl-c",
                "q",
                "quit (Ctrl-c too)",
                Group.APP,
                everywhere(LINE, HELP, MENU, FORM, OFFER),
                Leaving::quit)
            .hinted("quit"));
    app.add(
        Binding.of(
            "back",
            "escape",
            "Esc",
            "back, clear marks and filter",
            Group.APP,
            everywhere(LINE, HELP, FORM, DETAIL, PICTURE),
            Leaving::back));
    return app;
  }

  private static Set<Scope> everywhere(Scope... but) {
    Set<Scope> scopes = EnumSet.allOf(Scope.class);
    scopes.removeAll(List.of(but));
    return scopes;
  }

  private static List<Binding> typed() {
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
        Binding.of("do", "enter", "Enter", "do it", Group.ACT, Set.of(HELP), Keys::run)
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
                Keys::choose)
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

  private static Map<Scope, Map<KeyPress, Binding>> byKey() {
    Map<Scope, Map<KeyPress, Binding>> all = new HashMap<>();
    for (Scope scope : Scope.values()) {
      Map<KeyPress, Binding> keys = new HashMap<>();
      for (Binding binding : in(scope)) {
        for (KeyPress key : binding.keys()) {
          Binding taken = keys.put(key, binding);
          if (taken != null) {
            throw new IllegalStateException(
                "%s means %s and %s in %s".formatted(key, taken.id(), binding.id(), scope));
          }
        }
      }
      all.put(scope, keys);
    }
    return all;
  }
}
