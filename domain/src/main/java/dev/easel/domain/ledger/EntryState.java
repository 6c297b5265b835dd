package dev.easel.domain.ledger;

import java.util.Locale;
import java.util.Optional;

/// What happened to the money of an entry.
public enum EntryState {
  /// Sent or about to be; the estimate is at risk.
  RESERVED,
  /// Pictures arrived; where their cost is not known, the estimate stays at risk.
  SETTLED,
  /// Certainly nothing was charged.
  RELEASED,
  /// It may have been charged; the user settles it by hand.
  UNKNOWN;

  /// The word in logs, queries and answers.
  public String word() {
    return name().toLowerCase(Locale.ROOT);
  }

  /// The state with this word, in any case.
  public static Optional<EntryState> named(String word) {
    for (EntryState state : values()) {
      if (state.word().equalsIgnoreCase(word)) {
        return Optional.of(state);
      }
    }
    return Optional.empty();
  }
}
