package dev.easel.app.tui.dashboard.update;

import dev.easel.app.tui.dashboard.state.Scope;
import dev.easel.app.tui.dashboard.state.State;
import dev.easel.app.tui.screen.KeyPress;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;

/// What some keys do.
///
/// @param id a stable word
/// @param keys any of which does it
/// @param shown how help and hints write them
/// @param hint the word for the hint line, empty when it is not hinted at
/// @param label what it does, in a few words
/// @param scopes where it does it
/// @param hindrance why it cannot be done now, in a few words; empty when it can
/// @param action what it does
public record Binding(
    String id,
    List<KeyPress> keys,
    String shown,
    String hint,
    String label,
    Group group,
    Set<Scope> scopes,
    Function<State, Optional<String>> hindrance,
    Function<State, Step> action) {

  /// Copies the collections.
  public Binding {
    keys = List.copyOf(keys);
    scopes = Set.copyOf(scopes);
  }

  /// A binding that can always be used and is not hinted at.
  ///
  /// @param keys names of keys, separated by spaces
  public static Binding of(
      String id,
      String keys,
      String shown,
      String label,
      Group group,
      Set<Scope> scopes,
      Function<State, Step> action) {
    List<KeyPress> pressed = List.of(keys.split(" ")).stream().map(KeyPress::new).toList();
    return new Binding(id, pressed, shown, "", label, group, scopes, _ -> Optional.empty(), action);
  }

  /// The same, hinted at.
  public Binding hinted(String word) {
    return new Binding(id, keys, shown, word, label, group, scopes, hindrance, action);
  }

  /// The same, which cannot always be used.
  public Binding unless(Function<State, Optional<String>> reason) {
    return new Binding(id, keys, shown, hint, label, group, scopes, reason, action);
  }

  /// Does it, or tells why not.
  public Step press(State state) {
    return hindrance
        .apply(state)
        .map(reason -> Step.to(Messages.warn(state, label + ": " + reason)))
        .orElseGet(() -> action.apply(state));
  }
}
