package dev.easel.adapter.sandbox.art;

import java.util.ArrayList;
import java.util.List;

/// A city: three rows of towers with lit windows, and light in the streets.
final class Skyline {
  private final Canvas canvas;
  private final Light light;
  private final Tint neon;

  Skyline(Canvas canvas, Light light, Tint neon) {
    this.canvas = canvas;
    this.light = light;
    this.neon = neon;
  }

  void draw(Dice dice, double foot) {
    for (int row = 0; row < 3; row++) {
      double near = (row + 1) / 3.0;
      row(dice.fork(row), foot, near);
      if (light.dark()) {
        haze(foot, near);
      }
    }
  }

  private void haze(double foot, double near) {
    Tint tint = neon.mix(light.sun(), 0.5).alpha(0.34 * (1.2 - near));
    Outline band = Outline.box(0, foot - 0.3, canvas.width(), foot);
    canvas.light(band, Fill.down(foot - 0.3, foot, tint.alpha(0), tint));
  }

  private void row(Dice dice, double foot, double near) {
    double x = -0.05;
    while (x < canvas.width()) {
      double wide = dice.between(0.045, 0.085) * (0.7 + 0.5 * near);
      double centre = (x + wide / 2) / canvas.width() - 0.5;
      double swell = 1 - 1.6 * centre * centre;
      double tall = dice.between(0.16, 0.52) * swell * (1.15 - 0.55 * near);
      tower(dice, new Block(x, foot - tall, x + wide, foot), near);
      x += wide * dice.between(0.85, 1.25);
    }
  }

  private record Block(double left, double top, double right, double foot) {
    double wide() {
      return right - left;
    }

    double centre() {
      return (left + right) / 2;
    }
  }

  private void tower(Dice dice, Block block, double near) {
    Tint wall = light.land(0.1 + 0.8 * near);
    Fill front = Fill.across(block.left, block.right, wall.lighter(0.07), wall.darker(0.18));
    canvas.fill(Outline.box(block.left, block.top, block.right, block.foot), front);
    roof(dice, block, wall);
    windows(dice, block, near);
  }

  private void roof(Dice dice, Block block, Tint wall) {
    double wide = block.wide();
    double mid = block.centre();
    switch (dice.count(0, 4)) {
      case 0 ->
          canvas.fill(
              Outline.polygon(
                  block.left, block.top, mid, block.top - wide * 0.7, block.right, block.top),
              wall);
      case 1 ->
          canvas.fill(
              Outline.polygon(
                  block.left,
                  block.top,
                  block.right,
                  block.top - wide * 0.4,
                  block.right,
                  block.top),
              wall);
      case 2 -> mast(block, wall);
      case 3 ->
          canvas.fill(
              Outline.box(mid - wide * 0.3, block.top - wide * 0.35, mid + wide * 0.3, block.top),
              wall);
      default -> canvas.fill(Outline.ellipse(mid, block.top, wide / 2, wide * 0.25), wall);
    }
  }

  private void mast(Block block, Tint wall) {
    double mid = block.centre();
    double tip = block.top - block.wide() * 1.3;
    canvas.fill(Outline.polygon(mid - 0.003, block.top, mid, tip, mid + 0.003, block.top), wall);
    if (light.dark()) {
      Tint red = Tint.hex(0xff5148);
      canvas.light(Outline.disc(mid, tip, 0.016), Fill.glow(mid, tip, 0.016, red));
    }
  }

  private void windows(Dice dice, Block block, double near) {
    double step = 0.0115 + 0.004 * near;
    int columns = (int) (block.wide() / step) - 1;
    double margin = (block.wide() - columns * step) / 2;
    List<Outline> warm = new ArrayList<>();
    List<Outline> cool = new ArrayList<>();
    double lit = light.night() ? 0.5 : light.dark() ? 0.4 : 0.75;
    for (double y = block.top + step; y < block.foot - step; y += step * 1.35) {
      for (int column = 0; column < columns; column++) {
        double x = block.left + margin + column * step;
        if (dice.chance(lit)) {
          Outline pane = Outline.box(x + step * 0.22, y, x + step * 0.78, y + step * 0.75);
          (dice.chance(0.72) ? warm : cool).add(pane);
        }
      }
    }
    glaze(warm, light.dark() ? Tint.hex(0xffd58a) : light.sky().get(2).darker(0.3), near);
    glaze(cool, light.dark() ? neon.lighter(0.35) : light.sky().get(1).lighter(0.2), near);
  }

  private void glaze(List<Outline> panes, Tint tint, double near) {
    if (!panes.isEmpty()) {
      canvas.fill(Outline.join(panes), tint.alpha(0.35 + 0.5 * near));
    }
  }
}
