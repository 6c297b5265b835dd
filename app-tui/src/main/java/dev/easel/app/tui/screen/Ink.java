package dev.easel.app.tui.screen;

import dev.easel.domain.image.Nullable;

/// What a cell is painted with.
public sealed interface Ink {

  /// Paint by role.
  record Painted(Role role, Ground ground) implements Ink {

    // A first frame asks thousands of times, and those that the JDK makes for records are slow
    // then.
    @Override
    public boolean equals(@Nullable Object other) {
      return other instanceof Painted paint && paint.role == role && paint.ground == ground;
    }

    @Override
    public int hashCode() {
      return 31 * role.hashCode() + ground.hashCode();
    }
  }

  /// Two colours of a picture, each as 0xRRGGBB.
  record Exact(int foreground, int background) implements Ink {}

  /// Paint by role, on the terminal's own background.
  static Ink of(Role role) {
    return new Painted(role, Ground.PLAIN);
  }
}
