package dev.easel.app.tui.dashboard.update;

import dev.easel.app.tui.dashboard.state.Effect;
import dev.easel.app.tui.dashboard.state.Layer;
import dev.easel.app.tui.dashboard.state.Scope;
import dev.easel.app.tui.dashboard.state.State;
import dev.easel.app.tui.screen.KeyPress;
import java.util.Optional;

/// What a key does: first it is offered to what is typed into, then to the choices of a menu, then
/// to the table.
final class Pressing {

  private Pressing() {}

  static Step of(State state, KeyPress key) {
    return Typing.type(state, key)
        .or(() -> chosen(state, key))
        .or(() -> Keys.of(Scope.of(state), key).map(binding -> binding.press(state)))
        .orElseGet(() -> Step.to(state));
  }

  private static Optional<Step> chosen(State state, KeyPress key) {
    return state
        .layers()
        .top()
        .filter(Layer.Menu.class::isInstance)
        .map(Layer.Menu.class::cast)
        .flatMap(
            menu -> menu.choices().stream().filter(choice -> choice.key().equals(key)).findFirst())
        .map(choice -> take(state, choice));
  }

  /// Closes the menu and does what was chosen.
  static Step take(State state, Layer.Choice choice) {
    Step step = Step.to(state.with(state.layers().less()));
    for (Effect effect : choice.effects()) {
      step = step.and(effect);
    }
    return step;
  }
}
