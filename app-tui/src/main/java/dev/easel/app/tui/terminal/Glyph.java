package dev.easel.app.tui.terminal;

import com.googlecode.lanterna.SGR;
import com.googlecode.lanterna.TextCharacter;
import com.googlecode.lanterna.TextColor;
import dev.easel.app.tui.screen.Colour;
import dev.easel.app.tui.screen.Style;
import java.util.EnumSet;

/// What Lanterna draws in a cell. Lanterna takes every character that it does not know for two
/// cells wide, so this says itself how wide it is.
final class Glyph extends TextCharacter {

  private static final long serialVersionUID = 1;
  private static final TextColor.ANSI[] SIXTEEN = {
    TextColor.ANSI.BLACK,
    TextColor.ANSI.RED,
    TextColor.ANSI.GREEN,
    TextColor.ANSI.YELLOW,
    TextColor.ANSI.BLUE,
    TextColor.ANSI.MAGENTA,
    TextColor.ANSI.CYAN,
    TextColor.ANSI.WHITE,
    TextColor.ANSI.BLACK_BRIGHT,
    TextColor.ANSI.RED_BRIGHT,
    TextColor.ANSI.GREEN_BRIGHT,
    TextColor.ANSI.YELLOW_BRIGHT,
    TextColor.ANSI.BLUE_BRIGHT,
    TextColor.ANSI.MAGENTA_BRIGHT,
    TextColor.ANSI.CYAN_BRIGHT,
    TextColor.ANSI.WHITE_BRIGHT,
  };

  private final String text;
  private final boolean wide;

  @SuppressWarnings("deprecation") // the other constructors do not let a subclass in
  private Glyph(
      String text, boolean wide, TextColor foreground, TextColor background, EnumSet<SGR> effects) {
    super(' ', foreground, background, effects);
    this.text = text;
    this.wide = wide;
  }

  /// @param wide whether it takes two cells
  static TextCharacter of(String text, boolean wide, Style style) {
    if (text.equals(" ") && style.equals(Style.PLAIN)) {
      return DEFAULT_CHARACTER;
    }
    return new Glyph(
        text, wide, colour(style.foreground()), colour(style.background()), effects(style));
  }

  private static EnumSet<SGR> effects(Style style) {
    EnumSet<SGR> effects = EnumSet.noneOf(SGR.class);
    if (style.bold()) {
      effects.add(SGR.BOLD);
    }
    if (style.underlined()) {
      effects.add(SGR.UNDERLINE);
    }
    if (style.reversed()) {
      effects.add(SGR.REVERSE);
    }
    return effects;
  }

  private static TextColor colour(Colour colour) {
    return switch (colour) {
      case Colour.Own() -> TextColor.ANSI.DEFAULT;
      case Colour.Basic(int number) -> SIXTEEN[number];
      case Colour.Indexed(int number) -> new TextColor.Indexed(number);
      case Colour.Exact(int rgb) ->
          new TextColor.RGB(rgb >> 16 & 0xff, rgb >> 8 & 0xff, rgb & 0xff);
    };
  }

  @Override
  public String getCharacterString() {
    return text;
  }

  @Override
  public boolean is(char other) {
    return text.length() == 1 && text.charAt(0) == other;
  }

  @Override
  public boolean isDoubleWidth() {
    return wide;
  }

  // Lanterna asks for the blank behind a wide character, and for one where half of it was drawn
  // over.
  @Override
  public TextCharacter withCharacter(char character) {
    return new Glyph(
        Character.toString(character),
        false,
        getForegroundColor(),
        getBackgroundColor(),
        getModifiers());
  }

  @Override
  public boolean equals(Object other) {
    return this == other
        || (other instanceof Glyph glyph
            && text.equals(glyph.text)
            && wide == glyph.wide
            && super.equals(other));
  }

  @Override
  public int hashCode() {
    return 31 * super.hashCode() + text.hashCode();
  }
}
