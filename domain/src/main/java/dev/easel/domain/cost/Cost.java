package dev.easel.domain.cost;

import dev.easel.domain.image.Nullable;
import java.util.List;
import java.util.Optional;

/// What a request cost, and how that is known.
///
/// @param amount null when not known, which is not zero
/// @param priceBook the version of the price book that gave the rates, null when none did
public record Cost(
    @Nullable Money amount, CostBasis basis, List<CostLine> lines, @Nullable String priceBook) {

  /// Not known.
  public static final Cost UNKNOWN = new Cost(null, CostBasis.UNKNOWN, List.of(), null);

  /// Certainly nothing.
  public static final Cost NONE = new Cost(Money.ZERO, CostBasis.NONE, List.of(), null);

  /// Copies the lines.
  public Cost {
    lines = List.copyOf(lines);
  }

  /// A figure without lines.
  public static Cost of(Money amount, CostBasis basis) {
    return new Cost(amount, basis, List.of(), null);
  }

  /// The amount, if it is known.
  public Optional<Money> known() {
    return Optional.ofNullable(amount);
  }
}
