package dev.easel.domain.cost;

import dev.easel.domain.image.Nullable;
import java.time.LocalDate;

/// A price and the days, UTC, on which it holds.
///
/// @param from the first day, null when it held from the beginning
/// @param until the last day, null when no end is known
public record DatedPrice(Price price, @Nullable LocalDate from, @Nullable LocalDate until) {

  /// Whether it holds on `day`.
  public boolean holds(LocalDate day) {
    return (from == null || !day.isBefore(from)) && !ended(day);
  }

  /// Whether it holds no more on `day`.
  public boolean ended(LocalDate day) {
    return until != null && day.isAfter(until);
  }

  /// Whether both are for the same model at the same provider.
  public boolean sameModel(DatedPrice other) {
    return price.provider().equals(other.price.provider())
        && price.model().equals(other.price.model());
  }
}
