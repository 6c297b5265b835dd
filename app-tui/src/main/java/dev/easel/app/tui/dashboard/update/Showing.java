package dev.easel.app.tui.dashboard.update;

import dev.easel.app.tui.dashboard.state.Effect;

/// Effects on the screen that many ask for.
final class Showing {

  static final Effect REDRAW = new Effect.Redraw();
  static final Effect AGAIN = new Effect.ShowAgain();
  static final Effect QUIT = new Effect.Quit();

  private Showing() {}
}
