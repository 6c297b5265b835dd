package dev.easel.adapter.sandbox.art;

import java.util.List;

/// What a shape is filled with. Gradients are in the coordinates of the shape they fill.
sealed interface Fill {
  record Flat(Tint tint) implements Fill {}

  record Linear(double x0, double y0, double x1, double y1, List<Stop> stops) implements Fill {
    public Linear {
      stops = List.copyOf(stops);
    }
  }

  record Radial(double x, double y, double radiusX, double radiusY, List<Stop> stops)
      implements Fill {
    public Radial {
      stops = List.copyOf(stops);
    }
  }

  /// A colour at a place between 0 (start, centre) and 1 (end, rim).
  record Stop(double at, Tint tint) {}

  static Fill down(double top, double bottom, Tint... tints) {
    return new Linear(0, top, 0, bottom, evenly(tints));
  }

  static Fill across(double left, double right, Tint... tints) {
    return new Linear(left, 0, right, 0, evenly(tints));
  }

  /// A soft spot: full at the centre, gone at the rim.
  static Fill glow(double x, double y, double radius, Tint tint) {
    return glow(x, y, radius, radius, tint);
  }

  static Fill glow(double x, double y, double radiusX, double radiusY, Tint tint) {
    return new Radial(
        x,
        y,
        radiusX,
        radiusY,
        List.of(
            new Stop(0, tint),
            new Stop(0.25, tint.alpha(tint.alpha() * 0.58)),
            new Stop(0.55, tint.alpha(tint.alpha() * 0.19)),
            new Stop(1, tint.alpha(0))));
  }

  private static List<Stop> evenly(Tint... tints) {
    Stop[] stops = new Stop[tints.length];
    for (int i = 0; i < tints.length; i++) {
      stops[i] = new Stop(i / Math.max(1.0, tints.length - 1.0), tints[i]);
    }
    return List.of(stops);
  }
}
