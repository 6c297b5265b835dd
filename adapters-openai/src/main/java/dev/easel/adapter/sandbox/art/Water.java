package dev.easel.adapter.sandbox.art;

import java.util.ArrayList;
import java.util.List;

/// A sea or a lake: the mirror image, the glitter under the sun, ripples.
final class Water {
  private final Canvas canvas;
  private final Light light;
  private final double line;
  private final double phase;

  Water(Canvas canvas, Light light, double line, double phase) {
    this.canvas = canvas;
    this.light = light;
    this.line = line;
    this.phase = phase;
  }

  void draw(Dice dice, double sunX, boolean glitter) {
    canvas.mirror(line, light.water(), phase);
    shimmer();
    ripples(dice.fork("ripples"));
    if (glitter) {
      glitter(dice.fork("glitter"), sunX);
    }
  }

  private void shimmer() {
    Tint haze = light.horizon().alpha(0.5);
    Outline band = Outline.box(0, line, canvas.width(), line + 0.02);
    canvas.light(band, Fill.down(line, line + 0.02, haze, haze.alpha(0)));
  }

  void ripples(Dice dice) {
    List<Outline> dark = new ArrayList<>();
    List<Outline> pale = new ArrayList<>();
    for (int i = 0; i < 170; i++) {
      double depth = dice.fraction();
      Outline ripple = ripple(dice, dice.between(0, canvas.width()), depth, 1);
      (i % 2 == 0 ? dark : pale).add(ripple);
    }
    canvas.fill(Outline.join(dark), light.near().alpha(0.16));
    canvas.light(Outline.join(pale), new Fill.Flat(light.sky().get(3).alpha(0.13)));
  }

  private void glitter(Dice dice, double sunX) {
    List<Outline> sparks = new ArrayList<>();
    for (int i = 0; i < 190; i++) {
      double depth = dice.fraction();
      double spread = (0.012 + 0.13 * depth) * (dice.fraction() + dice.fraction() - 1);
      sparks.add(ripple(dice, sunX + spread, depth, 0.55));
    }
    canvas.light(Outline.join(sparks), new Fill.Flat(light.sun().alpha(0.5)));
  }

  /// A thin lens, larger towards the viewer; in an animation each rocks in its own time.
  private Outline ripple(Dice dice, double x, double depth, double scale) {
    double y = line + 0.004 + (canvas.height() - line) * depth * depth;
    double length = (0.012 + 0.07 * depth) * dice.between(0.5, 1.4) * scale;
    double sway = StrictMath.sin(2 * Math.PI * (phase + dice.fraction()));
    double thin = (0.0008 + 0.0034 * depth) * dice.between(0.5, 1.2) * (1 + 0.4 * sway);
    double middle = x + 0.01 * sway * depth;
    return Outline.polygon(
        middle - length,
        y,
        middle - length * 0.4,
        y - thin,
        middle + length * 0.4,
        y - thin,
        middle + length,
        y,
        middle + length * 0.4,
        y + thin,
        middle - length * 0.4,
        y + thin);
  }
}
