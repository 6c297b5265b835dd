package dev.easel.app.tui.screen;

/// A colour as a terminal is asked for it.
public sealed interface Colour {

  /// The terminal's own.
  record Own() implements Colour {}

  /// One of the terminal's sixteen, which its user may have redefined.
  ///
  /// @param number from 0; from 8 on the bright ones
  record Basic(int number) implements Colour {}

  /// One of the 256, beyond the sixteen.
  ///
  /// @param number from 16 to 255
  record Indexed(int number) implements Colour {}

  /// Any colour.
  ///
  /// @param rgb 0xRRGGBB
  record Exact(int rgb) implements Colour {}

  /// The terminal's own.
  Colour OWN = new Own();

  /// The colour nearest to 0xRRGGBB that a terminal of that depth shows.
  static Colour of(int rgb, Depth depth) {
    return switch (depth) {
      case NONE -> OWN;
      case SIXTEEN -> new Basic(Nearest.ofSixteen(rgb));
      case INDEXED -> new Indexed(Nearest.of256(rgb));
      case TRUE -> new Exact(rgb);
    };
  }
}
