package dev.easel.app.tui.dashboard.update;

import dev.easel.app.tui.dashboard.state.Field;
import dev.easel.app.tui.dashboard.state.Layer;
import dev.easel.app.tui.dashboard.state.State;

/// The line that is typed at the bottom.
final class Lines {

  private Lines() {}

  /// Opens the command line.
  static Step command(State state) {
    return Step.to(state.under(new Layer.Line(Layer.Line.Purpose.COMMAND, Field.EMPTY, "", null)));
  }

  /// Takes what was typed.
  static Step accept(State state) {
    return state
        .layers()
        .highest(Layer.Line.class)
        .map(line ->
            switch (line.purpose()) {
              case FILTER -> Filtering.accept(state, line);
              case COMMAND -> Commands.accept(state, line);
              case TAGS -> Marking.tag(state, line);
            })
        .orElseGet(() -> Step.to(state));
  }

  /// Completes what was typed, where that can be.
  static Step complete(State state) {
    return state
        .layers()
        .highest(Layer.Line.class)
        .map(line ->
            switch (line.purpose()) {
              case FILTER -> Completing.filter(state, line);
              case COMMAND -> Commands.complete(state, line);
              case TAGS -> Step.to(state);
            })
        .orElseGet(() -> Step.to(state));
  }
}
