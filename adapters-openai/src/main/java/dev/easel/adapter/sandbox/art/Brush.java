package dev.easel.adapter.sandbox.art;

/// Draws a subject in coordinates of its own: its foot stands at (0, 0), up is negative, and one
/// unit is the subject's height on the canvas. Points in a text are "x,y x,y", in hundredths of
/// that unit.
record Brush(Canvas canvas, double x, double y, double size, boolean flipped) {
  Brush at(double dx, double dy, double scale) {
    return new Brush(canvas, x + dx * wide(), y + dy * size, size * scale, flipped);
  }

  void fill(Fill fill, Outline outline) {
    canvas.fill(moved(outline), moved(fill));
  }

  void fill(Tint tint, Outline outline) {
    canvas.fill(moved(outline), tint);
  }

  void light(Fill fill, Outline outline) {
    canvas.light(moved(outline), moved(fill));
  }

  void polygon(Tint tint, double... points) {
    fill(tint, Outline.polygon(points));
  }

  void smooth(Tint tint, double... through) {
    fill(tint, Outline.smooth(through));
  }

  void smooth(Fill fill, double... through) {
    fill(fill, Outline.smooth(through));
  }

  void box(Tint tint, double left, double top, double right, double bottom) {
    fill(tint, Outline.box(left, top, right, bottom));
  }

  void polygon(Tint tint, String points) {
    fill(tint, Outline.polygon(points));
  }

  void smooth(Tint tint, String through) {
    fill(tint, Outline.smooth(through));
  }

  void smooth(Fill fill, String through) {
    fill(fill, Outline.smooth(through));
  }

  void line(Tint tint, double width, String through) {
    fill(tint, Outline.ribbon(width, Outline.points(through)));
  }

  void ellipse(Tint tint, double centreX, double centreY, double radiusX, double radiusY) {
    fill(tint, Outline.ellipse(centreX, centreY, radiusX, radiusY));
  }

  void line(Tint tint, double width, double... through) {
    fill(tint, Outline.ribbon(width, through));
  }

  void glow(Tint tint, double centreX, double centreY, double radius) {
    light(Fill.glow(centreX, centreY, radius, tint), Outline.disc(centreX, centreY, radius));
  }

  /// A soft shadow on the ground under the subject.
  void shadow(double reach) {
    Fill soft = Fill.glow(0, 0.015, reach * 1.3, reach * 0.21, Tint.BLACK.alpha(0.58));
    fill(soft, Outline.ellipse(0, 0.015, reach * 1.3, reach * 0.21));
  }

  private double wide() {
    return flipped ? -size : size;
  }

  private Outline moved(Outline outline) {
    return outline.moved(wide(), size, x, y);
  }

  private Fill moved(Fill fill) {
    return switch (fill) {
      case Fill.Flat flat -> flat;
      case Fill.Linear(var x0, var y0, var x1, var y1, var stops) ->
          new Fill.Linear(x + x0 * wide(), y + y0 * size, x + x1 * wide(), y + y1 * size, stops);
      case Fill.Radial(var cx, var cy, var rx, var ry, var stops) ->
          new Fill.Radial(x + cx * wide(), y + cy * size, rx * size, ry * size, stops);
    };
  }
}
