package dev.easel.app.tui.screen;

/// How roles look, and what the terminal can show.
///
/// @param name which colours
/// @param depth how many colours the terminal shows
/// @param ascii whether it draws nothing but ASCII; then every other glyph is replaced
public record Theme(Name name, Depth depth, boolean ascii) {

  /// Which colours.
  public enum Name {
    /// The terminal's own foreground, background and sixteen colours.
    TERMINAL,
    /// Colours of 24 bits for a dark background.
    DARK,
    /// Colours of 24 bits for a light background.
    LIGHT
  }
}
