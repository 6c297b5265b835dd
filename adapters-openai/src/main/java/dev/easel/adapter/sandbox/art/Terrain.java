package dev.easel.adapter.sandbox.art;

import java.util.ArrayList;
import java.util.List;
import java.util.function.DoubleUnaryOperator;

/// Land in layers, from the haze of the horizon to the viewer's feet.
final class Terrain {
  private final Canvas canvas;
  private final Light light;
  private final double horizon;

  Terrain(Canvas canvas, Light light, double horizon) {
    this.canvas = canvas;
    this.light = light;
    this.horizon = horizon;
  }

  void mountains(Dice dice, boolean snow) {
    int layers = 4;
    for (int i = 0; i < layers; i++) {
      Dice own = dice.fork(i);
      double near = i / (double) layers;
      double high = (0.44 - 0.08 * i) * own.between(0.85, 1.1);
      Noise noise = new Noise(own);
      double stretch = 1.3 + 0.5 * i;
      DoubleUnaryOperator ridge =
          x -> horizon + 0.01 - high * (1.75 * noise.jagged(x * stretch, 6) - 0.38);
      range(ridge, high, near);
      if (snow || i < 2) {
        snowcap(ridge, noise, horizon - high * (snow ? 0.3 : 0.62), near);
      }
    }
  }

  private void range(DoubleUnaryOperator ridge, double high, double near) {
    Tint peak = light.land(near * 0.75);
    Tint mist = peak.mix(light.horizon(), 0.5);
    Outline outline = Outline.under(ridge, 0, canvas.width(), horizon + 0.02);
    canvas.fill(outline, Fill.down(horizon - high, horizon, peak, peak, mist));
  }

  private void snowcap(DoubleUnaryOperator ridge, Noise noise, double line, double near) {
    DoubleUnaryOperator top = x -> Math.min(ridge.applyAsDouble(x), horizon);
    DoubleUnaryOperator hem = x -> line + 0.05 * noise.rolling(x * 26, 3) + 0.03 * noise.at(x * 60);
    DoubleUnaryOperator bottom =
        x -> Math.min(horizon, Math.min(hem.applyAsDouble(x), top.applyAsDouble(x) + 0.09));
    Tint white = Tint.hex(0xf7f9ff).mix(light.horizon(), 0.35);
    Tint snow = white.mix(light.land(near), light.dark() ? 0.5 : 0.2);
    canvas.fill(Outline.between(top, bottom, canvas.width()), snow);
  }

  void hills(Dice dice, int layers, double high, double first, double last) {
    for (int i = 0; i < layers; i++) {
      Dice own = dice.fork(i);
      Noise noise = new Noise(own);
      double near = first + (last - first) * i / Math.max(1, layers - 1);
      double base = horizon + 0.02 - high * (1 - i / (double) layers);
      double swing = high * own.between(0.5, 0.9);
      double stretch = own.between(1.1, 1.9);
      DoubleUnaryOperator ridge = x -> base - swing * noise.rolling(x * stretch, 4);
      Tint tint = light.land(near);
      Outline outline = Outline.under(ridge, 0, canvas.width(), horizon + 0.02);
      canvas.fill(outline, Fill.down(base - swing, horizon, tint, tint.mix(light.horizon(), 0.3)));
    }
  }

  /// The ground from the horizon down to the lower edge.
  void plain(Dice dice, Tint tint) {
    Noise noise = new Noise(dice);
    double edge = canvas.height();
    for (int i = 0; i < 4; i++) {
      double base = horizon + (edge - horizon) * (0.01 + 0.2 * i);
      double offset = 90.0 * i;
      double swing = 0.025 + 0.03 * i;
      DoubleUnaryOperator ridge = x -> base - swing * (noise.rolling(x * 1.7 + offset, 3) + 0.3);
      Tint top = light.on(tint).mix(light.horizon(), 0.42 - 0.13 * i);
      Fill fill = Fill.down(base - swing, edge, top, top.darker(0.35).mix(light.near(), 0.25));
      canvas.fill(Outline.under(ridge, 0, canvas.width(), edge), fill);
    }
  }

  void dunes(Dice dice) {
    Tint sand = light.on(Tint.hex(0xedb060)).mix(light.sky().get(3), light.dark() ? 0.25 : 0.0);
    double edge = canvas.height();
    for (int i = 0; i < 6; i++) {
      Noise noise = new Noise(dice.fork(i));
      double base = horizon + (edge - horizon) * (0.02 + 0.155 * i);
      double swing = 0.06 + 0.05 * i;
      double stretch = 1.15 - 0.08 * i;
      DoubleUnaryOperator ridge = x -> base - swing * (noise.jagged(x * stretch, 2) * 2.0 - 0.8);
      Tint lit = sand.mix(light.horizon(), 0.42 - 0.084 * i).mix(light.near(), 0.06 * i);
      canvas.fill(
          Outline.under(ridge, 0, canvas.width(), edge),
          Fill.down(base - swing, base + swing + 0.1, lit.lighter(0.18), lit.darker(0.4)));
      shadow(ridge, noise, lit.darker(0.45), edge);
    }
  }

  /// The lee side of a dune: between its crest and a line that swings away below it.
  private void shadow(DoubleUnaryOperator ridge, Noise noise, Tint tint, double edge) {
    DoubleUnaryOperator crest = x -> Math.min(edge, ridge.applyAsDouble(x));
    DoubleUnaryOperator slope =
        x -> Math.max(0, ridge.applyAsDouble(x + 0.004) - ridge.applyAsDouble(x - 0.004));
    DoubleUnaryOperator hem =
        x -> crest.applyAsDouble(x) + 26 * slope.applyAsDouble(x) * (0.7 + 0.3 * noise.at(x * 7));
    Outline lee = Outline.between(crest, x -> Math.min(edge, hem.applyAsDouble(x)), canvas.width());
    canvas.fill(lee, tint.alpha(0.55));
  }

  /// Rows of firs, each nearer row larger and darker.
  void forest(Dice dice, double first, double last) {
    int rows = 5;
    for (int row = 0; row < rows; row++) {
      Dice own = dice.fork(row);
      double near = (row + 1.0) / rows;
      double foot = first + (last - first) * near * near;
      double tall = 0.06 + 0.20 * near * near;
      Noise noise = new Noise(own);
      DoubleUnaryOperator ground = x -> foot - tall * 0.35 * noise.rolling(x * 2.2, 3);
      Tint tint = light.land(0.15 + 0.8 * near).mix(light.on(Tint.hex(0x2f6b3f)), 0.55);
      grove(own, ground, tall, tint);
      Outline soil = Outline.under(ground, 0, canvas.width(), canvas.height());
      canvas.fill(soil, Fill.down(foot - 0.05, foot + 0.22, tint, tint.mix(light.horizon(), 0.22)));
    }
  }

  private void grove(Dice dice, DoubleUnaryOperator ground, double tall, Tint tint) {
    List<Outline> trees = new ArrayList<>();
    double step = tall * 0.24;
    for (double x = -step; x < canvas.width() + step; x += step * dice.between(0.5, 1.5)) {
      double height = tall * dice.between(0.6, 1.15);
      trees.add(fir(dice, x, ground.applyAsDouble(x) + tall * 0.04, height));
    }
    for (Outline tree : trees) {
      canvas.fill(tree, tint);
    }
  }

  static Outline fir(Dice dice, double x, double foot, double height) {
    int tiers = 7;
    double[] points = new double[2 * (4 * tiers + 1)];
    double wide = height * dice.between(0.15, 0.21);
    points[0] = x;
    points[1] = foot - height;
    for (int tier = 0; tier < tiers; tier++) {
      double share = (tier + 1.0) / tiers;
      double y = foot - height + height * share * 0.95;
      double reach = wide * share * dice.between(0.85, 1.1);
      branch(points, tier, tiers, x, y, reach, height);
    }
    return Outline.polygon(points);
  }

  private static void branch(
      double[] points, int tier, int tiers, double x, double y, double reach, double height) {
    int right = 2 + 4 * tier;
    int left = 2 * (4 * tiers + 1) - 4 * (tier + 1);
    double inner = tier == tiers - 1 ? reach * 0.12 : reach * 0.5;
    points[right] = x + reach;
    points[right + 1] = y + height * 0.018;
    points[right + 2] = x + inner;
    points[right + 3] = y - height * 0.006;
    points[left] = x - inner;
    points[left + 1] = y - height * 0.006;
    points[left + 2] = x - reach;
    points[left + 3] = y + height * 0.018;
  }
}
