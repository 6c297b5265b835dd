package dev.easel.app.tui.dashboard.update;

import dev.easel.app.tui.dashboard.state.Draft;
import dev.easel.app.tui.dashboard.state.Effect;
import dev.easel.app.tui.dashboard.state.Event;
import dev.easel.app.tui.dashboard.state.Layer;
import dev.easel.app.tui.dashboard.state.State;

/// Asks what is known of the request in the form, and takes the answers. An answer to any question
/// but the last is dropped.
final class Asking {

  private Asking() {}

  /// Asks about the request in the form as it stands.
  ///
  /// @param thenSend whether it is to be sent as soon as the answer is there
  static Step ask(State state, Layer.Form form, boolean thenSend) {
    State asking = state.with(state.drafts().asking());
    long asked = asking.drafts().asked();
    return Step.to(
        asking.with(asking.layers().replaced(form.asking(asked, thenSend))),
        new Effect.Assess(asked, Wishing.of(form.draft(), state.world().house()), thenSend));
  }

  /// Asks once more about the request in the form, if there is one, because more is known.
  static Step again(State state) {
    return state
        .layers()
        .highest(Layer.Form.class)
        .map(form -> ask(state, form, form.sending()))
        .orElseGet(() -> Step.to(state));
  }

  /// Puts another draft into the form, and asks when it asks for something else.
  static Step drawn(State state, Layer.Form form, Draft draft) {
    var house = state.world().house();
    Layer.Form other = form.drawn(draft);
    return Wishing.of(form.draft(), house).equals(Wishing.of(draft, house))
        ? Step.to(state.with(state.layers().replaced(other)))
        : ask(state, other, false);
  }

  static Step assessed(State state, Event.Assessed answer) {
    return state
        .layers()
        .highest(Layer.Form.class)
        .filter(form -> form.asked() == answer.asked())
        .map(form -> answered(state, form.answered(answer.assessment())))
        .orElseGet(() -> Step.to(state));
  }

  private static Step answered(State state, Layer.Form form) {
    State answered = state.with(state.layers().replaced(form.waiting()));
    return form.sending() ? Sending.send(answered) : Step.to(answered);
  }

  static Step troubled(State state, Event.AssessTroubled trouble) {
    return Step.to(
        state
            .layers()
            .highest(Layer.Form.class)
            .filter(form -> form.asked() == trouble.asked())
            .map(form -> troubled(state, form, trouble.sentence()))
            .orElse(state));
  }

  private static State troubled(State state, Layer.Form form, String sentence) {
    State told = form.sending() ? Messages.fail(state, "nothing was sent: " + sentence) : state;
    return told.with(told.layers().replaced(form.troubled(sentence)));
  }
}
