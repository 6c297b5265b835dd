package dev.easel.adapter.sandbox.art;

import java.util.List;

/// Subjects without a life of their own. Each stands on (0, 0) and is about one unit tall.

final class Things {
  private final Light light;
  private final Tint own;

  /// The tint is the thing's own colour, before the light falls on it.
  Things(Light light, Tint own) {
    this.light = light;
    this.own = light.on(own);
  }

  void cup(Brush brush, double phase) {
    brush.shadow(0.62);
    Tint china = own.lighter(0.1);
    brush.fill(
        Fill.down(-0.05, 0.05, china, china.darker(0.3)), Outline.ellipse(0, -0.01, 0.62, 0.085));
    brush.ellipse(china.darker(0.14), 0, -0.022, 0.36, 0.045);
    brush.line(china.darker(0.12), 0.062, "34,-42 54,-44 55,-24 28,-17");
    Fill round = Fill.across(-0.42, 0.42, china.lighter(0.45), china, china.darker(0.38));
    brush.smooth(round, "-42,-50 42,-50 39,-30 26,-8 16,-2 -16,-2 -26,-8 -39,-30");
    brush.ellipse(china.lighter(0.3), 0, -0.51, 0.425, 0.082);
    brush.ellipse(light.on(Tint.hex(0x6b3d1e)), 0, -0.502, 0.385, 0.066);
    brush.ellipse(light.on(Tint.hex(0xa66a35)), -0.05, -0.497, 0.25, 0.036);
    steam(brush, phase);
  }

  private void steam(Brush brush, double phase) {
    for (int i = -1; i <= 1; i++) {
      double x = 0.15 * i;
      double sway = 0.05 * StrictMath.sin(2 * Math.PI * (phase + i * 0.31));
      Outline wisp =
          Outline.ribbon(
              0.035,
              x,
              -0.56,
              x + 0.06 + sway,
              -0.68,
              x - 0.05,
              -0.80,
              x + 0.05 - sway,
              -0.93,
              x,
              -1.05);
      Tint white = Tint.WHITE.alpha(0.42);
      brush.fill(Fill.down(-1.05, -0.56, white.alpha(0), white.alpha(0.3), white), wisp);
    }
  }

  void flower(Brush brush) {
    Tint green = light.on(Tint.hex(0x3f8a46));
    brush.line(green, 0.03, "0,2 3,-25 -1,-50 0,-70");
    brush.smooth(green.darker(0.1), "1,-18 16,-40 32,-42 20,-24");
    brush.smooth(green.lighter(0.1), "1,-28 -15,-46 -28,-46 -17,-32");
    petals(brush, 13, 0.30, own.darker(0.22), 0);
    petals(brush, 13, 0.26, own, 0.24);
    Tint seed = light.on(Tint.hex(0x6e431d));
    brush.fill(Fill.glow(0, -0.72, 0.17, seed.darker(0.5)), Outline.disc(0, -0.72, 0.03));
    brush.ellipse(seed, 0, -0.72, 0.105, 0.105);
    brush.ellipse(seed.lighter(0.25), -0.02, -0.74, 0.06, 0.06);
  }

  private static void petals(Brush brush, int count, double reach, Tint tint, double turn) {
    for (int i = 0; i < count; i++) {
      double angle = 2 * Math.PI * (i + turn * 2) / count;
      double dx = StrictMath.cos(angle);
      double dy = StrictMath.sin(angle);
      double x = reach * dx;
      double y = reach * dy - 0.72;
      double wide = 0.062;
      double mx = 0.6 * reach * dx;
      double my = 0.6 * reach * dy - 0.72;
      brush.smooth(
          tint.lighter(0.12 * (i % 3)),
          0,
          -0.72,
          mx - wide * dy,
          my + wide * dx,
          x,
          y,
          mx + wide * dy,
          my - wide * dx);
    }
  }

  void apple(Brush brush) {
    brush.shadow(0.5);
    Fill round =
        new Fill.Radial(
            -0.15,
            -0.58,
            0.8,
            0.8,
            List.of(
                new Fill.Stop(0, own.lighter(0.45)),
                new Fill.Stop(0.35, own),
                new Fill.Stop(1, own.darker(0.6))));
    brush.smooth(
        round,
        "0,-76 22,-82 42,-66 44,-38 28,-6 8,-0 0,-2 -8,-0 -28,-6 -44,-38 " + "-42,-66 -22,-82");
    brush.line(light.on(Tint.hex(0x5a3b20)), 0.03, "0,-73 2,-86 7,-97");
    Tint leaf = light.on(Tint.hex(0x5aa046));
    brush.smooth(leaf, "3,-86 14,-99 32,-96 20,-85");
    brush.smooth(Tint.WHITE.alpha(0.28), "-30,-60 -22,-70 -16,-66 -24,-48");
  }

  void heart(Brush brush) {
    Fill round =
        new Fill.Radial(
            -0.15,
            -0.65,
            0.95,
            0.95,
            List.of(
                new Fill.Stop(0, own.lighter(0.4)),
                new Fill.Stop(0.4, own),
                new Fill.Stop(1, own.darker(0.55))));
    brush.smooth(
        round,
        "0,-74 14,-92 36,-92 48,-70 40,-46 20,-22 0,-2 -20,-22 -40,-46 -48,-70 "
            + "-36,-92 -14,-92");
    brush.smooth(Tint.WHITE.alpha(0.35), "-36,-66 -33,-80 -22,-84 -28,-72");
  }

  void tree(Brush brush, Dice dice) {
    Tint bark = light.on(Tint.hex(0x55402f));
    brush.smooth(bark, "-7,2 -4,-20 -3.5,-50 3.5,-50 4,-20 8,2");
    brush.line(bark, 0.03, "0,-36 12,-50 20,-56");
    brush.line(bark, 0.03, "0,-32 -12,-45 -20,-52");
    for (int i = 0; i < 90; i++) {
      double angle = dice.between(0, 2 * Math.PI);
      double reach = StrictMath.sqrt(dice.fraction());
      double x = 0.36 * reach * StrictMath.cos(angle);
      double y = -0.66 + 0.27 * reach * StrictMath.sin(angle);
      double shade = Math.clamp(0.35 + (y + 0.66) * 1.1 - x * 0.3, 0.0, 0.7);
      Tint leaf = own.lighter(0.22).mix(own.darker(0.6), shade);
      brush.ellipse(leaf, x, y, dice.between(0.05, 0.09), dice.between(0.04, 0.075));
    }
  }
}
