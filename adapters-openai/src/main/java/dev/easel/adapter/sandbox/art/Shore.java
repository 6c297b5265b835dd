package dev.easel.adapter.sandbox.art;

import java.util.function.DoubleUnaryOperator;

/// Where land meets water: the far coast, a rock to build on, the near bank and its reeds.
final class Shore {
  private final Canvas canvas;
  private final Light light;
  private final double horizon;

  Shore(Canvas canvas, Light light, double horizon) {
    this.canvas = canvas;
    this.light = light;
    this.horizon = horizon;
  }

  void coast(Dice dice) {
    Noise noise = new Noise(dice);
    DoubleUnaryOperator ridge =
        x -> horizon + 0.012 - 0.10 * Math.max(0, noise.rolling(x * 1.3, 4) + 0.06);
    Tint tint = light.land(0.12);
    canvas.fill(
        Outline.under(ridge, 0, canvas.width(), horizon + 0.015),
        Fill.down(horizon - 0.05, horizon, tint, tint.mix(light.horizon(), 0.5)));
  }

  /// A rock with turf on it that rises out of the water on one side, flat around `middle`.
  void rock(Dice dice, double middle, boolean left, boolean snowy) {
    Noise noise = new Noise(dice);
    DoubleUnaryOperator ridge = x -> level(noise, x, left ? x - middle : middle - x);
    Tint stone = light.land(0.8).mix(light.on(Tint.hex(0x6d6257)), 0.35);
    canvas.fill(
        Outline.under(ridge, 0, canvas.width(), horizon),
        Fill.down(horizon - 0.1, horizon, stone.mix(light.sun(), 0.12), stone.darker(0.45)));
    Tint grass = light.on(Tint.hex(snowy ? 0xf2f5fa : 0x5f7a3c));
    turf(ridge, x -> ridge.applyAsDouble(x) + 0.012 + 0.008 * noise.at(x * 40), grass);
  }

  /// The height of the rock so far from its flat part; beyond it, it falls to the water.
  private double level(Noise noise, double x, double away) {
    double slope = away < 0 ? away * 0.05 : away * away * 2.1 + away * 0.12;
    double rough = 0.028 * noise.rolling(x * 11, 5) * Math.min(1, Math.abs(away) * 9 + 0.1);
    return horizon - 0.075 + slope + rough;
  }

  private void turf(DoubleUnaryOperator ridge, DoubleUnaryOperator hem, Tint tint) {
    DoubleUnaryOperator top = x -> Math.min(horizon, ridge.applyAsDouble(x));
    DoubleUnaryOperator bottom = x -> Math.min(horizon - 0.03, hem.applyAsDouble(x));
    canvas.fill(Outline.between(top, bottom, canvas.width()), tint);
  }

  /// The near shore, for whoever looks at the water.
  void bank(Dice dice) {
    Noise noise = new Noise(dice);
    double top = canvas.height() - 0.16;
    DoubleUnaryOperator ridge = x -> top - 0.06 * noise.rolling(x * 1.4, 5);
    Tint soil = light.on(Tint.hex(0x6f7a4a)).mix(light.near(), 0.3);
    canvas.fill(
        Outline.under(ridge, 0, canvas.width(), canvas.height()),
        Fill.down(top - 0.05, canvas.height(), soil, soil.darker(0.5)));
  }

  void reeds(Dice own, double phase) {
    double side = own.chance(0.5) ? 0.0 : canvas.width();
    for (int i = 0; i < 46; i++) {
      double x = side + own.between(-0.28, 0.28);
      double tall = own.between(0.08, 0.22) * (1.1 - Math.abs(x - side) * 2.6);
      double lean = own.between(-0.04, 0.04) + 0.008 * StrictMath.sin(2 * Math.PI * phase + i);
      double foot = canvas.height() + 0.01;
      canvas.fill(
          Outline.stroke(
              at -> 0.006 * (1 - at),
              x,
              foot,
              x + lean * 0.3,
              foot - tall * 0.6,
              x + lean,
              foot - tall),
          light.near());
    }
  }
}
