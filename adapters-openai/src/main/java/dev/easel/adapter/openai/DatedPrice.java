package dev.easel.adapter.openai;

import dev.easel.domain.cost.Price;
import dev.easel.domain.image.Nullable;
import java.time.LocalDate;

/// A price and the days on which it holds.
///
/// @param from the first day, null when it held from the beginning
/// @param until the last day, null when no end is known
record DatedPrice(Price price, @Nullable LocalDate from, @Nullable LocalDate until) {

  boolean holds(LocalDate day) {
    return (from == null || !day.isBefore(from)) && (until == null || !day.isAfter(until));
  }
}
