package dev.easel.app.tui.dashboard.state;

/// What the user set for this sitting.
///
/// @param mouse whether clicks and the wheel are listened to
/// @param frozen whether the screen stands still
/// @param pictures how pictures are shown
public record Options(boolean mouse, boolean frozen, PictureMode pictures) implements Part {

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

  /// With or without the mouse.
  public Options mouse(boolean other) {
    return new Options(other, frozen, pictures);
  }

  /// Standing still, or going on.
  public Options frozen(boolean other) {
    return new Options(mouse, other, pictures);
  }

  /// With pictures shown in another way.
  public Options pictures(PictureMode other) {
    return new Options(mouse, frozen, other);
  }
}
