package dev.easel.app.tui.dashboard.update;

import dev.easel.app.tui.dashboard.state.Effect;
import dev.easel.app.tui.dashboard.state.State;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;

/// What comes of an event: another state, and what is wanted besides.
public record Step(State state, List<Effect> effects) {

  /// Copies the list.
  public Step {
    effects = List.copyOf(effects);
  }

  /// Another state, and nothing besides.
  public static Step to(State state) {
    return new Step(state, List.of());
  }

  /// Another state and one effect.
  public static Step to(State state, Effect effect) {
    return new Step(state, List.of(effect));
  }

  /// This, and another step after it.
  public Step then(Function<State, Step> next) {
    Step after = next.apply(state);
    List<Effect> all = new ArrayList<>(effects);
    all.addAll(after.effects);
    return new Step(after.state, all);
  }

  /// This with one more effect.
  public Step and(Effect effect) {
    List<Effect> all = new ArrayList<>(effects);
    all.add(effect);
    return new Step(state, all);
  }
}
