package dev.easel.app.tui.screen;

import java.util.Map;

/// How the terminal itself draws a picture.
public enum Graphics {
  /// Not at all; pictures are made of cells.
  NONE,
  /// By the graphics protocol of Kitty.
  KITTY,
  /// By the inline pictures of iTerm2.
  ITERM2;

  /// What the terminal surely does by the word of the environment. Nothing inside a multiplexer,
  /// which would lose or misplace pictures.
  public static Graphics of(Map<String, String> environment) {
    String terminal = environment.getOrDefault("TERM", "");
    if (environment.containsKey("TMUX") || terminal.matches("(tmux|screen).*")) {
      return NONE;
    }
    boolean kitty =
        environment.containsKey("KITTY_WINDOW_ID")
            || terminal.matches("xterm-(kitty|ghostty)")
            || "ghostty".equals(environment.get("TERM_PROGRAM"));
    return kitty ? KITTY : NONE;
  }
}
