package dev.easel.domain.cost;

import dev.easel.domain.image.Nullable;
import java.util.Optional;

/// How much may be spent in a day and in a month of the log's zone, before anything is raised.
///
/// @param daily null for no limit
/// @param monthly null for no limit
/// @param allowUnknown whether a request whose cost cannot be estimated may pass while a limit is
///   set
public record Budget(@Nullable Money daily, @Nullable Money monthly, boolean allowUnknown) {

  /// No limit at all.
  public static final Budget UNLIMITED = new Budget(null, null, true);

  /// Why a request must not be sent.
  ///
  /// @param standing of the budget that stands against it, before the request; null when the reason
  ///   is an unknown estimate
  /// @param message one sentence for whoever asked, which tells nobody what others spend
  /// @param details the same in full, for the user
  public record Refusal(@Nullable Standing standing, String message, String details) {}

  /// Whether nothing limits.
  public boolean unlimited() {
    return daily == null && monthly == null;
  }

  /// The limit of a period, if there is one.
  public Optional<Money> base(BudgetPeriod period) {
    return Optional.ofNullable(
        switch (period) {
          case DAY -> daily;
          case MONTH -> monthly;
        });
  }
}
