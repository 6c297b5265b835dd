package dev.easel.adapter.sandbox.art;

import dev.easel.adapter.sandbox.art.Fill.Stop;
import dev.easel.adapter.sandbox.art.Vocabulary.Weather;
import java.util.ArrayList;
import java.util.List;

/// Everything above the horizon: colour, stars, sun or moon, northern lights, clouds.
final class Sky {
  private static final double[] PLACES = {0, 0.34, 0.64, 0.86, 1};

  private final Canvas canvas;
  private final Light light;
  private final Vocabulary words;
  private final double horizon;
  private final double phase;
  private final double sunX;
  private final double sunY;

  Sky(Canvas canvas, Light light, Vocabulary words, double horizon, Dice dice, double phase) {
    this.canvas = canvas;
    this.light = light;
    this.words = words;
    this.horizon = horizon;
    this.phase = phase;
    Dice place = dice.fork("sun");
    this.sunX =
        canvas.width() * (place.chance(0.5) ? place.between(0.2, 0.42) : place.between(0.56, 0.8));
    this.sunY = height(place);
  }

  private double height(Dice place) {
    return switch (light.hour()) {
      case DAWN -> horizon * place.between(0.72, 0.9);
      case DAY -> horizon * place.between(0.16, 0.36);
      case DUSK -> horizon * place.between(0.86, 0.97);
      case NIGHT -> horizon * place.between(0.18, 0.42);
    };
  }

  double sunX() {
    return sunX;
  }

  void draw(Dice dice) {
    backdrop();
    if (light.dark()) {
      stars(dice.fork("stars"));
    }
    if (words.has(Weather.AURORA)) {
      aurora(dice.fork("aurora"));
    }
    if (!words.has(Weather.RAIN)) {
      sun();
    }
    clouds(dice.fork("clouds"));
  }

  private void backdrop() {
    List<Stop> stops = new ArrayList<>();
    for (int i = 0; i < PLACES.length; i++) {
      stops.add(new Stop(PLACES[i], light.sky().get(i)));
    }
    Outline all = Outline.box(0, 0, canvas.width(), canvas.height());
    canvas.fill(all, new Fill.Linear(0, 0, 0, horizon, stops));
  }

  private void stars(Dice dice) {
    int count = light.night() ? 260 : 70;
    double depth = light.night() ? 0.95 : 0.55;
    for (int i = 0; i < count; i++) {
      double x = dice.between(0, canvas.width());
      double y = horizon * depth * dice.fraction() * dice.between(0.6, 1);
      star(x, y, dice.between(0.0006, 0.0019), dice.fraction(), 1 - y / horizon);
    }
  }

  private void star(double x, double y, double radius, double offset, double height) {
    double twinkle = 0.75 + 0.25 * StrictMath.sin(2 * Math.PI * (phase + offset));
    Tint tint =
        Tint.hex(offset < 0.2 ? 0xffe3c4 : 0xf4f8ff).alpha(twinkle * (0.25 + 0.75 * height));
    canvas.fill(Outline.disc(x, y, radius), tint);
    if (offset > 0.93) {
      double halo = radius * 7;
      canvas.light(Outline.disc(x, y, halo), Fill.glow(x, y, halo, tint.alpha(0.5 * tint.alpha())));
    }
  }

  private void aurora(Dice dice) {
    for (int band = 0; band < 3; band++) {
      Noise noise = new Noise(dice.fork(band));
      double base = horizon * dice.between(0.35, 0.7);
      double hue = dice.between(0.36, 0.52) + band * 0.05;
      curtain(noise, base, Tint.hsl(hue, 0.8, 0.55), dice.between(0.25, 0.4));
    }
  }

  private void curtain(Noise noise, double base, Tint tint, double reach) {
    int strips = 110;
    double step = canvas.width() / strips;
    for (int i = 0; i < strips; i++) {
      double x = i * step;
      double sway = StrictMath.sin(2 * Math.PI * phase) * 0.2;
      double bottom = base + 0.14 * noise.rolling(x * 1.6 + sway, 3);
      double top = bottom - reach * (0.55 + 0.45 * noise.at(x * 9 + 40 + sway));
      double strength = 0.32 + 0.2 * noise.at(x * 5 - 20 + sway);
      Fill fill =
          Fill.down(top, bottom, tint.alpha(0), tint.alpha(strength * 0.45), tint.alpha(strength));
      canvas.light(Outline.box(x, top, x + step, bottom), fill);
      Fill fade = Fill.down(bottom, bottom + 0.03, tint.alpha(strength), tint.alpha(0));
      canvas.light(Outline.box(x, bottom, x + step, bottom + 0.03), fade);
    }
  }

  private void sun() {
    double radius = light.night() ? 0.048 : light.day() ? 0.05 : 0.062;
    double wide = light.night() ? 0.42 : 0.85;
    Tint warm = light.night() ? light.sky().get(4) : light.sky().get(3).mix(light.sun(), 0.5);
    canvas.light(Outline.disc(sunX, sunY, wide), Fill.glow(sunX, sunY, wide, warm.alpha(0.75)));
    canvas.light(
        Outline.disc(sunX, sunY, radius * 3),
        Fill.glow(sunX, sunY, radius * 3, light.sun().alpha(0.8)));
    if (light.night()) {
      moon(radius);
    } else {
      canvas.fill(Outline.disc(sunX, sunY, radius), light.sun().lighter(0.45));
    }
  }

  private void moon(double radius) {
    canvas.fill(Outline.disc(sunX, sunY, radius), light.sun());
    Tint grey = Tint.hex(0xb9bcc4).alpha(0.45);
    canvas.fill(
        Outline.ellipse(sunX - radius * 0.3, sunY - radius * 0.25, radius * 0.28, radius * 0.22),
        grey);
    canvas.fill(
        Outline.ellipse(sunX + radius * 0.25, sunY + radius * 0.15, radius * 0.34, radius * 0.26),
        grey);
    canvas.fill(Outline.disc(sunX - radius * 0.15, sunY + radius * 0.5, radius * 0.15), grey);
  }

  private void clouds(Dice dice) {
    boolean heavy = words.has(Weather.CLOUD) || words.has(Weather.RAIN);
    int count = heavy ? 12 : light.night() ? 3 : 6;
    for (int i = 0; i < count; i++) {
      double y = horizon * dice.between(0.12, 0.88);
      double drift = i % 2 == 0 ? phase * 0.04 : -phase * 0.03;
      cloud(dice.between(-0.1, canvas.width() + 0.1) + drift, y, dice, heavy);
    }
  }

  /// A long bank of soft puffs, lit from the side of the sun.
  private void cloud(double x, double y, Dice dice, boolean heavy) {
    double nearness = y / horizon;
    double length = dice.between(0.22, 0.5) * (1.2 - 0.5 * nearness);
    Tint body = light.sky().get(light.day() ? 4 : 2).mix(light.sky().get(3), 0.5 * nearness);
    Tint shade = heavy ? light.far().mix(body, 0.5) : body;
    int puffs = dice.count(14, 22);
    for (int i = 0; i < puffs; i++) {
      double along = dice.between(-1, 1);
      double radius = length * dice.between(0.10, 0.26) * (1.1 - Math.abs(along));
      double px = x + along * length / 2;
      double py = y - radius * 0.25 * dice.fraction();
      puff(px, py, radius, shade, heavy ? 0.5 : 0.3);
    }
  }

  private void puff(double x, double y, double radius, Tint body, double strength) {
    double flat = radius * 0.38;
    Tint lit = body.mix(light.sun(), 0.45);
    double side = Math.clamp((sunX - x) * 0.25, -0.3, 0.3) * radius;
    canvas.fill(
        Outline.ellipse(x, y, radius, flat), Fill.glow(x, y, radius, flat, body.alpha(strength)));
    double top = y + (sunY > y ? flat * 0.4 : -flat * 0.4);
    canvas.fill(
        Outline.ellipse(x + side, top, radius * 0.8, flat * 0.55),
        Fill.glow(x + side, top, radius * 0.8, flat * 0.55, lit.alpha(strength * 0.8)));
  }
}
