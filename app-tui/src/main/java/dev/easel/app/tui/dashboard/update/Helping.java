package dev.easel.app.tui.dashboard.update;

import dev.easel.app.tui.dashboard.state.Field;
import dev.easel.app.tui.dashboard.state.Layer;
import dev.easel.app.tui.dashboard.state.Scope;
import dev.easel.app.tui.dashboard.state.State;
import java.util.List;
import java.util.Locale;

/// The keys of where the user is, to be searched, and done from there.
public final class Helping {

  private Helping() {}

  /// Opens the help of where the user is.
  static Step open(State state) {
    return Step.to(state.under(new Layer.Help(Scope.of(state), Field.EMPTY, 0)));
  }

  /// The bindings that a help shows, those that cannot be used now included.
  public static List<Binding> found(Layer.Help help) {
    String wanted = help.search().text().strip().toLowerCase(Locale.ROOT);
    return Keys.in(help.about()).stream()
        .filter(binding ->
            (binding.label() + " " + binding.shown() + " " + binding.id())
                .toLowerCase(Locale.ROOT)
                .contains(wanted))
        .sorted(java.util.Comparator.comparing(Binding::group))
        .toList();
  }

  static State moved(State state, Layer.Help help, int rows) {
    int most = Math.max(0, found(help).size() - 1);
    int chosen = Math.clamp((long) help.chosen() + rows, 0, most);
    return state.with(state.layers().topped(new Layer.Help(help.about(), help.search(), chosen)));
  }

  /// Closes the help and does what is chosen in it.
  static Step run(State state, Layer.Help help) {
    State closed = state.with(state.layers().less());
    List<Binding> found = found(help);
    return help.chosen() < found.size() ? found.get(help.chosen()).press(closed) : Step.to(closed);
  }
}
