package dev.easel.app.tui.text;

import java.util.ArrayList;
import java.util.List;

/// Text that is edited, broken between its words into rows of cells. Places in it are counted in
/// UTF-16 units.
public final class TextRows {

  private final String text;
  private final int cells;
  private final List<Row> rows = new ArrayList<>();

  private TextRows(String text, int cells) {
    this.text = text;
    this.cells = Math.max(1, cells);
  }

  /// A row: what lies from one place to before another, without a line end.
  public record Row(int from, int to) {}

  /// The rows of a text, each at most `cells` wide but for spaces at its end; there is always one.
  public static TextRows of(String text, int cells) {
    TextRows made = new TextRows(text, cells);
    int from = 0;
    for (int end = text.indexOf('\n'); end >= 0; end = text.indexOf('\n', from)) {
      made.wrap(from, end);
      from = end + 1;
    }
    made.wrap(from, text.length());
    return made;
  }

  private void wrap(int from, int to) {
    int start = from;
    int behindSpace = from;
    int used = 0;
    for (int at = from; at < to; at = after(at)) {
      boolean space = text.charAt(at) == ' ';
      int wide = width(at, after(at));
      if (!space && at > start && used + wide > cells) {
        int cut = behindSpace > start ? behindSpace : at;
        rows.add(new Row(start, cut));
        start = cut;
        used = width(cut, at);
      }
      used += wide;
      behindSpace = space ? after(at) : behindSpace;
    }
    rows.add(new Row(start, to));
  }

  private int after(int place) {
    return place + Character.charCount(text.codePointAt(place));
  }

  /// The rows, in their order.
  public List<Row> rows() {
    return rows;
  }

  /// The index of the row that a place is in.
  public int row(int place) {
    int row = 0;
    while (row + 1 < rows.size() && rows.get(row + 1).from() <= place) {
      row++;
    }
    return row;
  }

  /// The place in a row that is as far from the left as another place is in its own row, or the
  /// row's end.
  public int below(int place, int row) {
    int wanted = width(rows.get(row(place)).from(), place);
    Row target = rows.get(row);
    int at = target.from();
    while (at < last(row) && width(target.from(), after(at)) <= wanted) {
      at = after(at);
    }
    return at;
  }

  // Behind the last character of a row that goes on in the next one, the next one begins.
  private int last(int row) {
    Row one = rows.get(row);
    boolean goesOn = row + 1 < rows.size() && rows.get(row + 1).from() == one.to();
    return goesOn ? text.offsetByCodePoints(one.to(), -1) : one.to();
  }

  /// What is to be seen of the text between two places.
  public String visible(int from, int to) {
    return VisibleText.paragraph(text.substring(from, to)).replace('\n', ' ');
  }

  private int width(int from, int to) {
    return Cells.width(visible(from, to));
  }
}
