package dev.easel.app.tui.dashboard.view;

import dev.easel.app.tui.dashboard.state.Assessment;
import dev.easel.app.tui.dashboard.state.Expectation;
import dev.easel.app.tui.dashboard.state.World;
import dev.easel.app.tui.screen.Role;
import dev.easel.app.tui.text.Figures;
import dev.easel.domain.cost.Estimate;
import dev.easel.domain.cost.Money;
import dev.easel.domain.cost.Standing;
import dev.easel.domain.image.Nullable;
import dev.easel.domain.ledger.Entry;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// What is said of a request before it is sent: what it would cost and leave, how long it may take.
final class AssessmentLook {

  private AssessmentLook() {}

  /// Something that is said.
  ///
  /// @param label what it is about, empty when it goes on about the same
  record Said(String label, String text, Role role) {}

  static List<Said> of(Assessment assessment, Scene scene) {
    List<Said> said = new ArrayList<>();
    said.add(cost(assessment.estimate(), scene.state().world().house()));
    said.addAll(budgets(assessment));
    said.add(time(assessment.expectation()));
    Entry before = assessment.before();
    if (before != null) {
      said.add(
          new Said(
              "Before",
              "the same ran %s: #%s, %s"
                  .formatted(
                      scene.moment(before.timestamp()).strip(),
                      before.id().shortForm(),
                      before.state().word()),
              Role.WARNING));
    }
    return said;
  }

  private static Said cost(Estimate estimate, World.House house) {
    String play = house.sandbox() ? " (in the sandbox nothing is charged)" : "";
    return switch (estimate) {
      case Estimate.Exact exact ->
          new Said("Cost", Figures.money(exact.amount()) + play, Role.MONEY);
      case Estimate.Range range ->
          new Said(
              "Cost",
              "%s to %s: %s%s"
                  .formatted(
                      Figures.money(range.least()), Figures.money(range.most()), range.why(), play),
              Role.MONEY);
      case Estimate.Unknown unknown ->
          new Said("Cost", "unknown: " + unknown.why() + play, Role.WARNING);
    };
  }

  private static List<Said> budgets(Assessment assessment) {
    List<Said> said = new ArrayList<>();
    for (Standing standing : assessment.standings()) {
      said.add(budget(said.isEmpty() ? "Budget" : "", standing, assessment.estimate()));
    }
    return said;
  }

  private static Said budget(String label, Standing standing, Estimate estimate) {
    String now =
        "%s left of %s in %s"
            .formatted(
                Figures.money(standing.left()),
                Figures.money(standing.limit().cap()),
                standing.limit().name());
    Optional<Money> high = estimate.high();
    if (high.isEmpty()) {
      return new Said(label, now + "; what cannot be estimated may be refused", Role.WARNING);
    }
    return standing.admits(high.get())
        ? new Said(
            label,
            "%s, %s afterwards".formatted(now, Figures.money(standing.after(estimate).left())),
            Role.TEXT)
        : new Said(label, now + ", which refuses it", Role.BAD);
  }

  private static Said time(@Nullable Expectation expectation) {
    if (expectation == null) {
      return new Said("Time", "no earlier run to compare with", Role.MUTED);
    }
    String runs = Figures.counted(expectation.runs(), "earlier run", "earlier runs");
    return expectation.runs() < Expectation.FEWEST
        ? new Said("Time", "only " + runs + " to compare with", Role.MUTED)
        : new Said(
            "Time",
            "about %s, 95 %% within %s: %s%s"
                .formatted(
                    Figures.duration(expectation.middle()),
                    Figures.duration(expectation.slow()),
                    runs,
                    costs(expectation)),
            Role.TEXT);
  }

  private static String costs(Expectation expectation) {
    Money least = expectation.cheapest();
    Money most = expectation.dearest();
    if (least == null || most == null) {
      return "";
    }
    return least.equals(most)
        ? " at " + Figures.money(least)
        : " at %s to %s".formatted(Figures.money(least), Figures.money(most));
  }
}
