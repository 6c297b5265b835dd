package dev.easel.app.http;

import java.util.List;
import java.util.Map;
import java.util.Optional;

/// Draws a screen of the dashboard as SVG, from the file that holds what is to be seen and the role
/// of every cell.
final class ScreenDrawing {

  private static final double CELL = 8.4;
  private static final int LINE = 16;
  private static final int MARGIN = 16;
  private static final String ROLES = "-- roles";
  private static final String INK = "#d9d6cf";

  private static final Map<Character, String> COLOURS =
      Map.ofEntries(
          Map.entry('-', "#5b574f"),
          Map.entry('=', "#a3adff"),
          Map.entry('m', "#8d887d"),
          Map.entry('h', "#ffffff"),
          Map.entry('k', "#a3adff"),
          Map.entry('$', "#f0c674"),
          Map.entry('g', "#7ccf9a"),
          Map.entry('w', "#f0b45c"),
          Map.entry('r', "#7dbbdf"),
          Map.entry('b', "#ff9b8a"),
          Map.entry('c', "#8d887d"),
          Map.entry('i', "#ffffff"),
          Map.entry('S', "#ffffff"),
          Map.entry('1', "#8c98f5"),
          Map.entry('2', "#dda24a"),
          Map.entry('3', "#58b396"),
          Map.entry('4', "#d983a3"),
          Map.entry('5', "#7dbbdf"),
          Map.entry('6', "#9a9388"));

  private final StringBuilder svg = new StringBuilder();

  private ScreenDrawing() {}

  /// @param lines of the file
  static String of(List<String> lines) {
    int roles = lines.indexOf(ROLES);
    List<String> text = lines.subList(1, roles);
    List<String> meaning = lines.subList(roles + 1, lines.size());
    int columns = text.stream().mapToInt(String::length).max().orElse(0);
    return new ScreenDrawing().drawn(text, meaning, columns);
  }

  private String drawn(List<String> text, List<String> roles, int columns) {
    double width = columns * CELL + 2 * MARGIN;
    int height = text.size() * LINE + 2 * MARGIN;
    svg.append("<svg xmlns=\"http://www.w3.org/2000/svg\" viewBox=\"0 0 ")
        .append("%.0f %d\" font-family=\"ui-monospace, Menlo, monospace\"".formatted(width, height))
        .append(" font-size=\"14\">\n<title>The dashboard of Easel</title>\n")
        .append("<rect width=\"%.0f\" height=\"%d\" rx=\"10\"".formatted(width, height))
        .append(" fill=\"#1a1917\"/>\n");
    for (int row = 0; row < text.size(); row++) {
      line(text.get(row), row < roles.size() ? roles.get(row) : "", row);
    }
    return svg.append("</svg>\n").toString();
  }

  private void line(String text, String roles, int row) {
    int start = 0;
    for (int end = 1; end <= text.length(); end++) {
      if (end == text.length() || role(roles, end) != role(roles, start)) {
        run(text.substring(start, end), role(roles, start), start, row);
        start = end;
      }
    }
  }

  private static char role(String roles, int column) {
    return column < roles.length() ? roles.charAt(column) : ' ';
  }

  private void run(String text, char role, int column, int row) {
    if (role == 'S') {
      svg.append("<rect x=\"%.1f\" y=\"%d\"".formatted(x(column), row * LINE + MARGIN))
          .append(" width=\"%.1f\" height=\"%d\"".formatted(text.length() * CELL, LINE))
          .append(" fill=\"#34376a\"/>\n");
    }
    if (!text.isBlank()) {
      svg.append("<text x=\"%.1f\" y=\"%d\"".formatted(x(column), row * LINE + MARGIN + 12))
          .append(" textLength=\"%.1f\"".formatted(text.length() * CELL))
          .append(" lengthAdjust=\"spacingAndGlyphs\" xml:space=\"preserve\" fill=\"")
          .append(Optional.ofNullable(COLOURS.get(role)).orElse(INK))
          .append("\">")
          .append(text.replace("&", "&amp;").replace("<", "&lt;"))
          .append("</text>\n");
    }
  }

  private static double x(int column) {
    return column * CELL + MARGIN;
  }
}
