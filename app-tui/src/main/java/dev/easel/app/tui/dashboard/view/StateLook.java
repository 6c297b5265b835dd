package dev.easel.app.tui.dashboard.view;

import dev.easel.app.tui.screen.Role;
import dev.easel.app.tui.text.StateSign;
import dev.easel.domain.ledger.Entry;

/// How a state looks: by sign, word and role, so that none is needed to tell it.
final class StateLook {

  private StateLook() {}

  static EntryColumn.Text of(Entry entry) {
    return switch (entry.state()) {
      case SETTLED -> look(entry, "settled", Role.GOOD);
      case RESERVED -> look(entry, entry.waiting() ? "queued" : "running", Role.RUNNING);
      case RELEASED -> look(entry, "released", Role.BAD);
      case UNKNOWN -> look(entry, "unknown", Role.WARNING);
    };
  }

  private static EntryColumn.Text look(Entry entry, String word, Role role) {
    return new EntryColumn.Text(StateSign.of(entry.state()) + " " + word, role);
  }
}
