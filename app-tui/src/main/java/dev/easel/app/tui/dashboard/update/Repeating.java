package dev.easel.app.tui.dashboard.update;

import dev.easel.app.tui.dashboard.state.Assessment;
import dev.easel.app.tui.dashboard.state.Effect;
import dev.easel.app.tui.dashboard.state.Event;
import dev.easel.app.tui.dashboard.state.Layer;
import dev.easel.app.tui.dashboard.state.Scope;
import dev.easel.app.tui.dashboard.state.State;
import dev.easel.app.tui.dashboard.state.Wish;
import dev.easel.app.tui.dashboard.state.World;
import dev.easel.domain.ledger.Entry;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/// Makes an entry again, as it was or changed.
final class Repeating {

  private static final Set<Scope> BUSY =
      EnumSet.of(Scope.LINE, Scope.HELP, Scope.MENU, Scope.FORM, Scope.OFFER);

  private Repeating() {}

  /// Why the chosen entry cannot be made again.
  static Optional<String> hindrance(State state) {
    World.House house = state.world().house();
    return wordless(state)
        .or(() -> Optional.ofNullable(house.keyMissing()))
        .or(() ->
            Subject.of(state)
                .map(Entry::provider)
                .filter(provider -> !provider.equals(house.provider()))
                .map(provider ->
                    "it was made by %s, and new requests go to %s"
                        .formatted(provider, house.provider())));
  }

  /// Why the chosen entry cannot be opened in the form.
  static Optional<String> wordless(State state) {
    return Subject.missing(state)
        .or(() ->
            Subject.of(state)
                .filter(entry -> entry.promptWithheld() || entry.prompt().isBlank())
                .map(entry ->
                    entry.promptWithheld()
                        ? "its prompt was kept out of the log"
                        : "the log has no prompt of it"));
  }

  /// Makes the chosen entry again, after a question when that costs something.
  static Step again(State state) {
    return Subject.of(state)
        .map(entry -> recall(state, entry, true))
        .orElseGet(() -> Step.to(state));
  }

  /// Opens the chosen entry in the form.
  static Step edit(State state) {
    return Subject.of(state)
        .map(entry ->
            entry.inputs().isEmpty() ? open(state, entry, List.of()) : recall(state, entry, false))
        .orElseGet(() -> Step.to(state));
  }

  private static Step open(State state, Entry entry, List<Wish.PictureFile> files) {
    return Composing.open(state, Reopening.draft(entry, files, state.world().house()));
  }

  private static Step recall(State state, Entry entry, boolean again) {
    State asking = state.with(state.drafts().asking());
    return Step.to(asking, new Effect.Recall(asking.drafts().asked(), entry, again));
  }

  static Step recalled(State state, Event.Recalled found) {
    if (late(state, found.asked())) {
      return Step.to(state);
    }
    Assessment ready = found.assessment();
    boolean kept = state.world().house().promptKept();
    if (!ready.sound() && !ready.forcible()) {
      return Step.to(
          Messages.warn(state, "nothing is sent: " + ready.violations().getFirst().message()));
    }
    return ready.sound() && ready.free()
        ? Sending.go(state, ready, null, kept, true)
        : Step.to(
            state.under(
                new Layer.Offer(
                    "Run #" + found.entry().id().shortForm() + " again?", ready, null, kept)));
  }

  static Step reopened(State state, Event.Reopened found) {
    return late(state, found.asked()) ? Step.to(state) : open(state, found.entry(), found.files());
  }

  static Step troubled(State state, Event.RecallTroubled trouble) {
    return Step.to(
        trouble.asked() == state.drafts().asked()
            ? Messages.warn(state, trouble.sentence())
            : state);
  }

  // The user has asked for something else, or is doing something else by now.
  private static boolean late(State state, long asked) {
    return asked != state.drafts().asked()
        || state.layers().top().map(Layer::scope).filter(BUSY::contains).isPresent();
  }
}
