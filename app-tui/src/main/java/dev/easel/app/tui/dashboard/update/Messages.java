package dev.easel.app.tui.dashboard.update;

import dev.easel.app.tui.dashboard.state.Message;
import dev.easel.app.tui.dashboard.state.State;

/// Tells the user something.
final class Messages {

  private Messages() {}

  static State warn(State state, String text) {
    return state.saying(Message.Severity.WARNING, text);
  }

  static State succeed(State state, String text) {
    return state.saying(Message.Severity.SUCCESS, text);
  }

  static State fail(State state, String text) {
    return state.saying(Message.Severity.ERROR, text);
  }
}
