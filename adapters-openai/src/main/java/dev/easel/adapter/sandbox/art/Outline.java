package dev.easel.adapter.sandbox.art;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.DoubleUnaryOperator;

/// A closed shape of one or more rings, each a list of x, y pairs. Curves are already flattened.
final class Outline {
  private static final int ROUND = 40;
  private static final int STEPS = 8;

  private final List<double[]> rings;

  private Outline(List<double[]> rings) {
    this.rings = rings;
  }

  List<double[]> rings() {
    return rings;
  }

  static Outline polygon(double... points) {
    return new Outline(List.of(points));
  }

  static Outline polygon(String points) {
    return polygon(points(points));
  }

  static Outline smooth(String through) {
    return smooth(points(through));
  }

  /// Reads "x,y x,y", in hundredths.
  static double[] points(String text) {
    return Arrays.stream(text.split("[ ,]", -1))
        .mapToDouble(part -> Double.parseDouble(part) / 100)
        .toArray();
  }

  static Outline box(double left, double top, double right, double bottom) {
    return polygon(left, top, right, top, right, bottom, left, bottom);
  }

  static Outline disc(double x, double y, double radius) {
    return ellipse(x, y, radius, radius);
  }

  static Outline ellipse(double x, double y, double radiusX, double radiusY) {
    double[] points = new double[2 * ROUND];
    for (int i = 0; i < ROUND; i++) {
      double angle = 2 * Math.PI * i / ROUND;
      points[2 * i] = x + radiusX * StrictMath.cos(angle);
      points[2 * i + 1] = y + radiusY * StrictMath.sin(angle);
    }
    return polygon(points);
  }

  /// A soft closed curve through the points (Catmull-Rom).
  static Outline smooth(double... through) {
    return polygon(curve(true, through));
  }

  /// A line of even width with blunt ends, along a soft curve through the points.
  static Outline ribbon(double width, double... through) {
    return stroke(at -> width, curve(false, through));
  }

  /// A line along the points whose width follows the share of the way, from 0 to 1.
  static Outline stroke(DoubleUnaryOperator width, double... points) {
    int count = points.length / 2;
    double[] rim = new double[4 * count];
    for (int i = 0; i < count; i++) {
      double half = width.applyAsDouble(i / Math.max(1.0, count - 1.0)) / 2;
      place(points, i, count, half, rim);
    }
    return polygon(rim);
  }

  private static void place(double[] points, int i, int count, double half, double[] rim) {
    int before = Math.max(0, i - 1);
    int after = Math.min(count - 1, i + 1);
    double dx = points[2 * after] - points[2 * before];
    double dy = points[2 * after + 1] - points[2 * before + 1];
    double length = Math.max(1e-9, Math.sqrt(dx * dx + dy * dy));
    int back = 2 * count - 1 - i;
    rim[2 * i] = points[2 * i] - dy / length * half;
    rim[2 * i + 1] = points[2 * i + 1] + dx / length * half;
    rim[2 * back] = points[2 * i] + dy / length * half;
    rim[2 * back + 1] = points[2 * i + 1] - dx / length * half;
  }

  /// The ground under a ridge: its height is asked for at even steps from left to right.
  static Outline under(DoubleUnaryOperator ridge, double left, double right, double floor) {
    int steps = (int) Math.ceil((right - left) * 240);
    double[] points = new double[2 * (steps + 1) + 4];
    for (int i = 0; i <= steps; i++) {
      points[2 * i] = left + (right - left) * i / steps;
      points[2 * i + 1] = Math.min(floor, ridge.applyAsDouble(points[2 * i]));
    }
    points[2 * steps + 2] = right;
    points[2 * steps + 3] = floor;
    points[2 * steps + 4] = left;
    points[2 * steps + 5] = floor;
    return polygon(points);
  }

  /// What lies under one line and over another, from the left edge to `right`; nothing where the
  /// second is not below the first.
  static Outline between(DoubleUnaryOperator top, DoubleUnaryOperator bottom, double right) {
    int steps = (int) Math.ceil(right * 360);
    double[] points = new double[4 * (steps + 1)];
    for (int i = 0; i <= steps; i++) {
      double x = right * i / steps;
      int back = 2 * steps + 1 - i;
      points[2 * i] = x;
      points[2 * i + 1] = top.applyAsDouble(x);
      points[2 * back] = x;
      points[2 * back + 1] = Math.max(points[2 * i + 1], bottom.applyAsDouble(x));
    }
    return polygon(points);
  }

  static Outline join(List<Outline> parts) {
    List<double[]> rings = new ArrayList<>();
    for (Outline part : parts) {
      rings.addAll(part.rings);
    }
    return new Outline(rings);
  }

  Outline moved(double scaleX, double scaleY, double x, double y) {
    List<double[]> moved = new ArrayList<>(rings.size());
    for (double[] ring : rings) {
      moved.add(moved(ring, scaleX, scaleY, x, y));
    }
    return new Outline(moved);
  }

  private static double[] moved(double[] ring, double scaleX, double scaleY, double x, double y) {
    double[] moved = new double[ring.length];
    for (int i = 0; i < ring.length; i += 2) {
      moved[i] = ring[i] * scaleX + x;
      moved[i + 1] = ring[i + 1] * scaleY + y;
    }
    return moved;
  }

  private static double[] curve(boolean closed, double... through) {
    int count = through.length / 2;
    int spans = closed ? count : count - 1;
    double[] points = new double[2 * (spans * STEPS + (closed ? 0 : 1))];
    for (int i = 0; i < points.length / 2; i++) {
      int span = Math.min(i / STEPS, spans - 1);
      double share = (i - span * STEPS) / (double) STEPS;
      for (int axis = 0; axis < 2; axis++) {
        points[2 * i + axis] = between(through, count, closed, span, share, axis);
      }
    }
    return points;
  }

  private static double between(
      double[] through, int count, boolean closed, int span, double share, int axis) {
    double before = through[2 * wrap(span - 1, count, closed) + axis];
    double from = through[2 * wrap(span, count, closed) + axis];
    double to = through[2 * wrap(span + 1, count, closed) + axis];
    double after = through[2 * wrap(span + 2, count, closed) + axis];
    double bend = 2 * before - 5 * from + 4 * to - after;
    double turn = 3 * (from - to) + after - before;
    return from + 0.5 * share * (to - before + share * (bend + share * turn));
  }

  private static int wrap(int index, int count, boolean closed) {
    return closed ? Math.floorMod(index, count) : Math.clamp(index, 0, count - 1);
  }
}
