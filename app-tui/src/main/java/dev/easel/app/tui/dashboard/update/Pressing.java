package dev.easel.app.tui.dashboard.update;

import dev.easel.app.tui.dashboard.state.Effect;
import dev.easel.app.tui.dashboard.state.Layer;
import dev.easel.app.tui.dashboard.state.Scope;
import dev.easel.app.tui.dashboard.state.State;
import dev.easel.app.tui.screen.KeyPress;
import java.util.EnumSet;
import java.util.Optional;
import java.util.Set;

/// What a key does: first it is offered to what is typed into, then to the choices of a menu, then
/// to the table.
final class Pressing {

  private static final String ALT = "alt-";
  private static final Set<Scope> TYPING = EnumSet.of(Scope.LINE, Scope.HELP, Scope.FORM);

  private Pressing() {}

  static Step of(State state, KeyPress key) {
    return Typing.type(state, key)
        .or(() -> chosen(state, key))
        .or(() -> Keys.of(Scope.of(state), key).map(binding -> binding.press(state)))
        .or(() -> hurried(state, key))
        .orElseGet(() -> Step.to(state));
  }

  // Esc and a key quickly behind it look like that key with Alt.
  private static Optional<Step> hurried(State state, KeyPress key) {
    boolean typing = TYPING.contains(Scope.of(state));
    return key.name().startsWith(ALT) && !typing
        ? Optional.of(
            of(state, KeyPress.of(KeyPress.Named.ESCAPE))
                .then(after -> of(after, new KeyPress(key.name().substring(ALT.length())))))
        : Optional.empty();
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
