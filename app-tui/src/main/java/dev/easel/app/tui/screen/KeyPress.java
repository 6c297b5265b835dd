package dev.easel.app.tui.screen;

import dev.easel.domain.image.Nullable;
import java.util.Locale;

/// A key that was pressed. Its name is what settings, help and the manual call it: `a`, `G`, `?`,
/// `enter`, `ctrl-d`, `alt-x`, `shift-tab`, `page-up`, `f1`, `space`.
public record KeyPress(String name) {

  /// The key that types one character.
  public static KeyPress of(int codePoint) {
    return new KeyPress(codePoint == ' ' ? "space" : Character.toString(codePoint));
  }

  /// A key with a name.
  public static KeyPress of(Named named) {
    return new KeyPress(named.word());
  }

  /// The same key with Ctrl held down.
  public KeyPress control() {
    return new KeyPress("ctrl-" + name);
  }

  /// The same key with Alt held down.
  public KeyPress alt() {
    return new KeyPress("alt-" + name);
  }

  /// The same key with Shift held down, where that types no other character.
  public KeyPress shift() {
    return new KeyPress("shift-" + name);
  }

  /// Whether it types a character.
  public boolean types() {
    return name.equals("space") || name.codePointCount(0, name.length()) == 1;
  }

  /// The character it types, empty when it types none.
  public String typed() {
    return name.equals("space") ? " " : types() ? name : "";
  }

  /// Keys that type no character.
  public enum Named {
    ENTER,
    ESCAPE,
    TAB,
    BACKSPACE,
    DELETE,
    INSERT,
    UP,
    DOWN,
    LEFT,
    RIGHT,
    HOME,
    END,
    PAGE_UP,
    PAGE_DOWN,
    F1,
    F2,
    F3,
    F4,
    F5,
    F6,
    F7,
    F8,
    F9,
    F10,
    F11,
    F12;

    String word() {
      return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
  }

  // A record's own would be linked at the first call, while the first frame waits.
  @Override
  public boolean equals(@Nullable Object other) {
    return other instanceof KeyPress(String pressed) && name.equals(pressed);
  }

  @Override
  public int hashCode() {
    return name.hashCode();
  }

  @Override
  public String toString() {
    return name;
  }
}
