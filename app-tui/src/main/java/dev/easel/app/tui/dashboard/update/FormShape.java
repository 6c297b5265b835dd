package dev.easel.app.tui.dashboard.update;

import dev.easel.app.tui.screen.Size;

/// How wide the form of a request is on a screen.
public final class FormShape {

  /// The cells before what stands in a place, for what it is called.
  public static final int LABEL = 13;

  private static final int WIDEST = 112;
  private static final int FURNITURE = 4;

  private FormShape() {}

  /// The columns of its window, the border included.
  public static int columns(Size screen) {
    return Math.max(1, Math.min(WIDEST, screen.columns() - 2));
  }

  /// The cells of a row of text in it, with one for the cursor behind the last character.
  public static int textColumns(Size screen) {
    return Math.max(2, columns(screen) - FURNITURE - LABEL);
  }
}
