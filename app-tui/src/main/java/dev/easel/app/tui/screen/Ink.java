package dev.easel.app.tui.screen;

/// What a cell is painted with.
public sealed interface Ink {

  /// Paint by role.
  record Painted(Role role, Ground ground) implements Ink {}

  /// Two colours of a picture, each as 0xRRGGBB.
  record Exact(int foreground, int background) implements Ink {}

  /// Paint by role, on the terminal's own background.
  static Ink of(Role role) {
    return new Painted(role, Ground.PLAIN);
  }
}
