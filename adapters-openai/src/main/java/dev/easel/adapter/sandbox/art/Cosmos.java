package dev.easel.adapter.sandbox.art;

import dev.easel.adapter.sandbox.art.Fill.Stop;
import java.util.List;

/// Space: stars, a nebula, a planet with a ring and a moon, and the subjects afloat before them.
final class Cosmos {
  private final Canvas canvas;
  private final Vocabulary words;
  private final Dice dice;
  private final double phase;

  Cosmos(Canvas canvas, Vocabulary words, Dice dice, double phase) {
    this.canvas = canvas;
    this.words = words;
    this.dice = dice;
    this.phase = phase;
  }

  void draw() {
    double hue = dice.fork("hue").fraction();
    Tint deep = Tint.hsl(hue, 0.6, 0.045);
    canvas.fill(Outline.box(0, 0, canvas.width(), canvas.height()), deep);
    nebula(dice.fork("nebula"), hue);
    stars(dice.fork("stars"));
    planet(dice.fork("planet"), hue + 0.45);
    subjects();
  }

  private void nebula(Dice own, double hue) {
    Noise noise = new Noise(own);
    for (int i = 0; i < 150; i++) {
      double along = own.fraction();
      double sway = 0.22 * noise.rolling(along * 3, 3) + own.between(-0.12, 0.12);
      double x = canvas.width() * (along * 1.2 - 0.1);
      double y = canvas.height() * (0.75 - 0.5 * along) + sway;
      double radius = own.between(0.05, 0.24);
      Tint gas = Tint.hsl(hue + own.between(-0.1, 0.16), 0.75, own.between(0.3, 0.55));
      canvas.light(Outline.disc(x, y, radius), Fill.glow(x, y, radius, gas.alpha(0.16)));
    }
  }

  private void stars(Dice own) {
    for (int i = 0; i < 520; i++) {
      double x = own.between(0, canvas.width());
      double y = own.between(0, canvas.height());
      double size = own.fraction();
      double radius = 0.0006 + 0.0016 * size * size * size;
      double twinkle = 0.7 + 0.3 * StrictMath.sin(2 * Math.PI * (phase + own.fraction()));
      Tint tint = Tint.hsl(own.chance(0.5) ? 0.6 : 0.1, 0.5, 0.92).alpha(twinkle);
      canvas.fill(Outline.disc(x, y, radius), tint);
      if (size > 0.96) {
        canvas.light(Outline.disc(x, y, 0.022), Fill.glow(x, y, 0.022, tint.alpha(0.6 * twinkle)));
      }
    }
  }

  private void planet(Dice own, double hue) {
    double x = canvas.width() * own.between(0.3, 0.72);
    double y = canvas.height() * own.between(0.34, 0.6);
    double radius = own.between(0.17, 0.25);
    Tint body = words.tint(Tint.hsl(hue, 0.55, 0.58));
    canvas.light(Outline.disc(x, y, radius * 2.2), Fill.glow(x, y, radius * 2.2, body.alpha(0.5)));
    boolean ringed = own.chance(0.7);
    if (ringed) {
      ring(x, y, radius, body, -1);
    }
    canvas.fill(Outline.disc(x, y, radius), body);
    bands(own, x, y, radius, body);
    shade(x, y, radius, body);
    if (ringed) {
      ring(x, y, radius, body, 1);
    }
    moon(own, x, y, radius);
  }

  private void bands(Dice own, double x, double y, double radius, Tint body) {
    for (int i = -5; i <= 5; i++) {
      double offset = radius * (i + own.between(-0.3, 0.3)) / 6;
      double half = StrictMath.sqrt(radius * radius - offset * offset);
      double thin = radius * own.between(0.03, 0.085);
      Tint band = i % 2 == 0 ? body.lighter(0.28) : body.darker(0.25);
      canvas.fill(Outline.ellipse(x, y + offset, half * 0.985, thin), band.alpha(0.5));
    }
  }

  private void shade(double x, double y, double radius, Tint body) {
    Tint dark = Tint.hex(0x05060e);
    List<Stop> stops =
        List.of(
            new Stop(0, body.lighter(0.6).alpha(0.45)),
            new Stop(0.35, body.alpha(0)),
            new Stop(0.6, dark.alpha(0.45)),
            new Stop(0.85, dark.alpha(0.94)),
            new Stop(1, dark.alpha(0.97)));
    double lit = radius * 0.45;
    canvas.fill(
        Outline.disc(x, y, radius * 1.004),
        new Fill.Radial(x - lit, y - lit, radius * 1.75, radius * 1.75, stops));
  }

  /// One half of the ring: behind the planet (-1) or before it (1).
  private void ring(double x, double y, double radius, Tint body, int side) {
    for (int i = 0; i < 7; i++) {
      double reach = radius * (1.42 + 0.115 * i);
      double[] points = new double[2 * 41];
      for (int step = 0; step <= 40; step++) {
        double angle = Math.PI * step / 40;
        double along = reach * StrictMath.cos(angle);
        points[2 * step] = x + along;
        points[2 * step + 1] = y + side * reach * 0.24 * StrictMath.sin(angle) - along * 0.22;
      }
      Tint dust = body.lighter(0.35 + 0.05 * (i % 3)).alpha(i == 3 ? 0.15 : 0.62 - 0.05 * i);
      canvas.fill(Outline.stroke(at -> radius * 0.075, points), dust);
    }
  }

  private void moon(Dice own, double x, double y, double radius) {
    double angle = own.between(3.4, 5.8);
    double mx = x + radius * 2.1 * StrictMath.cos(angle);
    double my = y + radius * 1.7 * StrictMath.sin(angle);
    Tint grey = Tint.hex(0xcfccd6);
    canvas.fill(Outline.disc(mx, my, radius * 0.17), grey);
    shade(mx, my, radius * 0.17, grey);
  }

  private void subjects() {
    Light light = Light.day(words, dice.fork("light"));
    Cast cast = new Cast(light, words, dice.fork("cast"), phase);
    int count = words.subjects().size();
    for (int i = 0; i < count; i++) {
      double x = canvas.width() * (i + 1.0) / (count + 1);
      double y = canvas.height() * 0.86 + 0.012 * StrictMath.sin(2 * Math.PI * phase + i);
      double tall = 0.5 / (1 + 0.25 * (count - 1));
      cast.draw(words.subjects().get(i), new Brush(canvas, x, y, tall, false));
    }
  }
}
