package dev.easel.app.tui.dashboard.view;

import dev.easel.app.tui.screen.Canvas;
import dev.easel.app.tui.screen.Role;
import dev.easel.app.tui.text.Cells;
import java.util.ArrayList;
import java.util.List;

/// Words of several roles on one line. What has no room is left out piece by piece, from the end.
final class Phrase {

  private final List<Piece> pieces = new ArrayList<>();

  private record Piece(String text, Role role) {}

  /// Adds words as they are.
  Phrase add(String text, Role role) {
    pieces.add(new Piece(text, role));
    return this;
  }

  /// Whether there is nothing in it.
  boolean empty() {
    return pieces.isEmpty();
  }

  /// Draws it from the left of a canvas's first row.
  void draw(Canvas canvas) {
    int column = 0;
    for (Piece piece : pieces) {
      boolean first = column == 0;
      String text = first ? Cells.shortened(piece.text(), canvas.columns()) : piece.text();
      if (!first && column + Cells.width(text.stripTrailing()) > canvas.columns()) {
        return;
      }
      column = canvas.text(column, 0, text, piece.role());
    }
  }
}
