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
    brush.smooth(coat, "-22,-70 -16,-86 0,-90 16,-86 22,-70 13,-56 0,-53 -13,-56");
    brush.smooth(coat.lighter(0.35), "-9,-60 0,-65 9,-60 5,-54.5 -5,-54.5");
    eyes(brush, light.on(Tint.hex(0xcfe06a)), 0.092, -0.715, 0.042);
    nose(brush, Tint.hex(0xd98a8a), -0.635, 0.02);
    whiskers(brush);
  }

  void fox(Brush brush) {
    tail(brush, 0.12, coat, light.on(Tint.hex(0xf7efe2)));
    sitting(brush, light.on(Tint.hex(0xf7efe2)));
    ears(brush, 0.06);
    brush.smooth(coat, "-25,-68 -15,-86 0,-89 15,-86 25,-68 10,-57 0,-48 -10,-57");
    Tint cheek = light.on(Tint.hex(0xf7efe2));
    brush.smooth(cheek, "-23.5,-67.5 -13,-70 -3,-60 -1,-50 -10,-57");
    brush.smooth(cheek, "23.5,-67.5 13,-70 3,-60 1,-50 10,-57");
    eyes(brush, light.on(Tint.hex(0xe8b53a)), 0.095, -0.725, 0.032);
    nose(brush, INK, -0.505, 0.032);
  }

  void dog(Brush brush) {
    tail(brush, 0.07, coat.darker(0.1), coat.darker(0.1));
    sitting(brush, coat.lighter(0.45));
    brush.smooth(coat, "-20,-72 -15,-88 0,-92 15,-88 20,-72 13,-55 0,-50 -13,-55");
    brush.smooth(coat.darker(0.35), "-15,-86 -24,-85 -29,-66 -24,-54 -18,-66");
    brush.smooth(coat.darker(0.35), "15,-86 24,-85 29,-66 24,-54 18,-66");
    brush.smooth(coat.lighter(0.45), "-10,-58 -7,-68 0,-80 7,-68 10,-58 0,-51");
    eyes(brush, light.on(Tint.hex(0x6a4426)), 0.09, -0.735, 0.033);
    nose(brush, INK, -0.64, 0.042);
    brush.smooth(Tint.hex(0xd96f7a), "-3,-56 3,-56 2.5,-49 0,-47.5 -2.5,-49");
  }

  private void sitting(Brush brush, Tint chest) {
    brush.shadow(0.36);
    Fill round = Fill.across(-0.3, 0.3, coat.mix(light.sun(), 0.12), coat, coat.darker(0.28));
    brush.smooth(round, "-16,-60 16,-60 24,-32 30,-10 22,1 -22,1 -30,-10 -24,-32");
    brush.smooth(chest, "-10,-56 10,-56 10,-36 5,-20 -5,-20 -10,-36");
    brush.smooth(coat.darker(0.12), "-13,-28 -3,-28 -3,0 -14,1");
    brush.smooth(coat.darker(0.12), "13,-28 3,-28 3,0 14,1");
    brush.ellipse(chest, -0.085, -0.005, 0.065, 0.032);
    brush.ellipse(chest, 0.085, -0.005, 0.065, 0.032);
  }

  private void tail(Brush brush, double thick, Tint body, Tint tip) {
    brush.line(body, thick, "16,-6 34,-5 45,-16 44,-32 36,-42");
    brush.line(tip, thick * 0.9, "44.5,-26 42,-36 36,-42");
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

  private static void nose(Brush brush, Tint tint, double y, double radius) {
    double high = y - radius * 0.6;
    brush.fill(tint, Outline.smooth(-radius, high, radius, high, 0, y + radius * 0.7));
    for (int side = -1; side <= 1; side += 2) {
      Brush mouth = brush.at(0, y + radius, 1);
      mouth.line(INK.alpha(0.7), 0.007, 0, -0.4 * radius, side * 0.02, 0.025, side * 0.05, 0.02);
    }
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
    brush.shadow(0.26);
    Fill round = Fill.across(-0.3, 0.3, coat.lighter(0.1), coat, coat.darker(0.35));
    brush.smooth(round, "-24,-86 0,-92 24,-86 30,-50 20,-5 0,0 -20,-5 -30,-50");
    brush.polygon(coat, "-25,-76 -24,-100 -8,-88");
    brush.polygon(coat, "25,-76 24,-100 8,-88");
    brush.ellipse(coat.lighter(0.5), 0, -0.32, 0.17, 0.26);
    feathers(brush);
    brush.ellipse(coat.lighter(0.6), -0.11, -0.70, 0.135, 0.135);
    brush.ellipse(coat.lighter(0.6), 0.11, -0.70, 0.135, 0.135);
    eyes(brush, light.on(Tint.hex(0xf5b52e)), 0.11, -0.70, 0.078);
    brush.polygon(light.on(Tint.hex(0xe08a2c)), "-3.5,-64 3.5,-64 0,-55");
    brush.smooth(coat.darker(0.3), "-28,-58 -20,-45 -19,-20 -25,-10 -33,-35");
    brush.smooth(coat.darker(0.3), "28,-58 20,-45 19,-20 25,-10 33,-35");
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
    brush.smooth(coat.darker(0.2), "-15,-66 5,-86 22,-64");
    Fill round = Fill.down(-0.75, -0.2, coat.lighter(0.15), coat, coat.lighter(0.55));
    brush.smooth(round, "-45,-45 -20,-66 20,-70 50,-52 55,-44 45,-34 15,-22 -20,-26");
    brush.line(coat.darker(0.25), 0.014, "26,-62 20,-46 25,-31");
    brush.smooth(coat.darker(0.25), "5,-42 -14,-30 -2,-40");
    brush.ellipse(Tint.WHITE, 0.38, -0.52, 0.045, 0.045);
    brush.ellipse(INK, 0.39, -0.52, 0.026, 0.026);
    bubbles(brush, phase);
  }

  private static void bubbles(Brush brush, double phase) {
    for (int i = 0; i < 5; i++) {
      double x = 0.66 + 0.05 * StrictMath.sin(i * 2.1);
      double y = -0.55 - 0.13 * (i + phase);
      brush.ellipse(Tint.WHITE.alpha(0.45), x, y, 0.018 + 0.004 * i, 0.018 + 0.004 * i);
    }
  }

  void person(Brush brush) {
    Tint hair = light.on(Tint.hex(0x3b2a26));
    brush.shadow(0.22);
    brush.smooth(hair, "-11.5,-82 -8,-98 0,-101 8,-98 11.5,-82 10,-70 -10,-70");
    Tint trousers = light.on(Tint.hex(0x2f3a56));
    brush.polygon(trousers, "-12,-38 -1.5,-38 -2,0 -10,0");
    brush.polygon(trousers.darker(0.15), "12,-38 1.5,-38 2,0 10,0");
    Fill cloth = Fill.across(-0.22, 0.22, coat.lighter(0.12), coat, coat.darker(0.3));
    brush.smooth(
        cloth, "-10,-71 10,-71 20,-64 23,-38 17,-34 15,-26 -15,-26 -17,-34 -23,-38 -20,-64");
    face(brush, hair);
  }

  private void face(Brush brush, Tint hair) {
    Tint skin = light.on(Tint.hex(0xe0ac87));
    brush.polygon(skin.darker(0.12), "-3.5,-78 3.5,-78 4.5,-69.5 -4.5,-69.5");
    brush.smooth(skin, "-8.5,-86 0,-95 8.5,-86 6,-77 0,-73.5 -6,-77");
    brush.ellipse(INK, -0.035, -0.85, 0.009, 0.012);
    brush.ellipse(INK, 0.035, -0.85, 0.009, 0.012);
    brush.line(light.on(Tint.hex(0xb0524d)), 0.01, "-2.5,-79 0,-78.2 2.5,-79");
    brush.smooth(hair, "-10,-86 -7,-97 2,-100 10,-87 4,-92.5 -5,-92");
  }
}
