package dev.easel.app.tui.dashboard.update;

import dev.easel.app.tui.dashboard.state.Scope;
import dev.easel.app.tui.screen.KeyPress;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// Every key, what it does and where. What the user presses, the hints, the help and the manual all
/// come from here.
public final class Keys {

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
    table.addAll(MoveKeys.rows());
    table.addAll(MoveKeys.panels());
    table.addAll(FormKeys.beginning());
    table.addAll(MoveKeys.charts());
    table.addAll(PictureKeys.all());
    table.addAll(EntryKeys.all());
    table.addAll(FindKeys.all());
    table.addAll(Budgets.bindings());
    table.add(MoveKeys.enlarging());
    table.addAll(AppKeys.all());
    table.addAll(LayerKeys.all());
    table.addAll(FormKeys.form());
    return List.copyOf(table);
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
