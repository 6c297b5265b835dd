package dev.easel.adapter.sandbox.art;

/// Living subjects, seen from the front. Each stands on (0, 0) and is about one unit tall.
final class Creatures {
  private static final Tint INK = Tint.hex(0x1d1a22);

  private final Light light;
  private final Tint coat;

  /// The tint is the coat's own colour, before the light falls on it.
  Creatures(Light light, Tint own) {
    this.light = light;
    this.coat = light.on(own);
  }

  void cat(Brush brush) {
    tail(brush, 0.055, coat.darker(0.15), coat.darker(0.15));
    sitting(brush, coat.lighter(0.35));
    ears(brush, 0.0);
    brush.smooth(
        coat, -0.22, -0.70, -0.16, -0.86, 0, -0.90, 0.16, -0.86, 0.22, -0.70, 0.13, -0.56, 0, -0.53,
        -0.13, -0.56);
    brush.smooth(
        coat.lighter(0.35), -0.09, -0.60, 0, -0.65, 0.09, -0.60, 0.05, -0.545, -0.05, -0.545);
    eyes(brush, light.on(Tint.hex(0xcfe06a)), 0.092, -0.715, 0.042);
    nose(brush, Tint.hex(0xd98a8a), 0, -0.635, 0.02);
    whiskers(brush);
  }

  void fox(Brush brush) {
    tail(brush, 0.12, coat, light.on(Tint.hex(0xf7efe2)));
    sitting(brush, light.on(Tint.hex(0xf7efe2)));
    ears(brush, 0.06);
    brush.smooth(
        coat, -0.25, -0.68, -0.15, -0.86, 0, -0.89, 0.15, -0.86, 0.25, -0.68, 0.10, -0.57, 0, -0.48,
        -0.10, -0.57);
    Tint cheek = light.on(Tint.hex(0xf7efe2));
    brush.smooth(cheek, -0.235, -0.675, -0.13, -0.70, -0.03, -0.60, -0.01, -0.50, -0.10, -0.57);
    brush.smooth(cheek, 0.235, -0.675, 0.13, -0.70, 0.03, -0.60, 0.01, -0.50, 0.10, -0.57);
    eyes(brush, light.on(Tint.hex(0xe8b53a)), 0.095, -0.725, 0.032);
    nose(brush, INK, 0, -0.505, 0.032);
  }

  void dog(Brush brush) {
    tail(brush, 0.07, coat.darker(0.1), coat.darker(0.1));
    sitting(brush, coat.lighter(0.45));
    brush.smooth(
        coat, -0.20, -0.72, -0.15, -0.88, 0, -0.92, 0.15, -0.88, 0.20, -0.72, 0.13, -0.55, 0, -0.50,
        -0.13, -0.55);
    brush.smooth(
        coat.darker(0.35), -0.15, -0.86, -0.24, -0.85, -0.29, -0.66, -0.24, -0.54, -0.18, -0.66);
    brush.smooth(
        coat.darker(0.35), 0.15, -0.86, 0.24, -0.85, 0.29, -0.66, 0.24, -0.54, 0.18, -0.66);
    brush.smooth(
        coat.lighter(0.45),
        -0.10,
        -0.58,
        -0.07,
        -0.68,
        0,
        -0.80,
        0.07,
        -0.68,
        0.10,
        -0.58,
        0,
        -0.51);
    eyes(brush, light.on(Tint.hex(0x6a4426)), 0.09, -0.735, 0.033);
    nose(brush, INK, 0, -0.64, 0.042);
    brush.smooth(
        Tint.hex(0xd96f7a), -0.03, -0.56, 0.03, -0.56, 0.025, -0.49, 0, -0.475, -0.025, -0.49);
  }

  private void sitting(Brush brush, Tint chest) {
    shadow(brush, 0.36);
    Fill round = Fill.across(-0.3, 0.3, coat.mix(light.sun(), 0.12), coat, coat.darker(0.28));
    brush.smooth(
        round, -0.16, -0.60, 0.16, -0.60, 0.24, -0.32, 0.30, -0.10, 0.22, 0.01, -0.22, 0.01, -0.30,
        -0.10, -0.24, -0.32);
    brush.smooth(
        chest, -0.10, -0.56, 0.10, -0.56, 0.10, -0.36, 0.05, -0.20, -0.05, -0.20, -0.10, -0.36);
    brush.smooth(coat.darker(0.12), -0.13, -0.28, -0.03, -0.28, -0.03, 0.0, -0.14, 0.01);
    brush.smooth(coat.darker(0.12), 0.13, -0.28, 0.03, -0.28, 0.03, 0.0, 0.14, 0.01);
    brush.ellipse(chest, -0.085, -0.005, 0.065, 0.032);
    brush.ellipse(chest, 0.085, -0.005, 0.065, 0.032);
  }

  private void shadow(Brush brush, double wide) {
    Fill soft = Fill.glow(0, 0.01, wide * 1.3, wide * 0.22, Tint.BLACK.alpha(0.6));
    brush.fill(soft, Outline.ellipse(0, 0.01, wide * 1.3, wide * 0.22));
  }

  private void tail(Brush brush, double thick, Tint body, Tint tip) {
    brush.line(body, thick, 0.16, -0.06, 0.34, -0.05, 0.45, -0.16, 0.44, -0.32, 0.36, -0.42);
    brush.line(tip, thick * 0.9, 0.445, -0.26, 0.42, -0.36, 0.36, -0.42);
    brush.ellipse(tip, 0.36, -0.42, thick / 2, thick / 2);
  }

  private void ears(Brush brush, double taller) {
    double tip = -1.0 - taller;
    brush.polygon(coat.darker(0.1), -0.21, -0.72, -0.19, tip, -0.04, -0.86);
    brush.polygon(coat.darker(0.1), 0.21, -0.72, 0.19, tip, 0.04, -0.86);
    Tint inner = coat.mix(light.on(Tint.hex(0xe9b0a4)), 0.6);
    brush.polygon(inner, -0.18, -0.78, -0.175, tip + 0.07, -0.08, -0.85);
    brush.polygon(inner, 0.18, -0.78, 0.175, tip + 0.07, 0.08, -0.85);
  }

  private static void eyes(Brush brush, Tint iris, double apart, double y, double radius) {
    for (int side = -1; side <= 1; side += 2) {
      double x = apart * side;
      brush.ellipse(INK, x, y, radius * 1.2, radius * 1.12);
      brush.ellipse(iris, x, y, radius, radius * 0.95);
      brush.ellipse(INK, x, y, radius * 0.5, radius * 0.8);
      brush.ellipse(Tint.WHITE, x + radius * 0.3, y - radius * 0.35, radius * 0.24, radius * 0.24);
    }
  }

  private static void nose(Brush brush, Tint tint, double x, double y, double radius) {
    brush.smooth(
        tint, x - radius, y - radius * 0.6, x + radius, y - radius * 0.6, x, y + radius * 0.7);
    brush.line(
        INK.alpha(0.7),
        0.007,
        x,
        y + radius * 0.6,
        x - 0.02,
        y + radius + 0.025,
        x - 0.05,
        y + radius + 0.02);
    brush.line(
        INK.alpha(0.7),
        0.007,
        x,
        y + radius * 0.6,
        x + 0.02,
        y + radius + 0.025,
        x + 0.05,
        y + radius + 0.02);
  }

  private static void whiskers(Brush brush) {
    for (int side = -1; side <= 1; side += 2) {
      for (int i = 0; i < 3; i++) {
        double y = -0.625 + 0.022 * i;
        brush.line(
            Tint.WHITE.alpha(0.75),
            0.005,
            0.08 * side,
            y,
            0.19 * side,
            y - 0.02 + 0.02 * i,
            0.28 * side,
            y - 0.03 + 0.04 * i);
      }
    }
  }

  void owl(Brush brush) {
    shadow(brush, 0.26);
    Fill round = Fill.across(-0.3, 0.3, coat.lighter(0.1), coat, coat.darker(0.35));
    brush.smooth(
        round, -0.24, -0.86, 0, -0.92, 0.24, -0.86, 0.30, -0.5, 0.20, -0.05, 0, 0.0, -0.20, -0.05,
        -0.30, -0.5);
    brush.polygon(coat, -0.25, -0.76, -0.24, -1.0, -0.08, -0.88);
    brush.polygon(coat, 0.25, -0.76, 0.24, -1.0, 0.08, -0.88);
    brush.ellipse(coat.lighter(0.5), 0, -0.32, 0.17, 0.26);
    feathers(brush);
    brush.ellipse(coat.lighter(0.6), -0.11, -0.70, 0.135, 0.135);
    brush.ellipse(coat.lighter(0.6), 0.11, -0.70, 0.135, 0.135);
    eyes(brush, light.on(Tint.hex(0xf5b52e)), 0.11, -0.70, 0.078);
    brush.polygon(light.on(Tint.hex(0xe08a2c)), -0.035, -0.64, 0.035, -0.64, 0, -0.55);
    brush.smooth(
        coat.darker(0.3), -0.28, -0.58, -0.20, -0.45, -0.19, -0.2, -0.25, -0.1, -0.33, -0.35);
    brush.smooth(coat.darker(0.3), 0.28, -0.58, 0.20, -0.45, 0.19, -0.2, 0.25, -0.1, 0.33, -0.35);
  }

  private void feathers(Brush brush) {
    for (int row = 0; row < 4; row++) {
      for (int i = -2 + row / 2; i <= 2 - row / 2; i++) {
        double x = 0.06 * i + (row % 2) * 0.03;
        double y = -0.44 + 0.09 * row;
        brush.line(coat.darker(0.1), 0.012, x - 0.02, y, x, y + 0.025, x + 0.02, y);
      }
    }
  }

  void fish(Brush brush, double phase) {
    double wag = 0.05 * StrictMath.sin(4 * Math.PI * phase);
    brush.smooth(
        coat.darker(0.25),
        -0.38,
        -0.45,
        -0.72,
        -0.68 + wag,
        -0.62,
        -0.45 + wag,
        -0.72,
        -0.22 + wag);
    brush.smooth(coat.darker(0.2), -0.15, -0.66, 0.05, -0.86, 0.22, -0.64);
    Fill round = Fill.down(-0.75, -0.2, coat.lighter(0.15), coat, coat.lighter(0.55));
    brush.smooth(
        round, -0.45, -0.45, -0.2, -0.66, 0.2, -0.70, 0.5, -0.52, 0.55, -0.44, 0.45, -0.34, 0.15,
        -0.22, -0.2, -0.26);
    brush.line(coat.darker(0.25), 0.014, 0.26, -0.62, 0.20, -0.46, 0.25, -0.31);
    brush.smooth(coat.darker(0.25), 0.05, -0.42, -0.14, -0.30, -0.02, -0.40);
    brush.ellipse(Tint.WHITE, 0.38, -0.52, 0.045, 0.045);
    brush.ellipse(INK, 0.39, -0.52, 0.026, 0.026);
    for (int i = 0; i < 5; i++) {
      double x = 0.66 + 0.05 * StrictMath.sin(i * 2.1);
      double y = -0.55 - 0.13 * (i + phase);
      brush.ellipse(Tint.WHITE.alpha(0.45), x, y, 0.018 + 0.004 * i, 0.018 + 0.004 * i);
    }
  }

  void person(Brush brush) {
    Tint skin = light.on(Tint.hex(0xe0ac87));
    Tint hair = light.on(Tint.hex(0x3b2a26));
    shadow(brush, 0.22);
    brush.smooth(
        hair, -0.115, -0.82, -0.08, -0.98, 0, -1.01, 0.08, -0.98, 0.115, -0.82, 0.10, -0.70, -0.10,
        -0.70);
    Tint trousers = light.on(Tint.hex(0x2f3a56));
    brush.polygon(trousers, -0.12, -0.38, -0.015, -0.38, -0.02, 0.0, -0.10, 0.0);
    brush.polygon(trousers.darker(0.15), 0.12, -0.38, 0.015, -0.38, 0.02, 0.0, 0.10, 0.0);
    Fill cloth = Fill.across(-0.22, 0.22, coat.lighter(0.12), coat, coat.darker(0.3));
    brush.smooth(
        cloth, -0.10, -0.71, 0.10, -0.71, 0.20, -0.64, 0.23, -0.38, 0.17, -0.34, 0.15, -0.26, -0.15,
        -0.26, -0.17, -0.34, -0.23, -0.38, -0.20, -0.64);
    brush.polygon(skin.darker(0.12), -0.035, -0.78, 0.035, -0.78, 0.045, -0.695, -0.045, -0.695);
    brush.smooth(skin, -0.085, -0.86, 0, -0.95, 0.085, -0.86, 0.06, -0.77, 0, -0.735, -0.06, -0.77);
    brush.ellipse(INK, -0.035, -0.85, 0.009, 0.012);
    brush.ellipse(INK, 0.035, -0.85, 0.009, 0.012);
    brush.line(light.on(Tint.hex(0xb0524d)), 0.01, -0.025, -0.79, 0, -0.782, 0.025, -0.79);
    brush.smooth(
        hair, -0.10, -0.86, -0.07, -0.97, 0.02, -1.0, 0.10, -0.87, 0.04, -0.925, -0.05, -0.92);
  }
}
