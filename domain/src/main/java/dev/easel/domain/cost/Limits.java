package dev.easel.domain.cost;

import dev.easel.domain.image.Nullable;
import java.util.List;
import java.util.Optional;

/// The budgets that a request must keep within, all of them.
///
/// @param allowUnknown whether a request whose cost cannot be estimated may pass
/// @param asker the named caller whose request it is, null for the user
public record Limits(List<Limit> all, boolean allowUnknown, @Nullable String asker) {

  /// Copies the list.
  public Limits {
    all = List.copyOf(all);
  }

  /// What comes of a request.
  public sealed interface Verdict {
    /// It may be sent.
    ///
    /// @param standings of all budgets, the request included
    record Passed(List<Standing> standings) implements Verdict {
      /// Copies the list.
      public Passed {
        standings = List.copyOf(standings);
      }
    }

    /// It must not be sent.
    record Refused(Budget.Refusal refusal) implements Verdict {}
  }

  /// Whether nothing limits.
  public boolean none() {
    return all.isEmpty();
  }

  /// How the budgets stand.
  public List<Standing> standings(Spending spending) {
    return all.stream()
        .map(limit -> new Standing(limit, spending.of(limit.period(), limit.caller())))
        .toList();
  }

  /// Judges a request that may cost up to the estimate's high end, on top of what is committed.
  public Verdict judge(Spending spending, Estimate estimate) {
    List<Standing> standings = standings(spending);
    return refusal(standings, estimate)
        .<Verdict>map(Verdict.Refused::new)
        .orElseGet(() ->
            new Verdict.Passed(
                standings.stream().map(standing -> standing.after(estimate)).toList()));
  }

  private Optional<Budget.Refusal> refusal(List<Standing> standings, Estimate estimate) {
    Optional<Money> high = estimate.high();
    if (high.isEmpty()) {
      return none() || allowUnknown ? Optional.empty() : Optional.of(unknown());
    }
    return standings.stream()
        .filter(standing -> !standing.admits(high.get()))
        .findFirst()
        .map(standing -> standing.refusal(high.get(), asker));
  }

  private Budget.Refusal unknown() {
    String message = "a budget is set and the cost of this request cannot be estimated";
    String details = message + "; set budget.unknown-estimate to allow to send it all the same";
    return new Budget.Refusal(null, message, details);
  }
}
