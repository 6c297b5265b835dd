package dev.easel.adapter.sandbox.art;

import java.util.List;

/// Gives the colours of one row: red, green, blue and opacity for each column, 0 to 65280. Where a
/// row is of one colour, only column 0 is written.
interface Shader {
  int FULL = 255 << 8;
  int STEPS = 1023;

  /// Says how far apart the columns lie in `colours`: 4, or 0 when all share one colour.
  int colour(int y, int from, int to, int[] colours);

  static Shader of(Fill fill, double unit) {
    return switch (fill) {
      case Fill.Flat(Tint tint) -> flat(tint);
      case Fill.Linear linear -> linear(linear, unit);
      case Fill.Radial radial -> radial(radial, unit);
    };
  }

  private static Shader flat(Tint tint) {
    int[] colour = ramp(List.of(new Fill.Stop(0, tint)), 1);
    return (y, from, to, colours) -> {
      copy(colour, 0, colours, 0);
      return 0;
    };
  }

  private static Shader linear(Fill.Linear fill, double unit) {
    int[] ramp = ramp(fill.stops(), STEPS + 1);
    return fill.x0() == fill.x1() ? upright(fill, unit, ramp) : slanting(fill, unit, ramp);
  }

  private static Shader upright(Fill.Linear fill, double unit, int[] ramp) {
    double height = (fill.y1() - fill.y0()) * unit;
    return (y, from, to, colours) -> {
      copy(ramp, place((y + 0.5 - fill.y0() * unit) / height), colours, 0);
      return 0;
    };
  }

  private static Shader slanting(Fill.Linear fill, double unit, int[] ramp) {
    double dx = (fill.x1() - fill.x0()) * unit;
    double dy = (fill.y1() - fill.y0()) * unit;
    double length = Math.max(1e-9, dx * dx + dy * dy);
    return (y, from, to, colours) -> {
      double rowShare = (y + 0.5 - fill.y0() * unit) * dy - fill.x0() * unit * dx;
      for (int x = from; x < to; x++) {
        copy(ramp, place(((x + 0.5) * dx + rowShare) / length), colours, x);
      }
      return 4;
    };
  }

  private static Shader radial(Fill.Radial fill, double unit) {
    int[] ramp = ramp(fill.stops(), STEPS + 1);
    double scaleX = 1 / (fill.radiusX() * unit);
    double scaleY = 1 / (fill.radiusY() * unit);
    return (y, from, to, colours) -> {
      double v = (y + 0.5 - fill.y() * unit) * scaleY;
      for (int x = from; x < to; x++) {
        double u = (x + 0.5 - fill.x() * unit) * scaleX;
        copy(ramp, place(Math.sqrt(u * u + v * v)), colours, x);
      }
      return 4;
    };
  }

  private static int place(double share) {
    return share <= 0 ? 0 : share >= 1 ? STEPS : (int) (share * STEPS + 0.5);
  }

  private static void copy(int[] ramp, int place, int[] colours, int x) {
    colours[4 * x] = ramp[4 * place];
    colours[4 * x + 1] = ramp[4 * place + 1];
    colours[4 * x + 2] = ramp[4 * place + 2];
    colours[4 * x + 3] = ramp[4 * place + 3];
  }

  private static int[] ramp(List<Fill.Stop> stops, int size) {
    int[] ramp = new int[4 * size];
    for (int i = 0; i < size; i++) {
      Tint tint = at(stops, i / Math.max(1.0, size - 1.0));
      ramp[4 * i] = fixed(tint.red());
      ramp[4 * i + 1] = fixed(tint.green());
      ramp[4 * i + 2] = fixed(tint.blue());
      ramp[4 * i + 3] = fixed(tint.alpha());
    }
    return ramp;
  }

  static Tint at(List<Fill.Stop> stops, double share) {
    for (int i = 1; i < stops.size(); i++) {
      Fill.Stop next = stops.get(i);
      if (share <= next.at()) {
        Fill.Stop last = stops.get(i - 1);
        double span = Math.max(1e-9, next.at() - last.at());
        return last.tint().mix(next.tint(), Math.max(0, (share - last.at()) / span));
      }
    }
    return stops.getLast().tint();
  }

  private static int fixed(double channel) {
    return (int) Math.round(Math.clamp(channel, 0.0, 1.0) * FULL);
  }
}
