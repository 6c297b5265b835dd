package dev.easel.adapter.sandbox.art;

import java.util.ArrayList;
import java.util.List;

/// A composition without a subject, for words the painter does not know. The words still choose its
/// kind and its colours.
final class Abstraction {
  private final Canvas canvas;
  private final Dice dice;
  private final double phase;
  private final List<Tint> palette;

  Abstraction(Canvas canvas, Vocabulary words, Dice dice, double phase) {
    this.canvas = canvas;
    this.dice = dice;
    this.phase = phase;
    this.palette = palette(words, dice.fork("palette"));
  }

  private static List<Tint> palette(Vocabulary words, Dice dice) {
    double hue = dice.fraction();
    double turn = dice.pick(List.of(0.08, 0.38, 0.5, 0.62));
    Tint main = words.tint(Tint.hsl(hue, 0.62, 0.52));
    Tint second =
        words.tints().size() > 1 ? words.tints().get(1) : Tint.hsl(hue + turn, 0.66, 0.56);
    return List.of(
        main.darker(0.78), main.darker(0.4), main, main.lighter(0.4), second, second.lighter(0.35));
  }

  void draw() {
    canvas.fill(
        Outline.box(0, 0, canvas.width(), canvas.height()),
        new Fill.Linear(
            0,
            0,
            canvas.width(),
            canvas.height(),
            List.of(
                new Fill.Stop(0, palette.get(0)), new Fill.Stop(1, palette.get(1).darker(0.3)))));
    switch (dice.fork("kind").count(0, 3)) {
      case 0 -> currents(dice.fork("currents"));
      case 1 -> glass(dice.fork("glass"));
      case 2 -> waves(dice.fork("waves"));
      default -> orbits(dice.fork("orbits"));
    }
  }

  /// Threads that follow an invisible current.
  private void currents(Dice own) {
    Noise noise = new Noise(own);
    for (int i = 0; i < 520; i++) {
      double x = own.between(-0.1, canvas.width() + 0.1);
      double y = own.between(-0.1, canvas.height() + 0.1);
      Tint tint = palette.get(own.count(1, 5)).alpha(own.between(0.35, 0.85));
      double thick = own.between(0.002, 0.011);
      Outline thread = Outline.stroke(at -> thick * 4 * at * (1 - at) + 0.0004, path(noise, x, y));
      canvas.fill(thread, tint);
    }
  }

  private double[] path(Noise noise, double startX, double startY) {
    double[] points = new double[2 * 34];
    double x = startX;
    double y = startY;
    double time = 0.25 * StrictMath.sin(2 * Math.PI * phase);
    for (int step = 0; step < 34; step++) {
      points[2 * step] = x;
      points[2 * step + 1] = y;
      double angle = 3.6 * noise.at(x * 1.6 + 7, y * 1.6 + time) + noise.at(x * 4.1, y * 4.1);
      x += 0.013 * StrictMath.cos(angle);
      y += 0.013 * StrictMath.sin(angle);
    }
    return points;
  }

  /// Stained glass: the cells of scattered points, each lit from one corner.
  private void glass(Dice own) {
    List<double[]> sites = new ArrayList<>();
    for (int i = 0; i < 110; i++) {
      sites.add(new double[] {own.between(0, canvas.width()), own.between(0, canvas.height())});
    }
    double sunX = canvas.width() * own.between(0.25, 0.75);
    double sunY = canvas.height() * own.between(0.25, 0.75);
    for (int i = 0; i < sites.size(); i++) {
      double[] cell = Cells.around(i, sites, canvas.width(), canvas.height());
      pane(own, sites.get(i), cell, sunX, sunY);
    }
    double glow = 0.7 + 0.05 * StrictMath.sin(2 * Math.PI * phase);
    canvas.light(
        Outline.disc(sunX, sunY, glow), Fill.glow(sunX, sunY, glow, palette.get(5).alpha(0.55)));
  }

  private void pane(Dice own, double[] site, double[] cell, double sunX, double sunY) {
    double away =
        Math.sqrt((site[0] - sunX) * (site[0] - sunX) + (site[1] - sunY) * (site[1] - sunY));
    Tint tint = palette.get(1 + own.count(0, 4)).mix(palette.get(3), Math.max(0, 0.4 - away));
    Outline inner = Outline.polygon(cell).moved(0.945, 0.945, site[0] * 0.055, site[1] * 0.055);
    Fill fill =
        new Fill.Linear(
            site[0] - 0.08,
            site[1] - 0.08,
            site[0] + 0.08,
            site[1] + 0.08,
            List.of(new Fill.Stop(0, tint.lighter(0.22)), new Fill.Stop(1, tint.darker(0.32))));
    canvas.fill(inner, fill);
  }

  /// Rolling bands from top to bottom.
  private void waves(Dice own) {
    int bands = own.count(11, 16);
    Noise noise = new Noise(own.fork("noise"));
    for (int i = 0; i < bands; i++) {
      double base = canvas.height() * (i + 0.6) / bands;
      double swing = own.between(0.05, 0.12);
      double stretch = own.between(0.9, 2.2);
      double drift = 0.3 * StrictMath.sin(2 * Math.PI * phase + i);
      double offset = 31.0 * i + drift;
      Tint tint = palette.get(2 + i % 4).mix(palette.get(0), i / (bands * 1.6));
      Fill fill = Fill.down(base - swing, base + 0.3, tint.lighter(0.25), tint.darker(0.45));
      canvas.fill(
          Outline.under(
              x -> base - swing * 2 * noise.rolling(x * stretch + offset, 3),
              0,
              canvas.width(),
              canvas.height()),
          fill);
    }
  }

  /// Rings and discs on shared centres.
  private void orbits(Dice own) {
    for (int cluster = 0; cluster < 5; cluster++) {
      double x = canvas.width() * own.between(0.1, 0.9);
      double y = canvas.height() * own.between(0.1, 0.9);
      double reach = own.between(0.18, 0.5);
      canvas.light(
          Outline.disc(x, y, reach * 1.3), Fill.glow(x, y, reach * 1.3, palette.get(4).alpha(0.4)));
      int rings = own.count(5, 11);
      for (int ring = rings; ring > 0; ring--) {
        double pulse = 1 + 0.02 * StrictMath.sin(2 * Math.PI * phase + ring);
        double radius = reach * pulse * ring / rings;
        Tint tint = palette.get(own.count(1, 5)).alpha(0.78);
        Fill fill = Fill.down(y - radius, y + radius, tint.lighter(0.15), tint.darker(0.3));
        canvas.fill(Outline.disc(x, y, radius), fill);
      }
    }
  }
}
