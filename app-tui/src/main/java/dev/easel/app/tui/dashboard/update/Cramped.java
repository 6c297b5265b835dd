package dev.easel.app.tui.dashboard.update;

import dev.easel.app.tui.dashboard.state.Scope;
import dev.easel.app.tui.dashboard.state.State;
import dev.easel.app.tui.screen.KeyPress;
import java.util.Set;

/// What keys do while the screen is too small to show what they do: nothing but leave, and only
/// where leaving needs no question.
final class Cramped {

  private static final String QUIT = "quit";
  private static final Set<String> WITHOUT_SIGHT = Set.of(QUIT, "suspend", "redraw");

  private Cramped() {}

  static Step pressed(State state, KeyPress key) {
    return Keys.of(Scope.OVERVIEW, key)
        .filter(binding -> WITHOUT_SIGHT.contains(binding.id()))
        .filter(binding -> !binding.id().equals(QUIT) || state.jobs().active().isEmpty())
        .map(binding -> binding.press(state))
        .orElseGet(() -> Step.to(state));
  }
}
