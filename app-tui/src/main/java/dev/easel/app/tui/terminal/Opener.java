package dev.easel.app.tui.terminal;

import dev.easel.app.tui.screen.Input;
import dev.easel.app.tui.screen.Theme;
import java.util.function.Consumer;

/// Opens a terminal.
@FunctionalInterface
public interface Opener {

  /// Takes it over, or writes nothing to it at all.
  ///
  /// @param pictures what to draw where the display is told to use the terminal's graphics
  /// @param inputs gets what comes from the terminal, on other threads than the caller's, until
  ///   [Input.Gone]
  Opening open(Theme theme, PictureSource pictures, Consumer<Input> inputs);
}
