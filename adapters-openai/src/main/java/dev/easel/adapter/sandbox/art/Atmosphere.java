package dev.easel.adapter.sandbox.art;

import dev.easel.adapter.sandbox.art.Vocabulary.Weather;
import java.util.ArrayList;
import java.util.List;

/// What hangs or falls in the air in front of a landscape.
final class Atmosphere {
  private final Canvas canvas;
  private final Light light;
  private final double phase;

  Atmosphere(Canvas canvas, Light light, double phase) {
    this.canvas = canvas;
    this.light = light;
    this.phase = phase;
  }

  void draw(Vocabulary words, double horizon, Dice dice) {
    if (words.has(Weather.FOG)) {
      fog(dice.fork("fog"), horizon);
    }
    if (words.has(Weather.RAIN)) {
      rain(dice.fork("rain"));
    }
    if (words.has(Weather.SNOW)) {
      snow(dice.fork("snow"));
    }
  }

  void fog(Dice dice, double horizon) {
    Tint veil = light.horizon().mix(Tint.WHITE, light.dark() ? 0.05 : 0.3);
    for (int i = 0; i < 26; i++) {
      double y = horizon + dice.between(-0.16, 0.30);
      double x =
          dice.between(-0.2, canvas.width() + 0.2) + 0.05 * StrictMath.sin(2 * Math.PI * phase + i);
      double wide = dice.between(0.35, 0.8);
      double flat = wide * dice.between(0.07, 0.14);
      Fill fill = Fill.glow(x, y, wide, flat, veil.alpha(0.5));
      canvas.fill(Outline.ellipse(x, y, wide, flat), fill);
    }
  }

  void rain(Dice dice) {
    List<Outline> drops = new ArrayList<>();
    for (int i = 0; i < 420; i++) {
      double near = dice.fraction();
      double length = 0.025 + 0.06 * near;
      double x = dice.between(-0.1, canvas.width() + 0.1);
      double y = fall(dice.between(0, canvas.height()), 2);
      double thin = 0.0006 + 0.0008 * near;
      double lean = length * 0.22;
      drops.add(
          Outline.polygon(x, y, x + thin, y, x - lean + thin, y + length, x - lean, y + length));
    }
    canvas.light(Outline.join(drops), new Fill.Flat(Tint.hex(0xcfdcf0).alpha(0.34)));
  }

  void snow(Dice dice) {
    for (int i = 0; i < 380; i++) {
      double near = dice.fraction() * dice.fraction();
      double radius = 0.0014 + 0.0085 * near * near;
      double sway = 0.012 * StrictMath.sin(2 * Math.PI * (phase + dice.fraction()));
      double x = dice.between(0, canvas.width()) + sway;
      double y = fall(dice.between(0, canvas.height()), 1);
      flake(x, y, radius, 0.9 - 0.35 * near);
    }
  }

  private void flake(double x, double y, double radius, double strength) {
    Tint white = Tint.hex(0xf8faff);
    if (radius < 0.003) {
      canvas.fill(Outline.disc(x, y, radius), white.alpha(strength));
    } else {
      Fill soft = Fill.glow(x, y, radius * 1.7, white.alpha(strength));
      canvas.fill(Outline.disc(x, y, radius * 1.7), soft);
    }
  }

  /// Falls a whole number of picture heights in one round of the animation.
  private double fall(double y, int rounds) {
    return (y + phase * rounds * canvas.height()) % canvas.height();
  }
}
