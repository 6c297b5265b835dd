package dev.easel.config;

/// How the dashboard looks when it opens.
///
/// @param mouse whether it listens to clicks and the wheel
public record DashboardSettings(Colours colours, Images images, boolean mouse) {

  /// Which colours it has.
  public enum Colours {
    /// The terminal's own.
    TERMINAL,
    /// For a dark background.
    DARK,
    /// For a light background.
    LIGHT
  }

  /// How it shows pictures.
  public enum Images {
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
}
