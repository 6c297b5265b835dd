package dev.easel.app.tui.dashboard.view;

import dev.easel.app.tui.screen.Role;
import dev.easel.domain.ledger.Entry;

/// How a state looks: by sign, word and role, so that none is needed to tell it.
final class StateLook {

  private StateLook() {}

  static EntryColumn.Text of(Entry entry) {
    return switch (entry.state()) {
      case SETTLED -> new EntryColumn.Text("✓ settled", Role.GOOD);
      case RESERVED ->
          new EntryColumn.Text(entry.waiting() ? "… queued" : "… running", Role.RUNNING);
      case RELEASED -> new EntryColumn.Text("✗ released", Role.BAD);
      case UNKNOWN -> new EntryColumn.Text("? unknown", Role.WARNING);
    };
  }
}
