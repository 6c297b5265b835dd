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
    shadow(brush, 0.62);
    Tint china = own.lighter(0.1);
    brush.fill(
        Fill.down(-0.05, 0.05, china, china.darker(0.3)), Outline.ellipse(0, -0.01, 0.62, 0.085));
    brush.ellipse(china.darker(0.14), 0, -0.022, 0.36, 0.045);
    brush.line(china.darker(0.12), 0.062, 0.34, -0.42, 0.54, -0.44, 0.55, -0.24, 0.28, -0.17);
    Fill round = Fill.across(-0.42, 0.42, china.lighter(0.45), china, china.darker(0.38));
    brush.smooth(
        round, -0.42, -0.50, 0.42, -0.50, 0.39, -0.30, 0.26, -0.08, 0.16, -0.02, -0.16, -0.02,
        -0.26, -0.08, -0.39, -0.30);
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

  void balloon(Brush brush) {
    double[] widths = {1, 0.68, 0.26};
    for (int i = 0; i < widths.length; i++) {
      Tint stripe = i % 2 == 0 ? own : light.on(Tint.hex(0xfbf0d9));
      Fill round =
          Fill.across(-0.36, 0.36, stripe.mix(light.sun(), 0.35), stripe, stripe.darker(0.4));
      envelope(brush, round, widths[i]);
    }
    Tint rope = light.near().alpha(0.9);
    brush.line(rope, 0.006, -0.07, -0.24, -0.055, -0.10);
    brush.line(rope, 0.006, 0.07, -0.24, 0.055, -0.10);
    Tint wicker = light.on(Tint.hex(0x8a5a32));
    brush.fill(
        Fill.across(-0.07, 0.07, wicker.lighter(0.2), wicker.darker(0.3)),
        Outline.polygon(-0.07, -0.11, 0.07, -0.11, 0.055, 0, -0.055, 0));
    if (light.dark()) {
      brush.glow(Tint.hex(0xffc15e).alpha(0.8), 0, -0.32, 0.34);
    }
  }

  private static void envelope(Brush brush, Fill fill, double wide) {
    double w = 0.36 * wide;
    double neck = 0.08 * wide;
    brush.smooth(
        fill, 0, -1.0, w * 0.62, -0.94, w, -0.70, w * 0.72, -0.45, neck, -0.24, -neck, -0.24,
        -w * 0.72, -0.45, -w, -0.70, -w * 0.62, -0.94);
  }

  void boat(Brush brush, double phase) {
    double heel = 0.02 * StrictMath.sin(2 * Math.PI * phase);
    Tint mast = light.near().mix(light.on(Tint.hex(0x7a5234)), 0.6);
    brush.polygon(mast, -0.012, -0.12, heel - 0.006, -1.0, heel + 0.006, -1.0, 0.012, -0.12);
    Tint cloth = light.on(Tint.hex(0xfbf5e6));
    brush.smooth(
        Fill.across(0, 0.5, cloth, cloth.darker(0.25)),
        0.03,
        -0.20,
        heel + 0.02,
        -0.58,
        heel + 0.02,
        -0.97,
        0.20,
        -0.62,
        0.46,
        -0.22,
        0.24,
        -0.19);
    brush.smooth(
        Fill.across(-0.4, 0, own.lighter(0.15), own.darker(0.2)),
        -0.03,
        -0.20,
        heel - 0.02,
        -0.55,
        heel - 0.02,
        -0.88,
        -0.15,
        -0.56,
        -0.36,
        -0.22,
        -0.2,
        -0.19);
    Fill hull = Fill.down(-0.15, 0.02, own, own.darker(0.55));
    brush.smooth(
        hull, -0.46, -0.14, 0, -0.115, 0.5, -0.16, 0.40, -0.02, 0.2, 0.025, -0.25, 0.025, -0.40,
        -0.03);
    brush.line(light.on(Tint.hex(0xfbf5e6)), 0.016, -0.44, -0.115, 0, -0.09, 0.47, -0.13);
  }

  void rocket(Brush brush, double phase) {
    double flare = 0.06 * StrictMath.sin(2 * Math.PI * phase * 3);
    brush.glow(Tint.hex(0xffa63d).alpha(0.9), 0, -0.03, 0.42);
    brush.smooth(
        Tint.hex(0xff9d2e), -0.09, -0.20, 0.09, -0.20, 0.10, -0.05, 0, 0.16 + flare, -0.10, -0.05);
    brush.smooth(
        Tint.hex(0xfff0b0),
        -0.045,
        -0.20,
        0.045,
        -0.20,
        0.05,
        -0.08,
        0,
        0.02 + flare,
        -0.05,
        -0.08);
    brush.smooth(own.darker(0.1), -0.11, -0.48, -0.26, -0.28, -0.27, -0.12, -0.10, -0.24);
    brush.smooth(own.darker(0.35), 0.11, -0.48, 0.26, -0.28, 0.27, -0.12, 0.10, -0.24);
    Tint steel = light.on(Tint.hex(0xeef1f5));
    Fill round = Fill.across(-0.16, 0.16, steel, steel, steel.darker(0.45));
    brush.smooth(
        round, 0, -1.0, 0.13, -0.78, 0.16, -0.52, 0.10, -0.20, -0.10, -0.20, -0.16, -0.52, -0.13,
        -0.78);
    brush.smooth(
        Fill.across(-0.12, 0.12, own.lighter(0.15), own, own.darker(0.4)),
        0,
        -1.01,
        0.075,
        -0.90,
        0.125,
        -0.79,
        0,
        -0.765,
        -0.125,
        -0.79,
        -0.075,
        -0.90);
    brush.ellipse(own.darker(0.2), 0, -0.60, 0.075, 0.075);
    brush.ellipse(light.on(Tint.hex(0x7cc4ee)), 0, -0.60, 0.055, 0.055);
    brush.ellipse(Tint.WHITE.alpha(0.7), -0.02, -0.62, 0.018, 0.018);
  }

  void flower(Brush brush) {
    Tint green = light.on(Tint.hex(0x3f8a46));
    brush.line(green, 0.03, 0, 0.02, 0.03, -0.25, -0.01, -0.5, 0, -0.70);
    brush.smooth(green.darker(0.1), 0.01, -0.18, 0.16, -0.40, 0.32, -0.42, 0.20, -0.24);
    brush.smooth(green.lighter(0.1), 0.01, -0.28, -0.15, -0.46, -0.28, -0.46, -0.17, -0.32);
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
    shadow(brush, 0.5);
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
        round, 0, -0.76, 0.22, -0.82, 0.42, -0.66, 0.44, -0.38, 0.28, -0.06, 0.08, -0.0, 0, -0.02,
        -0.08, -0.0, -0.28, -0.06, -0.44, -0.38, -0.42, -0.66, -0.22, -0.82);
    brush.line(light.on(Tint.hex(0x5a3b20)), 0.03, 0, -0.73, 0.02, -0.86, 0.07, -0.97);
    Tint leaf = light.on(Tint.hex(0x5aa046));
    brush.smooth(leaf, 0.03, -0.86, 0.14, -0.99, 0.32, -0.96, 0.20, -0.85);
    brush.smooth(Tint.WHITE.alpha(0.28), -0.30, -0.60, -0.22, -0.70, -0.16, -0.66, -0.24, -0.48);
  }

  void robot(Brush brush) {
    shadow(brush, 0.36);
    Fill metal = Fill.across(-0.3, 0.3, own.lighter(0.4), own, own.darker(0.4));
    Tint joint = own.darker(0.6);
    for (int side = -1; side <= 1; side += 2) {
      brush.line(joint, 0.07, side * 0.25, -0.52, side * 0.36, -0.42, side * 0.35, -0.24);
      brush.ellipse(own.darker(0.2), side * 0.35, -0.22, 0.06, 0.06);
      brush.box(joint, side * 0.12 - 0.045, -0.20, side * 0.12 + 0.045, -0.04);
      brush.fill(
          metal,
          Outline.smooth(
              side * 0.12 - 0.10,
              0.01,
              side * 0.12 - 0.08,
              -0.06,
              side * 0.12 + 0.08,
              -0.06,
              side * 0.12 + 0.10,
              0.01));
    }
    brush.fill(
        metal,
        Outline.smooth(
            -0.24, -0.56, 0.24, -0.56, 0.25, -0.36, 0.20, -0.17, -0.20, -0.17, -0.25, -0.36));
    brush.box(joint, -0.05, -0.62, 0.05, -0.54);
    brush.fill(
        metal,
        Outline.smooth(
            -0.24, -0.88, 0, -0.90, 0.24, -0.88, 0.26, -0.74, 0.22, -0.60, 0, -0.58, -0.22, -0.60,
            -0.26, -0.74));
    brush.smooth(
        Tint.hex(0x16222e),
        -0.19,
        -0.82,
        0.19,
        -0.82,
        0.20,
        -0.73,
        0.17,
        -0.66,
        -0.17,
        -0.66,
        -0.20,
        -0.73);
    face(brush);
  }

  private void face(Brush brush) {
    Tint lamp = Tint.hex(0x6ff0e2);
    for (int side = -1; side <= 1; side += 2) {
      brush.glow(lamp.alpha(0.8), side * 0.09, -0.745, 0.11);
      brush.ellipse(lamp, side * 0.09, -0.745, 0.034, 0.04);
    }
    brush.box(own.darker(0.5), -0.008, -1.0, 0.008, -0.89);
    brush.ellipse(Tint.hex(0xff6b57), 0, -1.0, 0.03, 0.03);
    brush.glow(Tint.hex(0xff6b57).alpha(0.7), 0, -1.0, 0.1);
    brush.ellipse(Tint.hex(0xffcf5a), 0, -0.40, 0.05, 0.05);
    brush.line(own.darker(0.5), 0.012, -0.12, -0.27, 0, -0.25, 0.12, -0.27);
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
        round, 0, -0.74, 0.14, -0.92, 0.36, -0.92, 0.48, -0.70, 0.40, -0.46, 0.2, -0.22, 0, -0.02,
        -0.2, -0.22, -0.40, -0.46, -0.48, -0.70, -0.36, -0.92, -0.14, -0.92);
    brush.smooth(Tint.WHITE.alpha(0.35), -0.36, -0.66, -0.33, -0.80, -0.22, -0.84, -0.28, -0.72);
  }

  void tree(Brush brush, Dice dice) {
    Tint bark = light.on(Tint.hex(0x55402f));
    brush.smooth(bark, -0.07, 0.02, -0.04, -0.2, -0.035, -0.5, 0.035, -0.5, 0.04, -0.2, 0.08, 0.02);
    brush.line(bark, 0.03, 0, -0.36, 0.12, -0.5, 0.2, -0.56);
    brush.line(bark, 0.03, 0, -0.32, -0.12, -0.45, -0.2, -0.52);
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

  private static void shadow(Brush brush, double wide) {
    Fill soft = Fill.glow(0, 0.03, wide * 1.3, wide * 0.2, Tint.BLACK.alpha(0.55));
    brush.fill(soft, Outline.ellipse(0, 0.03, wide * 1.3, wide * 0.2));
  }
}
