package dev.easel.app.tui.dashboard.state;

import dev.easel.domain.cost.Estimate;
import dev.easel.domain.cost.Standing;
import dev.easel.domain.image.ImageRequest;
import dev.easel.domain.image.Nullable;
import dev.easel.domain.image.Violation;
import dev.easel.domain.ledger.Entry;
import java.util.List;

/// What is known of a request before it is sent.
///
/// @param request with its pictures, its defaults filled in
/// @param violations what stands against it, by parameter
/// @param forcible whether it could be sent all the same: none but the model's own rules are broken
/// @param estimate what it would cost
/// @param standings how the budgets stand without it
/// @param expectation what those before it say, null when they say nothing
/// @param before the newest entry of the same prompt and parameters, null when there is none
public record Assessment(
    ImageRequest request,
    List<Violation> violations,
    boolean forcible,
    Estimate estimate,
    List<Standing> standings,
    @Nullable Expectation expectation,
    @Nullable Entry before) {

  /// Copies the lists.
  public Assessment {
    violations = List.copyOf(violations);
    standings = List.copyOf(standings);
  }

  /// Whether nothing stands against it.
  public boolean sound() {
    return violations.isEmpty();
  }

  /// Whether it certainly costs nothing.
  public boolean free() {
    return estimate.high().filter(high -> high.nanos() == 0).isPresent();
  }
}
