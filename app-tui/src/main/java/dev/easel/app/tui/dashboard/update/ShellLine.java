package dev.easel.app.tui.dashboard.update;

import dev.easel.domain.image.Operation;
import dev.easel.domain.ledger.Entry;

/// The line for a shell that makes an entry again.
final class ShellLine {

  private ShellLine() {}

  /// The line for an entry.
  static String of(Entry entry) {
    String command = entry.operation() == Operation.EDIT ? "edit" : "generate";
    StringBuilder line = new StringBuilder("easel ").append(command);
    line.append(" --model ").append(quoted(entry.model()));
    entry.requested().text("size").ifPresent(size -> line.append(" --size ").append(quoted(size)));
    entry
        .requested()
        .text("quality")
        .ifPresent(quality -> line.append(" --quality ").append(quoted(quality)));
    entry.requested().whole("n").ifPresent(n -> line.append(" -n ").append(n));
    return line.append(" -- ").append(quoted(entry.prompt())).toString();
  }

  private static String quoted(String text) {
    return text.matches("[A-Za-z0-9_./:-]+") ? text : "'" + text.replace("'", "'\\''") + "'";
  }
}
