package dev.easel.adapter.sandbox.art;

import java.util.List;

/// Subjects that people built on land. Each stands on (0, 0) and is about one unit tall.

final class Buildings {
  private final Light light;
  private final Tint own;

  /// The tint is the subject's own colour, before the light falls on it.
  Buildings(Light light, Tint own) {
    this.light = light;
    this.own = own;
  }

  void lighthouse(Brush brush, double phase) {
    if (light.dark()) {
      beams(brush, phase);
    }
    tower(brush);
    stripes(brush);
    door(brush);
    lantern(brush);
  }

  /// Two beams that turn once in a round: what is seen of them is as wide as they point sideways.
  private void beams(Brush brush, double phase) {
    double turn = StrictMath.cos(2 * Math.PI * phase + 0.35);
    beam(brush, turn);
    beam(brush, -turn);
  }

  private void beam(Brush brush, double turn) {
    double reach = 2.6 * turn;
    double spread = 0.10 + 0.16 * Math.abs(turn);
    Tint tint = Tint.hex(0xffeeb4);
    Outline cone =
        Outline.polygon(0, -0.885, reach, -0.93 - spread, reach, -0.80 + spread * 0.6, 0, -0.865);
    Fill fade =
        new Fill.Linear(
            0,
            -0.875,
            reach,
            -0.875,
            List.of(
                new Fill.Stop(0, tint.alpha(0.75)),
                new Fill.Stop(0.35, tint.alpha(0.28)),
                new Fill.Stop(1, tint.alpha(0))));
    brush.light(fade, cone);
  }

  private void tower(Brush brush) {
    Tint wall = light.on(Tint.hex(0xf3efe6));
    Fill round = Fill.across(-0.12, 0.12, wall.mix(light.sun(), 0.25), wall, wall.darker(0.45));
    brush.fill(round, Outline.polygon("-11.5,2 -7.2,-78 7.2,-78 11.5,2"));
  }

  private void stripes(Brush brush) {
    Tint red = light.on(own);
    for (int i = 0; i < 3; i++) {
      double low = -0.06 - 0.26 * i;
      double high = low - 0.13;
      double wideLow = 0.115 + 0.043 * low / 0.78;
      double wideHigh = 0.115 + 0.043 * high / 0.78;
      Fill round = Fill.across(-0.12, 0.12, red.mix(light.sun(), 0.2), red, red.darker(0.5));
      brush.fill(
          round, Outline.polygon(-wideLow, low, -wideHigh, high, wideHigh, high, wideLow, low));
    }
  }

  private void door(Brush brush) {
    Tint dark = light.near();
    brush.box(dark, -0.028, -0.075, 0.028, 0.02);
    brush.ellipse(dark, 0, -0.075, 0.028, 0.025);
    Tint pane = light.dark() ? Tint.hex(0xffd98c) : dark;
    brush.box(pane, -0.013, -0.40, 0.013, -0.36);
    brush.box(pane, -0.012, -0.64, 0.012, -0.605);
  }

  private void lantern(Brush brush) {
    Tint iron = light.near().mix(light.far(), 0.15);
    brush.box(iron, -0.105, -0.80, 0.105, -0.775);
    rail(brush, iron);
    Tint glass = light.dark() ? Tint.hex(0xfff3c0) : Tint.hex(0xbfd8e6);
    brush.box(glass, -0.052, -0.925, 0.052, -0.80);
    for (double x = -0.052; x < 0.06; x += 0.052) {
      brush.box(iron, x - 0.004, -0.925, x + 0.004, -0.80);
    }
    brush.smooth(iron, "-7.2,-92 -5,-96.5 0,-100 5,-96.5 7.2,-92");
    brush.box(iron, -0.005, -1.05, 0.005, -0.98);
    if (light.dark()) {
      brush.glow(Tint.hex(0xffe9a6).alpha(0.95), 0, -0.865, 0.42);
      brush.glow(Tint.hex(0xfffbe8), 0, -0.865, 0.11);
    }
  }

  private static void rail(Brush brush, Tint iron) {
    brush.box(iron, -0.105, -0.845, 0.105, -0.837);
    for (double x = -0.105; x <= 0.11; x += 0.03) {
      brush.box(iron, x - 0.003, -0.845, x + 0.003, -0.80);
    }
  }

  /// The keeper's cottage, or any other small house.
  void house(Brush brush) {
    Tint wall = light.on(own);
    ground(brush, 0.8);
    Tint roof = light.on(Tint.hex(0x8a3b32));
    brush.fill(
        Fill.across(-0.6, 0.6, wall, wall.darker(0.22)), Outline.box(-0.58, -0.52, 0.58, 0.02));
    brush.box(roof.darker(0.35), 0.26, -1.0, 0.38, -0.6);
    brush.polygon(roof, "-70,-48 -46,-95 46,-95 70,-48");
    brush.polygon(roof.darker(0.25), "-70,-48 70,-48 68,-44 -68,-44");
    brush.box(light.on(Tint.hex(0x5b3a24)), -0.09, -0.33, 0.09, 0.02);
    pane(brush, -0.36, -0.24);
    pane(brush, 0.36, -0.24);
    smoke(brush);
  }

  private void pane(Brush brush, double x, double y) {
    Tint glass = light.dark() ? Tint.hex(0xffd98c) : light.on(Tint.hex(0x9cc4dd));
    Tint frame = light.on(Tint.hex(0xf6f1e4));
    if (light.dark()) {
      brush.glow(Tint.hex(0xffb95c).alpha(0.6), x, y, 0.34);
    }
    brush.box(frame, x - 0.125, y - 0.115, x + 0.125, y + 0.115);
    brush.box(glass, x - 0.1, y - 0.09, x + 0.1, y + 0.09);
    brush.box(frame, x - 0.01, y - 0.09, x + 0.01, y + 0.09);
    brush.box(frame, x - 0.1, y - 0.01, x + 0.1, y + 0.01);
  }

  private void smoke(Brush brush) {
    Tint grey = light.horizon().lighter(0.3);
    for (int i = 0; i < 6; i++) {
      double x = 0.32 + 0.05 * i + 0.03 * StrictMath.sin(i * 1.7);
      double y = -1.05 - 0.11 * i;
      double radius = 0.08 + 0.035 * i;
      brush.fill(Fill.glow(x, y, radius, grey.alpha(0.55 - 0.07 * i)), Outline.disc(x, y, radius));
    }
  }

  void castle(Brush brush) {
    Tint stone = light.on(own);
    ground(brush, 0.85);
    keep(brush, stone, -0.62, 0.22, 0.72);
    keep(brush, stone, 0.62, 0.22, 0.62);
    brush.fill(
        Fill.down(-0.45, 0, stone.lighter(0.05), stone.darker(0.25)),
        Outline.box(-0.6, -0.42, 0.6, 0.02));
    battlement(brush, stone, -0.6, 0.6, -0.42);
    keep(brush, stone.lighter(0.05), -0.2, 0.2, 0.98);
    keep(brush, stone.darker(0.08), 0.24, 0.17, 0.8);
    brush.box(light.near(), -0.1, -0.17, 0.1, 0.02);
    brush.ellipse(light.near(), 0, -0.17, 0.1, 0.09);
  }

  private void ground(Brush brush, double wide) {
    Tint shade = light.near().darker(0.4).alpha(0.85);
    Outline spot = Outline.ellipse(0, 0.02, wide * 1.4, 0.16);
    brush.fill(Fill.glow(0, 0.02, wide * 1.4, 0.16, shade), spot);
  }

  private void keep(Brush brush, Tint stone, double x, double wide, double tall) {
    double half = wide / 2;
    Fill round =
        Fill.across(x - half, x + half, stone.mix(light.sun(), 0.15), stone, stone.darker(0.4));
    double top = -tall * 0.72;
    brush.fill(round, Outline.box(x - half, top, x + half, 0.02));
    battlement(brush, stone.darker(0.1), x - half * 1.12, x + half * 1.12, top);
    Tint roof = light.on(Tint.hex(0x46548c));
    brush.fill(
        Fill.across(x - half, x + half, roof.lighter(0.15), roof.darker(0.35)),
        Outline.polygon(x - half * 1.15, top - 0.03, x, -tall - 0.05, x + half * 1.15, top - 0.03));
    Tint slit = light.dark() ? Tint.hex(0xffd287) : light.near();
    brush.box(slit, x - 0.018, top + 0.09, x + 0.018, top + 0.17);
  }

  private static void battlement(Brush brush, Tint stone, double left, double right, double top) {
    brush.box(stone, left, top - 0.02, right, top + 0.03);
    double step = 0.06;
    for (double x = left; x < right - step / 3; x += step) {
      brush.box(stone, x, top - 0.055, Math.min(right, x + step * 0.55), top);
    }
  }
}
