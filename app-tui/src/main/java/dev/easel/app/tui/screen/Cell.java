package dev.easel.app.tui.screen;

import dev.easel.domain.image.Nullable;

/// One cell, or the first of the two that a wide character takes.
///
/// @param glyph one visible character, with the accents that stand on it; empty for the second cell
///   of a wide one
public record Cell(String glyph, Ink ink) {

  /// An empty cell.
  public static final Cell BLANK = new Cell(" ", Ink.of(Role.TEXT));

  // As often asked as that of the ink, and as slow at first.
  @Override
  public boolean equals(@Nullable Object other) {
    return other instanceof Cell cell && cell.glyph.equals(glyph) && cell.ink.equals(ink);
  }

  @Override
  public int hashCode() {
    return 31 * glyph.hashCode() + ink.hashCode();
  }

  /// The same character on another ground; a picture has none.
  public Cell on(Ground ground) {
    return switch (ink) {
      case Ink.Painted(Role role, _) -> new Cell(glyph, new Ink.Painted(role, ground));
      case Ink.Exact _ -> this;
    };
  }
}
