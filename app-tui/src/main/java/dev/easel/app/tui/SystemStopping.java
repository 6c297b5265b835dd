package dev.easel.app.tui;

import dev.easel.app.tui.command.Surroundings;
import dev.easel.platform.Signals;

/// Stops as the system asks.
final class SystemStopping implements Surroundings.Stopping {

  @Override
  public void onInterrupt(Runnable action) {
    Signals.onInterrupt(action);
  }

  @Override
  public void onTerminate(Runnable action) {
    Signals.onTerminate(action);
  }

  @Override
  public void leave(int exitCode) {
    Runtime.getRuntime().halt(exitCode);
  }
}
