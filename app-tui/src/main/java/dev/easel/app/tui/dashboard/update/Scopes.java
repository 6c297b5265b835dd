package dev.easel.app.tui.dashboard.update;

import static dev.easel.app.tui.dashboard.state.Scope.BUDGETS;
import static dev.easel.app.tui.dashboard.state.Scope.DETAIL;
import static dev.easel.app.tui.dashboard.state.Scope.GALLERY;
import static dev.easel.app.tui.dashboard.state.Scope.MENU;
import static dev.easel.app.tui.dashboard.state.Scope.MESSAGES;
import static dev.easel.app.tui.dashboard.state.Scope.OVERVIEW;
import static dev.easel.app.tui.dashboard.state.Scope.PICTURE;
import static dev.easel.app.tui.dashboard.state.Scope.REQUESTS;
import static dev.easel.app.tui.dashboard.state.Scope.STATS;

import dev.easel.app.tui.dashboard.state.Scope;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;

/// Scopes in which the same keys have the same meaning.
final class Scopes {

  /// The tabs.
  static final Set<Scope> TABS = EnumSet.of(OVERVIEW, REQUESTS, GALLERY, STATS);

  /// Where an entry is chosen.
  static final Set<Scope> LISTS = EnumSet.of(OVERVIEW, REQUESTS, GALLERY, DETAIL, PICTURE);

  /// Where requests are listed.
  static final Set<Scope> LISTED = EnumSet.of(REQUESTS, GALLERY);

  /// Where there are rows.
  static final Set<Scope> ROWS =
      EnumSet.of(OVERVIEW, REQUESTS, GALLERY, DETAIL, PICTURE, MENU, BUDGETS, MESSAGES);

  private Scopes() {}

  /// All scopes but these.
  static Set<Scope> everywhere(Scope... but) {
    Set<Scope> scopes = EnumSet.allOf(Scope.class);
    scopes.removeAll(List.of(but));
    return scopes;
  }
}
