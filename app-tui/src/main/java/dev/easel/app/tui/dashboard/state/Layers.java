package dev.easel.app.tui.dashboard.state;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// What lies over the tab, the lowest first.
public record Layers(List<Layer> stack) implements Part {

  /// Nothing.
  public static final Layers NONE = new Layers(List.of());

  /// Copies the list.
  public Layers {
    stack = List.copyOf(stack);
  }

  /// The one that has the keys.
  public Optional<Layer> top() {
    return stack.isEmpty() ? Optional.empty() : Optional.of(stack.getLast());
  }

  /// With one more on top.
  public Layers with(Layer layer) {
    List<Layer> more = new ArrayList<>(stack);
    more.add(layer);
    return new Layers(more);
  }

  /// Without the top one.
  public Layers less() {
    return stack.isEmpty() ? this : new Layers(stack.subList(0, stack.size() - 1));
  }

  /// With another top one.
  public Layers topped(Layer layer) {
    return less().with(layer);
  }

  /// The highest of a kind.
  public <T extends Layer> Optional<T> highest(Class<T> kind) {
    return stack.reversed().stream().filter(kind::isInstance).map(kind::cast).findFirst();
  }

  /// With the highest of its kind replaced by `layer`, wherever it lies; as it is when there is
  /// none.
  public Layers replaced(Layer layer) {
    List<Layer> changed = new ArrayList<>(stack);
    for (int index = changed.size() - 1; index >= 0; index--) {
      if (changed.get(index).getClass() == layer.getClass()) {
        changed.set(index, layer);
        break;
      }
    }
    return new Layers(changed);
  }
}
