package dev.easel.app.tui.screen;

import dev.easel.domain.image.Nullable;

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

  // A record's own would be linked at the first call, while the first frame waits.
  @Override
  public boolean equals(@Nullable Object other) {
    return this == other || (other instanceof Style style && looksLike(style));
  }

  private boolean looksLike(Style other) {
    return foreground.equals(other.foreground)
        && background.equals(other.background)
        && bold == other.bold
        && underlined == other.underlined
        && reversed == other.reversed;
  }

  @Override
  public int hashCode() {
    int flags = (bold ? 1 : 0) + (underlined ? 2 : 0) + (reversed ? 4 : 0);
    return 31 * (31 * foreground.hashCode() + background.hashCode()) + flags;
  }
}
