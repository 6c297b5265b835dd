package dev.easel.app.tui.screen;

/// What comes from the terminal.
public sealed interface Input {

  /// A key was pressed.
  record Pressed(KeyPress key) implements Input {}

  /// Text was pasted, control characters and all; it is never a key.
  record Pasted(String text) implements Input {}

  /// A mouse button went down.
  ///
  /// @param column of the cell, from 0
  /// @param row of the cell, from 0
  record Clicked(int column, int row) implements Input {}

  /// The mouse wheel was turned.
  ///
  /// @param rows up below zero, down above
  record Scrolled(int column, int row, int rows) implements Input {}

  /// The terminal has another size.
  record Resized(Size size) implements Input {}

  /// The dashboard is in front again after it was suspended; the next frame must be drawn whole.
  record Resumed(Size size) implements Input {}

  /// The terminal is gone.
  record Gone() implements Input {}
}
