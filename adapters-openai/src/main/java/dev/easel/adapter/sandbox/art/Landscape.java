package dev.easel.adapter.sandbox.art;

import dev.easel.adapter.sandbox.art.Cast.Place;
import dev.easel.adapter.sandbox.art.Vocabulary.Land;
import dev.easel.adapter.sandbox.art.Vocabulary.Subject;
import dev.easel.adapter.sandbox.art.Vocabulary.Weather;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.function.DoubleUnaryOperator;

/// An outdoor scene, painted from the sky forward.
final class Landscape {
  private final Canvas canvas;
  private final Vocabulary words;
  private final Dice dice;
  private final double phase;
  private final Light light;
  private final Set<Land> lands;
  private final double horizon;
  private final Sky sky;
  private final Terrain terrain;
  private final Cast cast;

  Landscape(Canvas canvas, Vocabulary words, Dice dice, double phase) {
    this.canvas = canvas;
    this.words = words;
    this.dice = dice;
    this.phase = phase;
    this.light = Light.of(words, dice);
    this.lands = lands(words, dice.fork("lands"));
    double level = lands.contains(Land.DESERT) ? 0.5 : 0.64;
    this.horizon = canvas.height() * (level + dice.fork("horizon").between(-0.05, 0.05));
    this.sky = new Sky(canvas, light, words, horizon, dice.fork("sky"), phase);
    this.terrain = new Terrain(canvas, light, horizon);
    this.cast = new Cast(light, words, dice.fork("cast"), phase);
  }

  /// The lands that the prompt names, or those that suit what it names.
  private static Set<Land> lands(Vocabulary words, Dice dice) {
    Set<Land> lands = EnumSet.noneOf(Land.class);
    lands.addAll(words.lands());
    if (words.has(Subject.LIGHTHOUSE) || words.has(Subject.BOAT)) {
      lands.add(lands.contains(Land.LAKE) ? Land.LAKE : Land.SEA);
    }
    if (lands.isEmpty()) {
      lands.addAll(suitable(words, dice));
    }
    return lands;
  }

  private static List<Land> suitable(Vocabulary words, Dice dice) {
    boolean animal = words.has(Subject.FOX) || words.has(Subject.OWL);
    if (animal || words.has(Subject.HOUSE)) {
      return List.of(Land.MEADOW, Land.FOREST);
    }
    return dice.pick(
        List.of(
            List.of(Land.MEADOW, Land.MOUNTAIN),
            List.of(Land.MEADOW),
            List.of(Land.MOUNTAIN, Land.LAKE)));
  }

  void draw() {
    sky.draw(dice.fork("heaven"));
    distance();
    middle();
    foreground();
    new Atmosphere(canvas, light, phase).draw(words, horizon, dice.fork("air"));
    subjects(Place.FRONT, 0.95);
    subjects(Place.TABLE, 0.95);
  }

  private void distance() {
    if (lands.contains(Land.MOUNTAIN)) {
      terrain.mountains(dice.fork("mountains"), words.has(Weather.SNOW));
    } else if (lands.contains(Land.SEA)) {
      coast();
    } else if (!lands.contains(Land.DESERT)) {
      terrain.hills(dice.fork("hills"), 3, 0.12, 0.05, 0.4);
    }
    if (lands.contains(Land.CITY)) {
      Tint neon = words.tint(Tint.hex(0x3fd0e8));
      new Skyline(canvas, light, neon).draw(dice.fork("city"), horizon + 0.005);
    }
  }

  private void coast() {
    Noise noise = new Noise(dice.fork("coast"));
    DoubleUnaryOperator ridge =
        x -> horizon + 0.012 - 0.10 * Math.max(0, noise.rolling(x * 1.3, 4) + 0.06);
    Tint tint = light.land(0.12);
    canvas.fill(
        Outline.under(ridge, 0, canvas.width(), horizon + 0.015),
        Fill.down(horizon - 0.05, horizon, tint, tint.mix(light.horizon(), 0.5)));
  }

  private boolean wet() {
    return lands.contains(Land.SEA) || lands.contains(Land.LAKE);
  }

  private void middle() {
    if (wet() && lands.contains(Land.FOREST)) {
      terrain.forest(dice.fork("shore"), horizon - 0.03, horizon + 0.005);
    }
    if (wet()) {
      headland();
      Water water = new Water(canvas, light, horizon, phase);
      water.draw(dice.fork("water"), sky.sunX(), !words.has(Weather.RAIN));
      subjects(Place.WATER, 0.55);
    } else {
      land();
    }
  }

  private void land() {
    if (lands.contains(Land.DESERT)) {
      terrain.dunes(dice.fork("dunes"));
    } else if (lands.contains(Land.CITY)) {
      street();
    } else {
      Tint grass = words.has(Weather.SNOW) ? light.ground() : Tint.hex(0x7aa84f);
      terrain.plain(dice.fork("plain"), grass);
    }
    if (lands.contains(Land.FOREST)) {
      terrain.forest(dice.fork("forest"), horizon + 0.02, canvas.height() - 0.03);
    }
    subjects(Place.HEADLAND, 0.36);
  }

  /// A wet square before the skyline, so that its lights are seen twice.
  private void street() {
    canvas.mirror(horizon, light.near().mix(light.water(), 0.4), phase);
    Water water = new Water(canvas, light, horizon, phase);
    water.ripples(dice.fork("street"));
  }

  /// A rock that rises out of the water on one side and carries what people built.
  private void headland() {
    boolean crowned = words.subjects().stream().anyMatch(s -> Cast.place(s) == Place.HEADLAND);
    if (!crowned) {
      return;
    }
    boolean left = sky.sunX() > canvas.width() / 2;
    double middle = canvas.width() * (left ? 0.27 : 0.73);
    rock(middle, left);
    subjects(Place.HEADLAND, middle, horizon - 0.072);
  }

  private void rock(double middle, boolean left) {
    Noise noise = new Noise(dice.fork("rock"));
    DoubleUnaryOperator ridge =
        x -> {
          double away = left ? x - middle : middle - x;
          double slope = away < 0 ? away * 0.05 : away * away * 2.1 + away * 0.12;
          double rough = 0.028 * noise.rolling(x * 11, 5) * Math.min(1, Math.abs(away) * 9 + 0.1);
          return horizon - 0.075 + slope + rough;
        };
    Tint stone = light.land(0.8).mix(light.on(Tint.hex(0x6d6257)), 0.35);
    canvas.fill(
        Outline.under(ridge, 0, canvas.width(), horizon),
        Fill.down(horizon - 0.1, horizon, stone.mix(light.sun(), 0.12), stone.darker(0.45)));
    Tint grass = light.on(Tint.hex(words.has(Weather.SNOW) ? 0xf2f5fa : 0x5f7a3c));
    DoubleUnaryOperator hem = x -> ridge.applyAsDouble(x) + 0.012 + 0.008 * noise.at(x * 40);
    turf(ridge, hem, grass);
  }

  private void turf(DoubleUnaryOperator ridge, DoubleUnaryOperator hem, Tint tint) {
    int steps = 400;
    double[] points = new double[4 * (steps + 1)];
    for (int i = 0; i <= steps; i++) {
      double x = canvas.width() * i / steps;
      double top = Math.min(horizon, ridge.applyAsDouble(x));
      int back = 2 * steps + 1 - i;
      points[2 * i] = x;
      points[2 * i + 1] = top;
      points[2 * back] = x;
      points[2 * back + 1] = Math.max(top, Math.min(horizon - 0.03, hem.applyAsDouble(x)));
    }
    canvas.fill(Outline.polygon(points), tint);
  }

  private void foreground() {
    subjects(Place.AIR, 0.42);
    boolean standing = words.subjects().stream().anyMatch(s -> Cast.place(s) == Place.FRONT);
    if (wet() && standing) {
      bank();
    } else if (wet() && dice.fork("reeds").chance(0.6)) {
      reeds(dice.fork("reeds"));
    }
  }

  /// The near shore, for whoever looks at the water.
  private void bank() {
    Noise noise = new Noise(dice.fork("bank"));
    double top = canvas.height() - 0.16;
    DoubleUnaryOperator ridge = x -> top - 0.06 * noise.rolling(x * 1.4, 5);
    Tint soil = light.on(Tint.hex(0x6f7a4a)).mix(light.near(), 0.3);
    canvas.fill(
        Outline.under(ridge, 0, canvas.width(), canvas.height()),
        Fill.down(top - 0.05, canvas.height(), soil, soil.darker(0.5)));
  }

  private void reeds(Dice own) {
    double side = own.chance(0.5) ? 0.0 : canvas.width();
    for (int i = 0; i < 46; i++) {
      double x = side + own.between(-0.28, 0.28);
      double tall = own.between(0.08, 0.22) * (1.1 - Math.abs(x - side) * 2.6);
      double lean = own.between(-0.04, 0.04) + 0.008 * StrictMath.sin(2 * Math.PI * phase + i);
      double foot = canvas.height() + 0.01;
      canvas.fill(
          Outline.stroke(
              at -> 0.006 * (1 - at),
              x,
              foot,
              x + lean * 0.3,
              foot - tall * 0.6,
              x + lean,
              foot - tall),
          light.near());
    }
  }

  private void subjects(Place place, double share) {
    double spot = place == Place.AIR ? horizon * (share + 0.42) : foot(place, share);
    List<Subject> here = here(place);
    double middle = canvas.width() * dice.fork(place.name()).between(0.36, 0.64);
    if (place == Place.AIR || place == Place.WATER) {
      middle = canvas.width() - sky.sunX() * 0.9;
    }
    row(here, middle, spot);
  }

  private double foot(Place place, double share) {
    double depth = place == Place.WATER ? share * 0.4 : share;
    return horizon + (canvas.height() - horizon) * depth;
  }

  private void subjects(Place place, double middle, double foot) {
    row(here(place), middle, foot);
  }

  private List<Subject> here(Place place) {
    return words.subjects().stream().filter(subject -> Cast.place(subject) == place).toList();
  }

  private void row(List<Subject> subjects, double middle, double foot) {
    double crowd = 1 / (1 + 0.22 * (subjects.size() - 1));
    for (int i = 0; i < subjects.size(); i++) {
      double x = middle + (i - (subjects.size() - 1) / 2.0) * 0.36;
      Subject subject = subjects.get(i);
      double tall = Cast.tall(subject) * crowd * Math.min(1.25, canvas.height());
      boolean flipped = dice.fork(subject.name()).chance(0.5);
      cast.draw(subject, new Brush(canvas, x, foot, tall, flipped));
    }
  }
}
