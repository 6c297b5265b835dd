package dev.easel.app.tui.dashboard.state;

import dev.easel.app.tui.screen.Theme;

/// What the user set for this sitting.
///
/// @param theme which colours
/// @param mouse whether clicks and the wheel are listened to
/// @param frozen whether the screen stands still
/// @param pictures how pictures are shown
public record Options(Theme.Name theme, boolean mouse, boolean frozen, PictureMode pictures)
    implements Part {

  /// How pictures are shown.
  public enum PictureMode {
    /// By what the terminal is known to do.
    AUTO,
    /// In half blocks, or as ASCII where there is no colour.
    HALF,
    /// By the graphics protocol of Kitty.
    KITTY,
    /// By the inline pictures of iTerm2.
    ITERM2,
    /// Not at all.
    NONE
  }

  /// With other colours.
  public Options themed(Theme.Name other) {
    return new Options(other, mouse, frozen, pictures);
  }

  /// With or without the mouse.
  public Options mouse(boolean other) {
    return new Options(theme, other, frozen, pictures);
  }

  /// Standing still, or going on.
  public Options frozen(boolean other) {
    return new Options(theme, mouse, other, pictures);
  }

  /// With pictures shown in another way.
  public Options pictures(PictureMode other) {
    return new Options(theme, mouse, frozen, other);
  }
}
