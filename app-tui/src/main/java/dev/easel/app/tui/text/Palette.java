package dev.easel.app.tui.text;

/// The roles that text plays, and how a terminal shows them; without colours, every role is plain.
///
/// @param colours whether to colour at all
public record Palette(boolean colours) {

  /// What matters most.
  public String strong(String text) {
    return styled("1", text);
  }

  /// What is there for completeness.
  public String faint(String text) {
    return styled("2", text);
  }

  /// What went well.
  public String good(String text) {
    return styled("32", text);
  }

  /// What needs a look.
  public String warning(String text) {
    return styled("33", text);
  }

  /// What went wrong.
  public String bad(String text) {
    return styled("31", text);
  }

  private String styled(String code, String text) {
    return colours && !text.isEmpty() ? "\u001b[" + code + "m" + text + "\u001b[0m" : text;
  }
}
