package dev.easel.app.tui.dashboard.update;

import dev.easel.app.tui.dashboard.update.DetailLines.Line;
import dev.easel.app.tui.dashboard.update.DetailLines.Piece;
import dev.easel.app.tui.screen.Role;
import dev.easel.app.tui.text.VisibleText;
import dev.easel.app.tui.text.Wrapping;
import dev.easel.domain.image.Fields;
import dev.easel.domain.image.Nullable;
import dev.easel.domain.ledger.Json;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Map;

/// Plain values as JSON, one to a line, indented.
final class JsonLines {

  private static final int INDENT = 2;

  private final int columns;
  private final List<Line> lines = new ArrayList<>();

  private JsonLines(int columns) {
    this.columns = columns;
  }

  static List<Line> of(Fields fields, int columns) {
    JsonLines json = new JsonLines(columns);
    json.value(0, "", fields.asMap(), "");
    return json.lines;
  }

  /// A value on one line.
  static String scalar(@Nullable Object value) {
    String json = Json.write(Fields.NONE.with("v", value));
    return json.substring("{\"v\":".length(), json.length() - 1);
  }

  private void value(int depth, String name, @Nullable Object value, String behind) {
    switch (value) {
      case Map<?, ?> map when !map.isEmpty() -> object(depth, name, map, behind);
      case List<?> list when !list.isEmpty() -> array(depth, name, list, behind);
      case null, default -> line(depth, name, scalar(value) + behind);
    }
  }

  private void object(int depth, String name, Map<?, ?> map, String behind) {
    line(depth, name, "{");
    Iterator<? extends Map.Entry<?, ?>> entries = map.entrySet().iterator();
    while (entries.hasNext()) {
      Map.Entry<?, ?> entry = entries.next();
      String key = scalar(String.valueOf(entry.getKey())) + ": ";
      value(depth + 1, key, entry.getValue(), entries.hasNext() ? "," : "");
    }
    line(depth, "", "}" + behind);
  }

  private void array(int depth, String name, List<?> list, String behind) {
    line(depth, name, "[");
    Iterator<?> items = list.iterator();
    while (items.hasNext()) {
      Object item = items.next();
      value(depth + 1, "", item, items.hasNext() ? "," : "");
    }
    line(depth, "", "]" + behind);
  }

  private void line(int depth, String name, String text) {
    String before = " ".repeat(depth * INDENT);
    String shown = VisibleText.line(name + text);
    int named = Math.min(VisibleText.line(name + ".").length() - 1, shown.length());
    List<String> wrapped = Wrapping.lines(shown, Math.max(8, columns - before.length()));
    for (String one : wrapped) {
      int cut = Math.min(named, one.length());
      lines.add(
          new Line(
              List.of(
                  new Piece(before + one.substring(0, cut), Role.KEY),
                  new Piece(one.substring(cut), Role.TEXT))));
      named = 0;
    }
  }
}
