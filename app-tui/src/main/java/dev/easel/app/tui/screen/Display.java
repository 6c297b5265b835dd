package dev.easel.app.tui.screen;

/// The terminal as the dashboard uses it. Only one thread calls it; what comes from it goes to
/// whoever opened it, on a thread of its own.
public interface Display extends AutoCloseable {

  /// How large it is now.
  Size size();

  /// Draws a frame, in one write, and of it only what differs from the one before.
  void show(Frame frame);

  /// Shows roles in another way from the next frame on, which is drawn whole.
  void use(Theme theme);

  /// Draws the pictures of frames in this way from the next one on, which is drawn whole.
  void use(Graphics graphics);

  /// Forgets what it shows: the next frame is drawn whole.
  void forget();

  /// Gives the screen back and stops the process until the user takes it to the front again; an
  /// [Input.Resumed] follows.
  void suspend();

  /// Gives text to the terminal's clipboard.
  ///
  /// @return whether the terminal was asked; it does not tell whether it did
  boolean copy(String text);

  /// Whether clicks and the wheel are wanted. Text cannot be selected with the mouse meanwhile.
  void mouse(boolean wanted);

  /// Gives the terminal back as it was. Without effect when called again.
  @Override
  void close();
}
