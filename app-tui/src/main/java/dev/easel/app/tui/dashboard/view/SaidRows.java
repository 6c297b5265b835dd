package dev.easel.app.tui.dashboard.view;

import dev.easel.app.tui.screen.Canvas;
import dev.easel.app.tui.screen.Role;
import dev.easel.app.tui.text.VisibleText;
import dev.easel.app.tui.text.Wrapping;
import java.util.ArrayList;
import java.util.List;

/// What is said of a request, broken into rows with labels before them.
///
/// @param indent the cells before each text
record SaidRows(List<AssessmentLook.Said> rows, int indent) {

  /// The rows of what is said.
  ///
  /// @param cells how wide they may be, the labels included
  static SaidRows of(List<AssessmentLook.Said> said, int indent, int cells) {
    List<AssessmentLook.Said> rows = new ArrayList<>();
    for (AssessmentLook.Said one : said) {
      String label = one.label();
      for (String line : Wrapping.lines(VisibleText.line(one.text()), cells - indent)) {
        rows.add(new AssessmentLook.Said(label, line, one.role()));
        label = "";
      }
    }
    return new SaidRows(List.copyOf(rows), indent);
  }

  int count() {
    return rows.size();
  }

  void draw(Canvas canvas) {
    for (int row = 0; row < rows.size(); row++) {
      canvas.text(0, row, rows.get(row).label(), Role.MUTED);
      canvas.text(indent, row, rows.get(row).text(), rows.get(row).role());
    }
  }

  /// The same while something newer is awaited.
  SaidRows old() {
    return new SaidRows(
        rows.stream()
            .map(row -> new AssessmentLook.Said(row.label(), row.text(), Role.MUTED))
            .toList(),
        indent);
  }
}
