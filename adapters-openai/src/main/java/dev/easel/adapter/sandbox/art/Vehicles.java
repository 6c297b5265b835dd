package dev.easel.adapter.sandbox.art;

/// Subjects that carry people. Each is about one unit tall; a boat floats on (0, 0).
final class Vehicles {
  private final Light light;
  private final Tint own;

  /// The tint is the thing's own colour, before the light falls on it.
  Vehicles(Light light, Tint own) {
    this.light = light;
    this.own = light.on(own);
  }

  void balloon(Brush brush) {
    double[] widths = {1, 0.68, 0.26};
    for (int i = 0; i < widths.length; i++) {
      Tint stripe = i % 2 == 0 ? own : light.on(Tint.hex(0xfbf0d9));
      Fill round =
          Fill.across(-0.36, 0.36, stripe.mix(light.sun(), 0.35), stripe, stripe.darker(0.4));
      envelope(brush, round, widths[i]);
    }
    basket(brush);
    if (light.dark()) {
      brush.glow(Tint.hex(0xffc15e).alpha(0.8), 0, -0.32, 0.34);
    }
  }

  private void basket(Brush brush) {
    Tint rope = light.near().alpha(0.9);
    brush.line(rope, 0.006, -0.07, -0.24, -0.055, -0.10);
    brush.line(rope, 0.006, 0.07, -0.24, 0.055, -0.10);
    Tint wicker = light.on(Tint.hex(0x8a5a32));
    brush.fill(
        Fill.across(-0.07, 0.07, wicker.lighter(0.2), wicker.darker(0.3)),
        Outline.polygon("-7,-11 7,-11 5.5,0 -5.5,0"));
  }

  private static void envelope(Brush brush, Fill fill, double wide) {
    double w = 0.36 * wide;
    double neck = 0.08 * wide;
    brush.smooth(
        fill, 0, -1.0, w * 0.62, -0.94, w, -0.70, w * 0.72, -0.45, neck, -0.24, -neck, -0.24,
        -w * 0.72, -0.45, -w, -0.70, -w * 0.62, -0.94);
  }

  void boat(Brush brush, double phase) {
    Brush heeled = brush.at(0.015 * StrictMath.sin(2 * Math.PI * phase), 0, 1);
    Tint mast = light.near().mix(light.on(Tint.hex(0x7a5234)), 0.6);
    Tint cloth = light.on(Tint.hex(0xfbf5e6));
    heeled.polygon(mast, "-1.2,-12 -0.6,-100 0.6,-100 1.2,-12");
    heeled.smooth(
        Fill.across(0, 0.5, cloth, cloth.darker(0.25)), "3,-20 2,-58 2,-97 20,-62 46,-22 24,-19");
    heeled.smooth(
        Fill.across(-0.4, 0, own.lighter(0.15), own.darker(0.2)),
        "-3,-20 -2,-55 -2,-88 -15,-56 -36,-22 -20,-19");
    hull(brush, cloth);
  }

  private void hull(Brush brush, Tint rail) {
    brush.smooth(
        Fill.down(-0.15, 0.02, own, own.darker(0.55)),
        "-46,-14 0,-11.5 50,-16 40,-2 20,2.5 -25,2.5 -40,-3");
    brush.line(rail, 0.016, "-44,-11.5 0,-9 47,-13");
  }

  void rocket(Brush brush, double phase) {
    flame(brush, 1 + 0.3 * StrictMath.sin(6 * Math.PI * phase));
    brush.smooth(own.darker(0.1), "-11,-48 -26,-28 -27,-12 -10,-24");
    brush.smooth(own.darker(0.35), "11,-48 26,-28 27,-12 10,-24");
    Tint steel = light.on(Tint.hex(0xeef1f5));
    brush.smooth(
        Fill.across(-0.16, 0.16, steel, steel, steel.darker(0.45)),
        "0,-100 13,-78 16,-52 10,-20 -10,-20 -16,-52 -13,-78");
    brush.smooth(
        Fill.across(-0.12, 0.12, own.lighter(0.15), own, own.darker(0.4)),
        "0,-101 7.5,-90 12.5,-79 0,-76.5 -12.5,-79 -7.5,-90");
    porthole(brush);
  }

  private static void flame(Brush brush, double flare) {
    brush.glow(Tint.hex(0xffa63d).alpha(0.9), 0, -0.03, 0.42);
    Brush fire = brush.at(0, -0.2, flare);
    fire.smooth(Tint.hex(0xff9d2e), "-9,0 9,0 10,15 0,36 -10,15");
    fire.smooth(Tint.hex(0xfff0b0), "-4.5,0 4.5,0 5,12 0,22 -5,12");
  }

  private void porthole(Brush brush) {
    brush.ellipse(own.darker(0.2), 0, -0.60, 0.075, 0.075);
    brush.ellipse(light.on(Tint.hex(0x7cc4ee)), 0, -0.60, 0.055, 0.055);
    brush.ellipse(Tint.WHITE.alpha(0.7), -0.02, -0.62, 0.018, 0.018);
  }
}
