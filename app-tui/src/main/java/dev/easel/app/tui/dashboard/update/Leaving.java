package dev.easel.app.tui.dashboard.update;

import dev.easel.app.tui.dashboard.state.Effect;
import dev.easel.app.tui.dashboard.state.Job;
import dev.easel.app.tui.dashboard.state.Layer;
import dev.easel.app.tui.dashboard.state.State;
import dev.easel.app.tui.dashboard.state.Tab;
import dev.easel.app.tui.screen.KeyPress;
import dev.easel.app.tui.text.Figures;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;

/// Goes back, and out.
final class Leaving {

  // Elsewhere nobody sees the filter and the marks.
  private static final Set<Tab> LISTED = EnumSet.of(Tab.REQUESTS, Tab.GALLERY);

  private Leaving() {}

  /// Closes what lies on top, or else shows all panels, or clears the marks or the filter, or does
  /// nothing: Esc never quits.
  static Step back(State state) {
    if (state.layers().top().isPresent()) {
      return Step.to(state.with(state.layers().less()));
    }
    if (!LISTED.contains(state.place().tab())) {
      return Step.to(state.with(state.place().alone(false)));
    }
    if (!state.requests().listing().marked().isEmpty()) {
      return Step.to(Lists.change(state, listing -> listing.marked(Set.of())));
    }
    return state.requests().listing().filter().isEmpty() ? Step.to(state) : Filtering.clear(state);
  }

  /// Quits, after a question while something is under way.
  static Step quit(State state) {
    return state.jobs().active().isEmpty()
        ? Step.to(state, Showing.QUIT)
        : Step.to(state.under(question(state.jobs().active())));
  }

  private static Layer.Menu question(List<Job> jobs) {
    long sent = jobs.stream().filter(Job::sent).count();
    List<String> lines = new ArrayList<>();
    lines.add(Figures.counted(jobs.size(), "request is", "requests are") + " under way here.");
    if (sent > 0) {
      lines.add(
          Figures.counted(sent, "was", "were")
              + " sent and may be charged; left now, the entry is unknown until you settle it.");
    }
    return Layer.Menu.of(
        "Quit Easel?",
        lines,
        List.of(
            new Layer.Choice(
                new KeyPress("w"), "wait for them, then quit", List.of(new Effect.QuitWhenDone())),
            new Layer.Choice(
                new KeyPress("c"),
                "cancel what was not sent, wait for the rest, then quit",
                cancelling(jobs)),
            new Layer.Choice(new KeyPress("l"), "leave now", List.of(Showing.QUIT)),
            new Layer.Choice(new KeyPress("s"), "stay", List.of())));
  }

  private static List<Effect> cancelling(List<Job> jobs) {
    List<Effect> effects = new ArrayList<>();
    jobs.stream()
        .filter(job -> !job.sent())
        .forEach(job -> effects.add(new Effect.Cancel(job.number())));
    effects.add(new Effect.QuitWhenDone());
    return effects;
  }
}
