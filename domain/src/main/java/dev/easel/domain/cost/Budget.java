package dev.easel.domain.cost;

import dev.easel.domain.image.Nullable;
import java.util.Optional;

/// How much may be spent in a day and in a month of the log's zone.
///
/// @param daily null for no limit
/// @param monthly null for no limit
/// @param allowUnknown whether a request whose cost cannot be estimated may pass while a limit is
///   set
public record Budget(@Nullable Money daily, @Nullable Money monthly, boolean allowUnknown) {

  /// No limit at all.
  public static final Budget UNLIMITED = new Budget(null, null, true);

  /// What is committed: settled, reserved and at risk, counted on the day of reservation.
  public record Committed(Money today, Money thisMonth) {}

  /// Why a request must not be sent.
  ///
  /// @param limit null when the limit is not the reason but an unknown estimate
  /// @param message one sentence
  public record Refusal(@Nullable Money limit, Money committed, String message) {}

  /// Whether nothing limits.
  public boolean unlimited() {
    return daily == null && monthly == null;
  }

  /// Judges a request that may cost up to the estimate's high end, on top of what is committed. A
  /// limit may be reached and not passed.
  public Optional<Refusal> judge(Committed committed, Estimate estimate) {
    if (unlimited()) {
      return Optional.empty();
    }
    Optional<Money> high = estimate.high();
    if (high.isEmpty()) {
      return allowUnknown ? Optional.empty() : Optional.of(unknown(committed));
    }
    return over("daily", daily, committed.today(), high.get())
        .or(() -> over("monthly", monthly, committed.thisMonth(), high.get()));
  }

  private static Refusal unknown(Committed committed) {
    return new Refusal(
        null,
        committed.today(),
        "a budget is set and the cost of this request cannot be estimated;"
            + " set budget.unknown-estimate to allow to send it all the same");
  }

  private static Optional<Refusal> over(
      String period, @Nullable Money limit, Money committed, Money high) {
    if (limit == null || high.compareTo(limit.minus(committed)) <= 0) {
      return Optional.empty();
    }
    return Optional.of(
        new Refusal(
            limit,
            committed,
            "this request may cost %s, and of the %s budget of %s already %s is committed"
                .formatted(high, period, limit, committed)));
  }
}
