package dev.easel.domain.cost;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

/// The port to the prices.
public interface PriceBook {

  /// The price of the model with exactly this id at the provider of this name on `day`, UTC.
  Optional<Price> price(String provider, String model, LocalDate day);

  /// All prices, those that hold no more or not yet included, in the order in which they are shown.
  List<DatedPrice> prices();

  /// The built-in prices in whose place those of the user's file stand.
  List<DatedPrice> replaced();

  /// The version, by which a figure can be explained later: a date, with a mark when a user's file
  /// changes it.
  String version();
}
