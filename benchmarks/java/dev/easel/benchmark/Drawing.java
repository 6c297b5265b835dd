package dev.easel.benchmark;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.SequencedMap;
import java.util.TreeMap;
import java.util.stream.Collectors;

/// Milliseconds against the size of the log as SVG, both on logarithmic axes. It needs no fonts and
/// no screen, and follows the light or dark scheme of whoever looks at it.
final class Drawing {

  private static final int WIDTH = 720;
  private static final int HEIGHT = 400;
  private static final int LEFT = 76;
  private static final int RIGHT = 170;
  private static final int TOP = 48;
  private static final int BOTTOM = 48;
  private static final List<String> COLOURS =
      List.of(
          "#2f6fde", "#d9541e", "#1f9d6b", "#a2459b", "#b08900", "#5b6770", "#c22f4e", "#00808f");

  private final String title;
  private final SequencedMap<String, List<Point>> series;
  private final Axis across;
  private final Axis up;

  private Drawing(String title, SequencedMap<String, List<Point>> series) {
    this.title = title;
    this.series = series;
    List<Point> points = series.values().stream().flatMap(List::stream).toList();
    across = Axis.around(points.stream().map(point -> (double) point.entries()).toList());
    up = Axis.around(points.stream().map(Point::millis).toList());
  }

  /// The drawing of some points, which belong to one plot.
  static String of(String title, List<Point> points) {
    Map<String, List<Point>> series =
        points.stream()
            .collect(Collectors.groupingBy(Point::series, TreeMap::new, Collectors.toList()));
    return new Drawing(title, new TreeMap<>(series)).svg();
  }

  private String svg() {
    List<String> parts = new ArrayList<>();
    parts.add(head());
    across.marks().forEach(mark -> parts.add(acrossMark(mark)));
    up.marks().forEach(mark -> parts.add(upMark(mark)));
    parts.add(text(LEFT + plotWidth() / 2.0, HEIGHT - 8, "middle", "entries in the log"));
    int number = 0;
    for (Map.Entry<String, List<Point>> one : series.entrySet()) {
      parts.add(line(one.getKey(), one.getValue(), number++));
    }
    return String.join("\n", parts) + "\n</svg>\n";
  }

  private String head() {
    return """
    <svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 %d %d" role="img" aria-label="%s"
      font-family="system-ui, sans-serif" font-size="13">
    <style>
    text { fill: #1f2328 } .grid { stroke: #d0d7de } .back { fill: #ffffff }
    @media (prefers-color-scheme: dark) {
      text { fill: #e6edf3 } .grid { stroke: #3d444d } .back { fill: #0d1117 }
    }
    </style>
    <rect class="back" width="100%%" height="100%%"/>
    <text x="%d" y="26" font-size="16" font-weight="600">%s</text>\
    """
        .formatted(WIDTH, HEIGHT, escaped(title), LEFT, escaped(title));
  }

  private String acrossMark(double mark) {
    double x = x(mark);
    return "<line class=\"grid\" x1=\"%.1f\" x2=\"%.1f\" y1=\"%d\" y2=\"%d\"/>"
            .formatted(x, x, TOP, TOP + plotHeight())
        + text(x, HEIGHT - 28, "middle", counted(mark));
  }

  private String upMark(double mark) {
    double y = y(mark);
    return "<line class=\"grid\" x1=\"%d\" x2=\"%d\" y1=\"%.1f\" y2=\"%.1f\"/>"
            .formatted(LEFT, LEFT + plotWidth(), y, y)
        + text(LEFT - 8, y + 4, "end", timed(mark));
  }

  private String line(String name, List<Point> points, int number) {
    String colour = COLOURS.get(number % COLOURS.size());
    List<Point> sorted = points.stream().sorted(Comparator.comparingLong(Point::entries)).toList();
    String path =
        sorted.stream().map(point -> place("%.1f,%.1f", point)).collect(Collectors.joining(" "));
    String dots =
        sorted.stream()
            .map(point ->
                place("<circle cx=\"%.1f\" cy=\"%.1f\" r=\"3.5\" fill=\"" + colour + "\"/>", point))
            .collect(Collectors.joining());
    int y = TOP + 14 + 22 * number;
    return "<polyline fill=\"none\" stroke-width=\"2\" stroke=\"%s\" points=\"%s\"/>"
            .formatted(colour, path)
        + dots
        + "<rect x=\"%d\" y=\"%d\" width=\"12\" height=\"12\" fill=\"%s\"/>"
            .formatted(WIDTH - RIGHT + 14, y - 11, colour)
        + text(WIDTH - RIGHT + 32, y, "start", name);
  }

  private String place(String form, Point point) {
    return String.format(Locale.ROOT, form, x((double) point.entries()), y(point.millis()));
  }

  private double x(double value) {
    return LEFT + across.share(value) * plotWidth();
  }

  private double y(double value) {
    return TOP + (1 - up.share(value)) * plotHeight();
  }

  private static int plotWidth() {
    return WIDTH - LEFT - RIGHT;
  }

  private static int plotHeight() {
    return HEIGHT - TOP - BOTTOM;
  }

  private static String text(double x, double y, String anchor, String words) {
    return String.format(
        Locale.ROOT,
        "<text x=\"%.1f\" y=\"%.1f\" text-anchor=\"%s\">%s</text>",
        x,
        y,
        anchor,
        escaped(words));
  }

  private static String escaped(String words) {
    return words.replace("&", "&amp;").replace("<", "&lt;").replace("\"", "&quot;");
  }

  private static String counted(double entries) {
    return entries >= 1e6
        ? String.format(Locale.ROOT, "%.0f million", entries / 1e6)
        : String.format(Locale.ROOT, "%,.0f", entries);
  }

  private static String timed(double millis) {
    return millis >= 1000
        ? String.format(Locale.ROOT, "%,.0f s", millis / 1000)
        : String.format(Locale.ROOT, "%s ms", shortest(millis));
  }

  private static String shortest(double millis) {
    return BigDecimal.valueOf(millis).stripTrailingZeros().toPlainString();
  }

  /// A logarithmic axis over whole powers of ten.
  private record Axis(int lowest, int highest) {

    static Axis around(List<Double> values) {
      double least = values.stream().mapToDouble(Math::log10).min().orElse(0);
      double most = values.stream().mapToDouble(Math::log10).max().orElse(1);
      int lowest = (int) Math.floor(least + 1e-9);
      return new Axis(lowest, Math.max(lowest + 1, (int) Math.ceil(most - 1e-9)));
    }

    double share(double value) {
      return (Math.log10(value) - lowest) / (highest - lowest);
    }

    List<Double> marks() {
      List<Double> marks = new ArrayList<>();
      for (int power = lowest; power <= highest; power++) {
        marks.add(Double.parseDouble("1e" + power));
      }
      return marks;
    }
  }
}
