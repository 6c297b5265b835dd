package dev.easel.app.tui.dashboard.state;

import java.util.EnumMap;
import java.util.Map;

/// A request that is being drawn up: what was typed or chosen, place by place. What was chosen for
/// one model stays here while another is looked at that does not take it.
///
/// @param fields by place; where there is none, nothing was said
public record Draft(Map<Slot, Field> fields) {

  /// Nothing said.
  public static final Draft EMPTY = new Draft(Map.of());

  /// Copies the map.
  public Draft {
    fields = Map.copyOf(fields);
  }

  /// What stands in a place.
  public Field field(Slot slot) {
    return fields.getOrDefault(slot, Field.EMPTY);
  }

  /// The text in a place, empty when nothing was said.
  public String text(Slot slot) {
    return field(slot).text();
  }

  /// The same with another field in a place.
  public Draft with(Slot slot, Field field) {
    Map<Slot, Field> changed = new EnumMap<>(Slot.class);
    changed.putAll(fields);
    changed.put(slot, field);
    return new Draft(changed);
  }

  /// The same with text in a place.
  public Draft with(Slot slot, String text) {
    return with(slot, Field.of(text));
  }

  /// The same with nothing said in these places.
  public Draft without(Slot... slots) {
    Map<Slot, Field> changed = new EnumMap<>(Slot.class);
    changed.putAll(fields);
    for (Slot slot : slots) {
      changed.remove(slot);
    }
    return new Draft(changed);
  }
}
