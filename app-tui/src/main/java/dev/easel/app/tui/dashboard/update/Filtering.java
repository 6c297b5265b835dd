package dev.easel.app.tui.dashboard.update;

import dev.easel.app.tui.dashboard.state.Field;
import dev.easel.app.tui.dashboard.state.Layer;
import dev.easel.app.tui.dashboard.state.Layer.Line.Purpose;
import dev.easel.app.tui.dashboard.state.State;
import dev.easel.app.tui.dashboard.state.Tab;
import dev.easel.domain.ledger.Query;

/// The filter of the requests.
final class Filtering {

  private Filtering() {}

  /// Opens the line for it; from a tab without requests it goes to them first.
  static Step open(State state) {
    String filter = state.requests().listing().filter();
    return Step.to(
        state
            .with(state.place().on(state.place().tab() == Tab.GALLERY ? Tab.GALLERY : Tab.REQUESTS))
            .under(new Layer.Line(Purpose.FILTER, Field.of(filter), filter, null)));
  }

  /// Filters by what was typed, unless it cannot be understood.
  static Step accept(State state, Layer.Line line) {
    String filter = line.field().text().strip();
    try {
      Query.parse(
          state.place().range().with(filter), state.world().house().zone(), state.world().now());
    } catch (Query.QueryProblem problem) {
      String sentence = problem(state, filter, problem);
      return Step.to(state.with(state.layers().topped(line.wrong(sentence))));
    }
    return by(state.with(state.layers().less()), filter);
  }

  // The range stands before what the user typed, so places are told from where that begins.
  private static String problem(State state, String filter, Query.QueryProblem problem) {
    try {
      Query.parse(filter, state.world().house().zone(), state.world().now());
      return problem.getMessage();
    } catch (Query.QueryProblem own) {
      return own.getMessage();
    }
  }

  static Step by(State state, String filter) {
    return Reading.first(Lists.change(state, listing -> listing.filtered(filter).choosing(0)));
  }

  /// Shows all again.
  static Step clear(State state) {
    return by(state, "");
  }
}
