package dev.easel.domain.cost;

import java.time.LocalDate;
import java.util.Optional;

/// The port to the prices.
public interface PriceBook {

  /// The price of the model with exactly this id at the provider of this name on `day`, UTC.
  Optional<Price> price(String provider, String model, LocalDate day);

  /// The version, by which a figure can be explained later: a date, with a mark when a user's file
  /// changes it.
  String version();
}
