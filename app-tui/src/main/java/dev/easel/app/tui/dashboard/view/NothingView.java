package dev.easel.app.tui.dashboard.view;

import dev.easel.app.tui.dashboard.state.Books;
import dev.easel.app.tui.screen.Canvas;
import dev.easel.app.tui.screen.Role;
import dev.easel.app.tui.text.VisibleText;
import dev.easel.app.tui.text.Wrapping;
import dev.easel.domain.ledger.Statistics;
import java.time.Duration;
import java.time.Instant;

/// What stands where figures would, while there are none: because nothing was ever asked for, or
/// because the log is still being read or cannot be.
final class NothingView {

  private static final Duration PATIENCE = Duration.ofMillis(150);
  private static final int WIDE = 56;
  private static final int HIGH = 8;
  private static final int LABEL = 22;

  private NothingView() {}

  /// Whether nothing was ever asked for, not even a moment ago.
  static boolean empty(Scene scene, Books.Sheet sheet) {
    Statistics.Totals totals = sheet.all().totals();
    return totals.requests() == 0
        && totals.running() == 0
        && sheet.running().isEmpty()
        && scene.state().jobs().active().isEmpty();
  }

  static void draw(Canvas canvas, Scene scene) {
    Canvas middle = canvas.part(canvas.area().centred(WIDE, HIGH));
    Books books = scene.state().books();
    if (books.sheet() != null) {
      nothingYet(middle);
    } else if (books.trouble() != null) {
      String sentence = "✗ " + VisibleText.line(books.trouble());
      int row = 0;
      for (String line : Wrapping.lines(sentence, middle.columns())) {
        middle.text(0, row++, line, Role.BAD);
      }
      key(middle, row + 1, "R", 3, "read it again");
    } else {
      reading(middle, books.asking(), scene);
    }
  }

  private static void nothingYet(Canvas canvas) {
    canvas.text(0, 0, "No requests yet.", Role.HEADING);
    key(canvas, 2, "n", LABEL, "makes the first picture");
    key(canvas, 3, "easel generate \"…\"", LABEL, "does so from a shell");
    key(canvas, 4, "easel import FILE", LABEL, "reads an old log");
    key(canvas, 5, "easel --sandbox", LABEL, "plays without key and money");
    key(canvas, 7, "?", LABEL, "the keys");
  }

  private static void key(Canvas canvas, int row, String key, int column, String label) {
    canvas.text(0, row, key, Role.KEY);
    canvas.text(column, row, label, Role.TEXT);
  }

  private static void reading(
      Canvas canvas, @dev.easel.domain.image.Nullable Instant asking, Scene scene) {
    if (asking == null) {
      canvas.text(0, 0, "opening the log …", Role.MUTED);
      return;
    }
    Duration waited = Duration.between(asking, scene.now());
    if (waited.compareTo(PATIENCE) > 0) {
      canvas.text(0, 0, "reading the log   " + Clock.of(waited), Role.MUTED);
    }
  }
}
