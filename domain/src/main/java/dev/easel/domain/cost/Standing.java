package dev.easel.domain.cost;

import dev.easel.domain.image.Nullable;
import java.util.Optional;

/// How a budget stands.
public record Standing(Limit limit, Committed committed) {

  /// What is left; zero when the cap is reached or passed.
  public Money left() {
    Money total = committed.total();
    return total.compareTo(limit.cap()) >= 0
        ? Money.ZERO
        : limit.cap().plusInRange(total.negated());
  }

  /// The whole percents that are committed; they may be more than a hundred.
  public long percent() {
    return BudgetLevel.percent(committed.total(), limit.cap());
  }

  /// How much is committed, in words.
  public BudgetLevel level() {
    return BudgetLevel.of(committed.total(), limit.cap());
  }

  /// Whether an amount more may be committed: the cap may be reached and not passed.
  public boolean admits(Money amount) {
    return committed.total().plusInRange(amount).compareTo(limit.cap()) <= 0;
  }

  /// How it stands when a request more runs.
  public Standing after(Estimate estimate) {
    return new Standing(limit, committed.with(estimate));
  }

  /// What whoever spends should know, one sentence; empty while less than 80 % is committed.
  public Optional<String> warning() {
    return switch (level()) {
      case OK -> Optional.empty();
      case NEAR_80, NEAR_95 ->
          Optional.of(
              "%s is at %d %%: %s of %s is committed, and %s is left"
                  .formatted(limit.name(), percent(), committed.total(), limit.cap(), left()));
      case REACHED ->
          Optional.of(
              "%s is reached: %s of %s is committed"
                  .formatted(limit.name(), committed.total(), limit.cap()));
    };
  }

  /// What `asker` should know; of a budget that is not its own, no amounts.
  ///
  /// @param asker a named caller, null for the user
  public Optional<String> warning(@Nullable String asker) {
    if (limit.openTo(asker)) {
      return warning();
    }
    return switch (level()) {
      case OK -> Optional.empty();
      case NEAR_80, NEAR_95 -> Optional.of(limit.name() + " of the server is nearly used up");
      case REACHED -> Optional.of(limit.name() + " of the server is used up");
    };
  }

  /// Why `amount` is not admitted, in the words for `asker` and in full.
  Budget.Refusal refusal(Money amount, @Nullable String asker) {
    String details = refusal(amount);
    String message =
        limit.openTo(asker)
            ? details
            : limit.name() + " of the server has no room left for this request";
    return new Budget.Refusal(this, message, details);
  }

  /// Why `amount` is not admitted, one sentence, and what to do.
  private String refusal(Money amount) {
    return "this request may cost %s, and %s of %s has %s committed and %s left; %s raises it"
        .formatted(
            amount,
            limit.name(),
            limit.cap(),
            committed.total(),
            left(),
            limit.raising(missing(amount)));
  }

  // Rounded up to whole dollars, where there are such.
  private Money missing(Money amount) {
    Money dollar = Money.ofUsd("1");
    Money over = committed.total().plusInRange(amount).plusInRange(limit.cap().negated());
    boolean roundable = over.nanos() <= Long.MAX_VALUE - dollar.nanos();
    return roundable ? dollar.times(Math.ceilDiv(over.nanos(), dollar.nanos())) : over;
  }
}
