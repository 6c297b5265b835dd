package dev.easel.domain.cost;

import java.util.Locale;

/// Where a figure comes from.
public enum CostBasis {
  /// The provider named the cost itself.
  PROVIDER,
  /// Reported usage times the price of each class of token.
  USAGE,
  /// A per-image table, or an output-token table or formula.
  TABLE,
  /// What an older log said.
  AS_LOGGED,
  /// The user settled it by hand.
  BY_HAND,
  /// Nothing was charged.
  NONE,
  /// Not known.
  UNKNOWN;

  /// The word in logs and answers: `usage`, `as_logged`, …
  public String word() {
    return name().toLowerCase(Locale.ROOT);
  }

  /// The basis with this word.
  ///
  /// @throws IllegalArgumentException when there is none
  public static CostBasis of(String word) {
    return valueOf(word.toUpperCase(Locale.ROOT));
  }
}
