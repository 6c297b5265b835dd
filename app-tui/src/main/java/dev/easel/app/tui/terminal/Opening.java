package dev.easel.app.tui.terminal;

import dev.easel.app.tui.screen.Display;

/// How it went to open the terminal. Nothing was written to it when it was refused.
public sealed interface Opening {

  /// It is open.
  record Opened(Display display) implements Opening {}

  /// It cannot show a screen of cells.
  ///
  /// @param sentence why, for the user
  record Refused(String sentence) implements Opening {}
}
