package dev.easel.app.tui.dashboard.update;

import dev.easel.app.tui.dashboard.state.Click;
import dev.easel.app.tui.dashboard.state.Layer;
import dev.easel.app.tui.dashboard.state.Layers;
import dev.easel.app.tui.dashboard.state.Slot;
import dev.easel.app.tui.dashboard.state.State;
import dev.easel.app.tui.dashboard.state.Tab;
import dev.easel.app.tui.screen.KeyPress;

/// What clicks and the wheel do. A click chooses; on what is chosen already it does what Enter
/// does.
final class Pointing {

  private Pointing() {}

  static Step clicked(State state, Click click) {
    return switch (click) {
      case Click.OnTab(Tab tab) -> tab(state, tab);
      case Click.OnKey(KeyPress key) -> Pressing.of(state, key);
      case Click.OnRow(int index) -> row(state, index);
      case Click.OnTile(int index) -> tile(state, index);
      case Click.OnChoice(int index) -> choice(state, index);
      case Click.OnHelp(int index) -> help(state, index);
      case Click.OnSlot(Slot slot, int step) -> slot(state, slot, step);
      case Click.OnPane(var pane) -> Step.to(state.with(state.place().showing(pane)));
      case Click.OnPreview() ->
          Step.to(
              OverviewLayout.pictured(state)
                  .map(entry -> state.under(Layer.Picture.of(entry, 0)))
                  .orElse(state));
      case Click.OnChart(var chart) -> Step.to(state.with(state.place().showing(chart)));
    };
  }

  // What only shows something is left for the tab; what asks for something is not.
  private static Step tab(State state, Tab tab) {
    boolean free =
        state.layers().stack().stream()
            .allMatch(layer -> layer instanceof Layer.Detail || layer instanceof Layer.Picture);
    return free ? Places.on(state.with(Layers.NONE), tab) : Step.to(state);
  }

  private static Step row(State state, int index) {
    boolean overview = state.place().tab() == Tab.OVERVIEW;
    int chosen = overview ? state.place().row() : state.requests().listing().chosen();
    return index == chosen ? Details.open(state) : Moving.by(state, index - chosen);
  }

  private static Step tile(State state, int index) {
    int chosen = Gallery.of(state.requests()).chosen();
    return index == chosen ? Details.open(state) : Gallery.by(state, index - chosen);
  }

  private static Step choice(State state, int index) {
    return state
        .layers()
        .highest(Layer.Menu.class)
        .filter(menu -> index < menu.choices().size())
        .map(menu -> Pressing.take(state, menu.choices().get(index)))
        .orElseGet(() -> Step.to(state));
  }

  private static Step help(State state, int index) {
    return state
        .layers()
        .highest(Layer.Help.class)
        .map(help ->
            index == help.chosen()
                ? Helping.run(state, help)
                : Step.to(Helping.moved(state, help, index - help.chosen())))
        .orElseGet(() -> Step.to(state));
  }

  private static Step slot(State state, Slot slot, int step) {
    return Composing.with(
        state,
        (now, form) -> {
          State there = now.with(now.layers().replaced(form.at(slot)));
          KeyPress.Named key = step < 0 ? KeyPress.Named.LEFT : KeyPress.Named.RIGHT;
          return step == 0 ? Step.to(there) : Pressing.of(there, KeyPress.of(key));
        });
  }

  /// Turns the wheel some rows down, or up below zero: one turn goes one choice or one row of
  /// pictures.
  static Step scrolled(State state, int rows) {
    boolean large =
        Details.onGallery(state) || state.layers().top().orElse(null) instanceof Layer.Menu;
    return Moving.by(state, large ? Integer.signum(rows) : rows);
  }
}
