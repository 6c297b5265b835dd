package dev.easel.app.tui.dashboard.update;

import dev.easel.app.tui.dashboard.state.Assessment;
import dev.easel.app.tui.dashboard.state.Draft;
import dev.easel.app.tui.dashboard.state.Effect;
import dev.easel.app.tui.dashboard.state.Expectation;
import dev.easel.app.tui.dashboard.state.Layer;
import dev.easel.app.tui.dashboard.state.Layers;
import dev.easel.app.tui.dashboard.state.Shape;
import dev.easel.app.tui.dashboard.state.Slot;
import dev.easel.app.tui.dashboard.state.State;
import dev.easel.app.tui.text.Figures;
import dev.easel.domain.cost.Estimate;
import dev.easel.domain.image.Nullable;
import dev.easel.domain.image.Violation;
import dev.easel.domain.usecase.Order;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/// Sends requests, after a question where there is something to ask.
final class Sending {

  private static final Slot[] WORDS = {
    Slot.PROMPT, Slot.PICTURES, Slot.MASK, Slot.MARKUP, Slot.MORE
  };

  private Sending() {}

  /// Sends the request in the form, as soon as it is known that nothing stands against it.
  static Step send(State state) {
    return Composing.with(state, Sending::send);
  }

  private static Step send(State state, Layer.Form form) {
    String keyMissing = state.world().house().keyMissing();
    if (keyMissing != null) {
      return Step.to(Messages.warn(state, "nothing is sent: " + keyMissing));
    }
    Assessment answer = form.answer();
    if (answer == null || !form.current()) {
      return Asking.ask(state, form, true);
    }
    boolean kept = Slots.of(form.draft(), state.world().house()).promptKept();
    return answer.sound()
        ? go(state, answer, form.draft(), kept, true)
        : refused(state, form, answer, kept);
  }

  private static Step refused(State state, Layer.Form form, Assessment answer, boolean kept) {
    Violation first = answer.violations().getFirst();
    Slot slot = Slots.of(form.draft(), state.world().house()).place(first.parameter());
    State focused = state.with(state.layers().replaced(form.at(slot)));
    return Step.to(
        answer.forcible()
            ? focused.under(new Layer.Offer("Send it all the same?", answer, form.draft(), kept))
            : Messages.warn(focused, "nothing is sent: " + first.message()));
  }

  /// Sends the request that only waited for a word.
  static Step take(State state) {
    return state
        .layers()
        .highest(Layer.Offer.class)
        .map(offer ->
            go(
                state,
                offer.assessment(),
                offer.draft(),
                offer.promptKept(),
                offer.assessment().sound()))
        .orElseGet(() -> Step.to(state));
  }

  /// Sends a request and closes what asked about it.
  ///
  /// @param draft what it was in the form, null when it was not there
  /// @param check whether the rules of the model are to be kept
  static Step go(
      State state, Assessment ready, @Nullable Draft draft, boolean promptKept, boolean check) {
    Order order = new Order(ready.request(), null, null, check, promptKept);
    Step started = Working.start(expecting(closed(state), ready), order, ready.request());
    String told = ready.request().model() + " is under way, " + words(ready.estimate());
    Step step = new Step(Messages.succeed(started.state(), told), started.effects());
    return draft == null ? step : step.then(sent -> keep(sent, draft, promptKept));
  }

  // What was found out for the form holds for the row of the job, too.
  private static State expecting(State state, Assessment ready) {
    Map<Shape, Expectation> known = new HashMap<>(state.books().expectations());
    Optional.ofNullable(ready.expectation())
        .ifPresent(found -> known.put(Shape.of(ready.request()), found));
    return state.with(state.books().expecting(known));
  }

  private static State closed(State state) {
    return state.with(
        new Layers(
            state.layers().stack().stream()
                .filter(layer -> !(layer instanceof Layer.Form || layer instanceof Layer.Offer))
                .toList()));
  }

  // What is not to be kept in the log is not kept here either.
  private static Step keep(State state, Draft draft, boolean promptKept) {
    Draft usual = draft.without(Slot.KEPT);
    Draft next = promptKept ? usual : usual.without(WORDS);
    return Step.to(state.with(state.drafts().keeping(next)), new Effect.KeepDraft(next));
  }

  private static String words(Estimate estimate) {
    return switch (estimate) {
      case Estimate.Exact exact -> "estimated at " + Figures.money(exact.amount());
      case Estimate.Range range ->
          "estimated at " + Figures.money(range.least()) + " to " + Figures.money(range.most());
      case Estimate.Unknown _ -> "at a cost that nobody can tell before";
    };
  }
}
