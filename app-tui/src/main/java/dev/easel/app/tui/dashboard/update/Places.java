package dev.easel.app.tui.dashboard.update;

import dev.easel.app.tui.dashboard.state.Books;
import dev.easel.app.tui.dashboard.state.Range;
import dev.easel.app.tui.dashboard.state.State;
import dev.easel.app.tui.dashboard.state.Tab;
import java.util.Optional;

/// Goes from place to place.
final class Places {

  private Places() {}

  static Step on(State state, Tab tab) {
    return Step.to(state.with(state.place().on(tab)));
  }

  /// Goes some charts to the right, or to the left below zero.
  static Step showing(State state, int step) {
    return Step.to(state.with(state.place().showing(state.place().chart().next(step))));
  }

  /// Goes some panels of the overview on, or back below zero.
  static Step beside(State state, int step) {
    return Step.to(state.with(state.place().showing(state.place().pane().next(step))));
  }

  /// Gives all the room to one panel, or shows all of them again.
  static Step alone(State state, boolean wanted) {
    return Step.to(state.with(state.place().alone(wanted)));
  }

  /// Why no other panel can be shown.
  static Optional<String> together(State state) {
    return state.place().alone()
        ? Optional.empty()
        : Optional.of("all panels are to be seen; + shows one alone");
  }

  /// Why no panel can be shown alone.
  static Optional<String> single(State state) {
    if (state.place().alone()) {
      return Optional.of("it has all the room already");
    }
    Books.Sheet sheet = state.books().sheet();
    return sheet == null || sheet.all().totals().requests() + sheet.all().totals().running() == 0
        ? Optional.of("there is nothing to be seen yet")
        : Optional.empty();
  }

  /// Looks as far back as `range`; what is shown stays until the answers come.
  static Step over(State state, Range range) {
    return Reading.all(state.with(state.place().over(range)));
  }
}
