package dev.easel.adapter.persistence;

import dev.easel.domain.ledger.EntryState;

/// The numbers of states in the tables, which never change.
final class SqliteState {

  private SqliteState() {}

  /// The number of a state.
  static long number(EntryState state) {
    return switch (state) {
      case RESERVED -> 0;
      case SETTLED -> 1;
      case RELEASED -> 2;
      case UNKNOWN -> 3;
    };
  }

  /// The state with this number.
  static EntryState of(long number) {
    for (EntryState state : EntryState.values()) {
      if (number(state) == number) {
        return state;
      }
    }
    throw new IllegalArgumentException("no state has the number " + number);
  }
}
