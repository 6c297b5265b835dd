package dev.easel.app.tui;

import dev.easel.app.tui.command.Surroundings;
import dev.easel.platform.Signals;

/// Stops as the system asks.
final class SystemStopping implements Surroundings.Stopping {

  @Override
  public void onStop(Runnable action) {
    Signals.onStop(action);
  }

  @Override
  public void leave(int exitCode) {
    Runtime.getRuntime().halt(exitCode);
  }
}
