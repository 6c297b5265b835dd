package dev.easel.app.tui.text;

import dev.easel.domain.ledger.EntryState;

/// The signs of states, which stand before their words so that no colour is needed.
public final class StateSign {

  private StateSign() {}

  /// The sign.
  public static String of(EntryState state) {
    return switch (state) {
      case SETTLED -> "✓";
      case RESERVED -> "…";
      case RELEASED -> "✗";
      case UNKNOWN -> "?";
    };
  }
}
