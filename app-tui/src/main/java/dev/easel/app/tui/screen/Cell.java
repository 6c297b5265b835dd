package dev.easel.app.tui.screen;

/// One cell, or the first of the two that a wide character takes.
///
/// @param glyph one visible character, with the accents that stand on it; empty for the second cell
///   of a wide one
public record Cell(String glyph, Ink ink) {

  /// An empty cell.
  public static final Cell BLANK = new Cell(" ", Ink.of(Role.TEXT));

  /// The same character on another ground; a picture has none.
  public Cell on(Ground ground) {
    return switch (ink) {
      case Ink.Painted(Role role, _) -> new Cell(glyph, new Ink.Painted(role, ground));
      case Ink.Exact _ -> this;
    };
  }
}
