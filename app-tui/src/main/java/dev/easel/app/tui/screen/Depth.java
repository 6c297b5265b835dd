package dev.easel.app.tui.screen;

/// How many colours a terminal shows.
public enum Depth {
  /// None: only bold, underlined and reversed.
  NONE,
  /// The terminal's own sixteen.
  SIXTEEN,
  /// 256.
  INDEXED,
  /// All of 24 bits.
  TRUE
}
