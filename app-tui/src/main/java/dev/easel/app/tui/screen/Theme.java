package dev.easel.app.tui.screen;

import dev.easel.domain.image.Nullable;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Pattern;

/// How roles look, and what the terminal can show. No background is painted but that of a chosen
/// row and of a picture, so that every theme keeps the terminal's own.
///
/// @param name which colours
/// @param depth how many colours the terminal shows
/// @param ascii whether it draws nothing but ASCII; then every other glyph is replaced
public record Theme(Name name, Depth depth, boolean ascii) {

  private static final Pattern OTHER_ENCODING = Pattern.compile(".*\\.(?!utf-?8).*");
  private static final Pattern CONSOLE = Pattern.compile("linux.*|vt\\d.*|ansi|cons25");

  /// Which colours.
  public enum Name {
    /// The terminal's own foreground, background and sixteen colours.
    TERMINAL,
    /// Colours of 24 bits for a dark background.
    DARK,
    /// Colours of 24 bits for a light background.
    LIGHT
  }

  /// The theme for the terminal that the environment describes.
  ///
  /// @param depth how many colours the user asked for, null to go by the environment
  /// @param ascii whether the user asked for ASCII; consoles, and terminals whose encoding is not
  ///   UTF-8, get it anyway
  public static Theme of(
      Name name, @Nullable Depth depth, boolean ascii, Map<String, String> environment) {
    return new Theme(
        name,
        depth == null ? Depth.of(environment) : depth,
        ascii
            || CONSOLE.matcher(environment.getOrDefault("TERM", "")).matches()
            || OTHER_ENCODING.matcher(locale(environment)).matches());
  }

  private static String locale(Map<String, String> environment) {
    for (String name : new String[] {"LC_ALL", "LC_CTYPE", "LANG"}) {
      String locale = environment.getOrDefault(name, "");
      if (!locale.isEmpty()) {
        return locale.toLowerCase(Locale.ROOT);
      }
    }
    return "";
  }

  /// The same with other colours.
  public Theme named(Name other) {
    return new Theme(other, depth, ascii);
  }

  /// How a cell with this ink looks.
  public Style style(Ink ink) {
    return switch (ink) {
      case Ink.Painted(Role role, Ground ground) -> grounded(style(role), ground);
      case Ink.Exact(int foreground, int background) ->
          Style.PLAIN.in(Colour.of(foreground, depth)).over(Colour.of(background, depth));
    };
  }

  /// What the terminal is to draw for a cell's glyph: the glyph, or one character of ASCII.
  public String drawn(String glyph) {
    return ascii ? Ascii.of(glyph) : glyph;
  }

  /// Sixteen colours are the terminal's own whatever the theme, since nobody knows how they look.
  Name colours() {
    return depth == Depth.SIXTEEN ? Name.TERMINAL : name;
  }

  private Style style(Role role) {
    return switch (role) {
      case TEXT, INPUT -> Style.PLAIN;
      case HEADING, MONEY, KEY -> Style.PLAIN.strong();
      case MUTED -> painted(Paint.MUTED);
      case BORDER -> painted(Paint.BORDER);
      case ACTIVE_BORDER -> painted(Paint.ACTIVE_BORDER).strong();
      case GOOD -> painted(Paint.GOOD);
      case BAD -> painted(Paint.BAD).strong();
      case WARNING -> painted(Paint.WARNING).strong();
      case RUNNING -> painted(Paint.RUNNING);
      case RELEASED -> painted(Paint.RELEASED);
      case SERIES_1 -> painted(Paint.SERIES_1);
      case SERIES_2 -> painted(Paint.SERIES_2);
      case SERIES_3 -> painted(Paint.SERIES_3);
      case SERIES_4 -> painted(Paint.SERIES_4);
      case SERIES_5 -> painted(Paint.SERIES_5);
      case SERIES_6 -> painted(Paint.SERIES_6);
    };
  }

  private Style painted(Paint paint) {
    return Style.PLAIN.in(paint.in(this));
  }

  private Style grounded(Style style, Ground ground) {
    return switch (ground) {
      case PLAIN -> style;
      case CHOSEN -> chosen(style);
      case CHOSEN_ELSEWHERE -> style.strong();
      case CURSOR -> style.in(Colour.OWN).reverse();
    };
  }

  // Colours that were chosen for the terminal's background may be unreadable when reversed.
  private Style chosen(Style style) {
    Colour ground = Paint.CHOSEN.in(this);
    return ground.equals(Colour.OWN) ? style.in(Colour.OWN).reverse() : style.over(ground);
  }
}
