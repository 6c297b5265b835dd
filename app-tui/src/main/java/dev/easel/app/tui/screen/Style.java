package dev.easel.app.tui.screen;

/// How a cell looks.
///
/// @param reversed whether foreground and background change places
public record Style(
    Colour foreground, Colour background, boolean bold, boolean underlined, boolean reversed) {

  /// Text as the terminal shows it by itself.
  public static final Style PLAIN = new Style(Colour.OWN, Colour.OWN, false, false, false);

  Style in(Colour other) {
    return new Style(other, background, bold, underlined, reversed);
  }

  Style over(Colour other) {
    return new Style(foreground, other, bold, underlined, reversed);
  }

  Style strong() {
    return new Style(foreground, background, true, underlined, reversed);
  }

  Style underline() {
    return new Style(foreground, background, bold, true, reversed);
  }

  Style reverse() {
    return new Style(foreground, background, bold, underlined, true);
  }
}
