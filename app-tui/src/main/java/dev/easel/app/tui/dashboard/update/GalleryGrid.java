package dev.easel.app.tui.dashboard.update;

import dev.easel.app.tui.screen.Area;
import dev.easel.app.tui.screen.Size;

/// How the pictures of the gallery lie on a screen of a size.
///
/// @param across how many lie side by side
/// @param down how many lie one below the other
/// @param columns of the whole
/// @param rows of the whole
public record GalleryGrid(int across, int down, int columns, int rows) {

  /// The rows that a tile has below its picture.
  public static final int CAPTION = 2;

  // The lines around the tab, a banner among them, and the two of the gallery itself.
  private static final int FURNITURE = 6;
  private static final int LEAST_ROWS = 9;

  /// That of a screen.
  public static GalleryGrid of(Size size) {
    int rows = Math.max(1, size.rows() - FURNITURE);
    int down = Math.max(1, rows / LEAST_ROWS);
    return new GalleryGrid(across(size.columns()), down, size.columns(), rows);
  }

  private static int across(int columns) {
    if (columns < 120) {
      return 2;
    }
    return columns < 160 ? 4 : columns / 26;
  }

  /// How many pictures there are on a page.
  public int page() {
    return across * down;
  }

  /// The tile with this number on its page, from 0.
  public Area tile(int number) {
    Area row = new Area(0, 0, columns, rows).rows(down).get(number / across);
    return row.columns(across).get(number % across);
  }

  /// What of a tile shows the picture: all but a bar at its left, a gap at its right, and the
  /// caption.
  public static Area picture(Area tile) {
    return new Area(tile.left() + 1, tile.top(), tile.columns() - 2, tile.rows() - CAPTION);
  }
}
