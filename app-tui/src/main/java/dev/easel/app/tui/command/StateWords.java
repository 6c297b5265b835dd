package dev.easel.app.tui.command;

import dev.easel.app.tui.text.Palette;
import dev.easel.app.tui.text.StateSign;
import dev.easel.app.tui.text.Table;
import dev.easel.domain.ledger.Entry;
import dev.easel.domain.ledger.EntryState;
import java.util.function.UnaryOperator;

/// The states with a sign and a colour, so that neither has to be told from the other.
final class StateWords {

  private StateWords() {}

  /// The sign and the word; an entry that waits for its turn, or for another, is queued.
  static String of(Entry entry) {
    return StateSign.of(entry.state())
        + " "
        + (entry.waiting() ? Entry.QUEUED : entry.state().word());
  }

  static Table.Cell cell(Entry entry, Palette palette) {
    return new Table.Cell(of(entry), paint(entry.state(), palette));
  }

  /// How the state is painted.
  static UnaryOperator<String> paint(EntryState state, Palette palette) {
    return switch (state) {
      case SETTLED -> palette::good;
      case RESERVED -> palette::strong;
      case RELEASED -> palette::faint;
      case UNKNOWN -> palette::warning;
    };
  }
}
