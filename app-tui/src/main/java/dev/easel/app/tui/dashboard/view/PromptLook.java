package dev.easel.app.tui.dashboard.view;

import dev.easel.app.tui.screen.Role;
import dev.easel.app.tui.text.VisibleText;
import dev.easel.app.tui.text.WithheldPrompt;
import dev.easel.domain.ledger.Entry;
import java.util.Optional;

/// What is said of a request in a list: its prompt, or why it failed.
final class PromptLook {

  private static final int MOST = 500;

  private PromptLook() {}

  static EntryColumn.Text of(Entry entry) {
    return switch (entry.state()) {
      case SETTLED, RESERVED -> prompt(entry);
      case RELEASED, UNKNOWN -> failure(entry);
    };
  }

  private static EntryColumn.Text prompt(Entry entry) {
    return entry.promptWithheld()
        ? new EntryColumn.Text(WithheldPrompt.WORDS, Role.MUTED)
        : new EntryColumn.Text(line(entry.prompt()), Role.TEXT);
  }

  private static EntryColumn.Text failure(Entry entry) {
    String code = Optional.ofNullable(entry.code()).orElse("");
    String why = Optional.ofNullable(entry.error()).orElse("");
    String said = (code + "  " + why).strip();
    return said.isEmpty() ? prompt(entry) : new EntryColumn.Text(line(said), Role.TEXT);
  }

  // A prompt may have megabytes, and a line shows a few hundred cells.
  private static String line(String text) {
    return VisibleText.line(text.length() > MOST ? text.substring(0, MOST) : text);
  }
}
