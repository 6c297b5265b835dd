package dev.easel.adapter.sandbox.art;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/// Writes a drawing as SVG 1.1 shapes and gradients; no script, no text, no picture inside.
final class SvgCanvas implements Canvas {
  private final int columns;
  private final int rows;
  private final double unit;
  private final StringBuilder definitions = new StringBuilder();
  private final StringBuilder body = new StringBuilder();
  private int gradients;

  SvgCanvas(int columns, int rows) {
    this.columns = columns;
    this.rows = rows;
    this.unit = Math.min(columns, rows);
  }

  @Override
  public double width() {
    return columns / unit;
  }

  @Override
  public double height() {
    return rows / unit;
  }

  @Override
  public void fill(Outline outline, Fill fill, Blend blend) {
    body.append("<path d=\"");
    outline.rings().forEach(this::ring);
    body.append("\" ").append(paint(fill));
    body.append(blend == Blend.SCREEN ? " style=\"mix-blend-mode:screen\"/>\n" : "/>\n");
  }

  private void ring(double[] ring) {
    for (int i = 0; i < ring.length; i += 2) {
      body.append(i == 0 ? 'M' : 'L').append(number(ring[i])).append(' ');
      body.append(number(ring[i + 1]));
    }
    body.append('Z');
  }

  private String paint(Fill fill) {
    return switch (fill) {
      case Fill.Flat(Tint tint) -> "fill=\"" + tint.css() + "\"" + opacity("fill-opacity", tint);
      case Fill.Linear linear -> reference(linear(linear), linear.stops(), "linearGradient");
      case Fill.Radial radial -> reference(radial(radial), radial.stops(), "radialGradient");
    };
  }

  private String linear(Fill.Linear fill) {
    return String.format(
        Locale.ROOT,
        "x1=\"%s\" y1=\"%s\" x2=\"%s\" y2=\"%s\"",
        number(fill.x0()),
        number(fill.y0()),
        number(fill.x1()),
        number(fill.y1()));
  }

  private String radial(Fill.Radial fill) {
    return String.format(
        Locale.ROOT,
        "cx=\"0\" cy=\"0\" r=\"1\" gradientTransform=\"matrix(%s 0 0 %s %s %s)\"",
        number(fill.radiusX()),
        number(fill.radiusY()),
        number(fill.x()),
        number(fill.y()));
  }

  private String reference(String geometry, List<Fill.Stop> stops, String element) {
    String id = "g" + gradients++;
    definitions.append("<").append(element).append(" id=\"").append(id);
    definitions.append("\" gradientUnits=\"userSpaceOnUse\" ").append(geometry).append(">");
    for (Fill.Stop stop : stops) {
      definitions.append(
          String.format(
              Locale.ROOT,
              "<stop offset=\"%.3f\" stop-color=\"%s\"%s/>",
              stop.at(),
              stop.tint().css(),
              opacity("stop-opacity", stop.tint())));
    }
    definitions.append("</").append(element).append(">\n");
    return "fill=\"url(#" + id + ")\"";
  }

  private static String opacity(String name, Tint tint) {
    return tint.alpha() >= 1 ? "" : String.format(Locale.ROOT, " %s=\"%.3f\"", name, tint.alpha());
  }

  /// What was drawn so far becomes a symbol that is used twice: as it is, and upside down under the
  /// waterline.
  @Override
  public void mirror(double waterline, Tint water, double phase) {
    double line = waterline * unit;
    String above = "<g id=\"above\">\n" + body + "</g>\n";
    body.setLength(0);
    body.append(above);
    definitions.append(
        String.format(
            Locale.ROOT,
            "<clipPath id=\"water\"><rect x=\"0\" y=\"%.1f\" width=\"%d\""
                + " height=\"%.1f\"/></clipPath>\n",
            line,
            columns,
            rows - line));
    body.append(
        String.format(
            Locale.ROOT,
            "<g clip-path=\"url(#water)\"><use href=\"#above\""
                + " transform=\"matrix(1 0 0 -1 0 %.1f)\"/></g>\n",
            2 * line));
    Fill deep = Fill.down(waterline, height(), water.alpha(0.24), water.alpha(0.7));
    fill(Outline.box(0, waterline, width(), height()), deep);
  }

  /// The whole document; `title` is what the picture shows, in the user's own words.
  String document(String title, List<Outline> window) {
    List<String> parts = new ArrayList<>();
    parts.add(
        String.format(
            Locale.ROOT,
            "<svg xmlns=\"http://www.w3.org/2000/svg\" width=\"%d\" height=\"%d\" viewBox=\"0 0 %d"
                + " %d\">",
            columns,
            rows,
            columns,
            rows));
    parts.add("<title>" + escaped(title) + "</title>");
    parts.add("<defs>\n" + definitions + clip(window) + "</defs>");
    parts.add(
        window.isEmpty() ? body.toString() : "<g clip-path=\"url(#window)\">" + body + "</g>");
    parts.add("</svg>\n");
    return String.join("\n", parts);
  }

  private String clip(List<Outline> window) {
    if (window.isEmpty()) {
      return "";
    }
    int start = body.length();
    window.forEach(outline -> outline.rings().forEach(this::ring));
    String path = body.substring(start);
    body.setLength(start);
    return "<clipPath id=\"window\"><path d=\"" + path + "\"/></clipPath>\n";
  }

  /// Text for an XML document: markup escaped, and what XML 1.0 forbids replaced.
  private static String escaped(String text) {
    StringBuilder safe = new StringBuilder();
    text.codePoints()
        .map(point -> legal(point) ? point : 0xfffd)
        .forEach(point -> {
          switch (point) {
            case '&' -> safe.append("&amp;");
            case '<' -> safe.append("&lt;");
            case '>' -> safe.append("&gt;");
            default -> safe.appendCodePoint(point);
          }
        });
    return safe.toString();
  }

  private static boolean legal(int point) {
    return point == '\t'
        || point == '\n'
        || (point >= 0x20 && point < 0xd800)
        || (point >= 0xe000 && point < 0xfffe)
        || point > 0xffff;
  }

  private String number(double length) {
    double rounded = Math.round(length * unit * 10) / 10.0;
    return rounded == Math.rint(rounded) ? Long.toString((long) rounded) : Double.toString(rounded);
  }
}
