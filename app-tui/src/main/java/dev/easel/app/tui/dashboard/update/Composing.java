package dev.easel.app.tui.dashboard.update;

import dev.easel.app.tui.dashboard.state.Draft;
import dev.easel.app.tui.dashboard.state.Layer;
import dev.easel.app.tui.dashboard.state.Range;
import dev.easel.app.tui.dashboard.state.Slot;
import dev.easel.app.tui.dashboard.state.State;
import dev.easel.app.tui.dashboard.state.Tab;
import dev.easel.domain.ledger.Entry;
import java.util.List;
import java.util.Optional;
import java.util.function.BiFunction;

/// Opens the form of a new request, goes about in it, and closes it.
final class Composing {

  private Composing() {}

  /// Begins with what was sent last in an earlier sitting, unless there is something newer.
  static State begin(State state, Draft draft) {
    return state.drafts().kept() == null ? state.with(state.drafts().keeping(draft)) : state;
  }

  /// Opens it with what was last typed or sent.
  static Step open(State state) {
    Draft kept = state.drafts().kept();
    return open(state, kept == null ? Draft.EMPTY : kept);
  }

  /// Opens it with a draft.
  static Step open(State state, Draft draft) {
    Layer.Form form = Layer.Form.of(draft);
    return Asking.ask(state.under(form), form, false);
  }

  /// Does something with the form, if it is there.
  static Step with(State state, BiFunction<State, Layer.Form, Step> change) {
    return state
        .layers()
        .highest(Layer.Form.class)
        .map(form -> change.apply(state, form))
        .orElseGet(() -> Step.to(state));
  }

  /// Goes to the next place; behind the last comes the first.
  static Step next(State state) {
    return go(state, 1);
  }

  /// Goes to the place before; before the first comes the last.
  static Step previous(State state) {
    return go(state, -1);
  }

  private static Step go(State state, int places) {
    return with(
        state,
        (before, form) -> {
          List<Slot> shown = Slots.of(form.draft(), before.world().house()).shown();
          int next = Math.floorMod(shown.indexOf(form.focus()) + places, shown.size());
          return Step.to(before.with(before.layers().replaced(form.at(shown.get(next)))));
        });
  }

  /// Closes it and keeps what was typed for the next time.
  static Step close(State state) {
    return with(
        state,
        (before, form) ->
            Step.to(
                before.with(before.drafts().keeping(form.draft())).with(before.layers().less())));
  }

  /// Empties it.
  static Step reset(State state) {
    return with(state, (before, form) -> Asking.drawn(before, form.at(Slot.PROMPT), Draft.EMPTY));
  }

  /// Why there is no earlier request of the same prompt and parameters to go to.
  static Optional<String> nothingBefore(State state) {
    return before(state).isPresent()
        ? Optional.empty()
        : Optional.of("no request before this one was the same");
  }

  private static Optional<Entry> before(State state) {
    return state
        .layers()
        .highest(Layer.Form.class)
        .filter(Layer.Form::current)
        .flatMap(form -> Optional.ofNullable(form.answer()))
        .flatMap(answer -> Optional.ofNullable(answer.before()));
  }

  /// Goes to the earlier request of the same prompt and parameters.
  static Step goBefore(State state) {
    return before(state)
        .map(entry -> {
          State closed = close(state).state();
          State there = closed.with(closed.place().on(Tab.REQUESTS).over(Range.ALL));
          return Reading.books(there)
              .then(reading -> Filtering.by(reading, "id:" + entry.id().shortForm()));
        })
        .orElseGet(() -> Step.to(state));
  }
}
