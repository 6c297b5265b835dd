package dev.easel.adapter.sandbox.art;

import dev.easel.adapter.sandbox.art.Vocabulary.Subject;
import java.util.List;

/// An indoor scene: the subjects on a wooden table, before a wall with a window.
final class StillLife {
  private final Canvas canvas;
  private final Vocabulary words;
  private final Dice dice;
  private final double phase;
  private final Light light;
  private final Light inside;
  private final double edge;

  StillLife(Canvas canvas, Vocabulary words, Dice dice, double phase) {
    this.canvas = canvas;
    this.words = words;
    this.dice = dice;
    this.phase = phase;
    this.light = Light.of(words, dice);
    this.inside = Light.day(words, dice);
    this.edge = canvas.height() * dice.fork("table").between(0.62, 0.68);
  }

  void draw() {
    wall(dice.fork("wall"));
    window(dice.fork("window"));
    table(dice.fork("wood"));
    subjects();
    warmth();
  }

  private void wall(Dice own) {
    Tint paint = Tint.hsl(own.fraction(), 0.25, light.dark() ? 0.45 : 0.68);
    Outline all = Outline.box(0, 0, canvas.width(), edge);
    canvas.fill(
        all, Fill.across(0, canvas.width(), paint.lighter(0.15), paint, paint.darker(0.35)));
  }

  private void window(Dice own) {
    double left = canvas.width() * own.between(0.08, 0.5);
    double wide = canvas.width() * 0.38;
    double top = edge * 0.1;
    double sill = edge * 0.82;
    Tint wood = inside.on(Tint.hex(0xf4ecdd));
    canvas.fill(
        Outline.box(left - 0.02, top - 0.02, left + wide + 0.02, sill + 0.02), wood.darker(0.12));
    canvas.fill(Outline.box(left, top, left + wide, sill), outside(top, sill));
    hills(own, left, left + wide, sill);
    double middle = left + wide / 2;
    canvas.fill(Outline.box(middle - 0.007, top, middle + 0.007, sill), wood);
    canvas.fill(
        Outline.box(left, (top + sill) / 2 - 0.007, left + wide, (top + sill) / 2 + 0.007), wood);
    double glow = wide * 1.4;
    canvas.light(
        Outline.disc(middle, edge / 2, glow),
        Fill.glow(middle, edge / 2, glow, light.sky().get(3).alpha(0.45)));
  }

  private Fill outside(double top, double sill) {
    return Fill.down(
        top, sill, light.sky().get(1), light.sky().get(2), light.sky().get(3), light.horizon());
  }

  private void hills(Dice own, double left, double right, double sill) {
    Noise noise = new Noise(own);
    for (int i = 0; i < 2; i++) {
      double offset = 20.0 * i;
      double base = sill - 0.14 + 0.07 * i;
      Outline hill =
          Outline.under(x -> base - 0.07 * noise.rolling(x * 3 + offset, 4), left, right, sill);
      canvas.fill(hill, light.land(0.2 + 0.3 * i));
    }
  }

  private void table(Dice own) {
    Tint wood = inside.on(Tint.hex(0x9a673e));
    Outline top = Outline.box(0, edge, canvas.width(), canvas.height());
    canvas.fill(top, Fill.down(edge, canvas.height(), wood.lighter(0.18), wood, wood.darker(0.35)));
    Noise noise = new Noise(own);
    for (int i = 0; i < 60; i++) {
      double depth = own.fraction();
      double y = edge + (canvas.height() - edge) * depth * depth;
      double left = own.between(-0.3, canvas.width());
      double length = own.between(0.3, 0.9);
      double bend = 0.012 * noise.at(i * 1.7) * depth;
      Outline grain =
          Outline.ribbon(
              0.0008 + 0.002 * depth, left, y, left + length / 2, y + bend, left + length, y);
      canvas.fill(grain, wood.darker(0.45).alpha(0.35));
    }
    canvas.fill(Outline.box(0, edge - 0.002, canvas.width(), edge + 0.004), wood.lighter(0.35));
  }

  private void subjects() {
    Cast cast = new Cast(inside, words, dice.fork("cast"), phase);
    List<Subject> subjects = words.subjects();
    double crowd = 1 / (1 + 0.3 * (subjects.size() - 1));
    double foot = edge + (canvas.height() - edge) * 0.45;
    for (int i = 0; i < subjects.size(); i++) {
      double share = (i + 1.0) / (subjects.size() + 1);
      double x = canvas.width() * share + dice.fork(i).between(-0.05, 0.05);
      double tall = 0.46 * crowd * Math.min(1.25, canvas.height());
      cast.draw(subjects.get(i), new Brush(canvas, x, foot, tall, dice.fork(i).chance(0.5)));
    }
  }

  private void warmth() {
    Outline all = Outline.box(0, 0, canvas.width(), canvas.height());
    canvas.light(
        all, Fill.across(0, canvas.width(), light.sun().alpha(0.10), light.sun().alpha(0)));
  }
}
