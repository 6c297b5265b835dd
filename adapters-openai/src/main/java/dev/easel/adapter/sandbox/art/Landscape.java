package dev.easel.adapter.sandbox.art;

import dev.easel.adapter.sandbox.art.Cast.Place;
import dev.easel.adapter.sandbox.art.Vocabulary.Land;
import dev.easel.adapter.sandbox.art.Vocabulary.Subject;
import dev.easel.adapter.sandbox.art.Vocabulary.Weather;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;

/// An outdoor scene, painted from the sky forward.
final class Landscape {
  private static final Set<Subject> COASTAL =
      EnumSet.of(Subject.LIGHTHOUSE, Subject.BOAT, Subject.FISH);
  private static final Set<Subject> WILD = EnumSet.of(Subject.FOX, Subject.OWL, Subject.HOUSE);
  private static final Set<Subject> GRAZING =
      EnumSet.of(Subject.FLOWER, Subject.TREE, Subject.CAT, Subject.DOG);

  private final Canvas canvas;
  private final Vocabulary words;
  private final Dice dice;
  private final double phase;
  private final Light light;
  private final Set<Land> lands;
  private final double horizon;
  private final Sky sky;
  private final Terrain terrain;
  private final Shore shore;
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
    this.shore = new Shore(canvas, light, horizon);
    this.cast = new Cast(light, words, dice.fork("cast"), phase);
  }

  /// The lands that the prompt names, or those that suit what it names.
  private static Set<Land> lands(Vocabulary words, Dice dice) {
    Set<Land> lands = EnumSet.noneOf(Land.class);
    lands.addAll(words.lands());
    if (COASTAL.stream().anyMatch(words::has)) {
      lands.add(lands.contains(Land.LAKE) ? Land.LAKE : Land.SEA);
    }
    if (lands.isEmpty()) {
      lands.addAll(suitable(words, dice));
    }
    return lands;
  }

  private static List<Land> suitable(Vocabulary words, Dice dice) {
    if (WILD.stream().anyMatch(words::has)) {
      return List.of(Land.MEADOW, Land.FOREST);
    }
    if (GRAZING.stream().anyMatch(words::has)) {
      return List.of(Land.MEADOW);
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
      shore.coast(dice.fork("coast"));
    } else if (!lands.contains(Land.DESERT)) {
      terrain.hills(dice.fork("hills"), 3, 0.12, 0.05, 0.4);
    }
    if (lands.contains(Land.CITY)) {
      Tint neon = words.tint(Tint.hex(0x3fd0e8));
      new Skyline(canvas, light, neon).draw(dice.fork("city"), horizon + 0.005);
    }
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
    double broad = words.has(Subject.CASTLE) ? 0.28 : words.has(Subject.HOUSE) ? 0.12 : 0;
    double flat = left ? middle + broad : middle - broad;
    shore.rock(dice.fork("rock"), flat, left, words.has(Weather.SNOW));
    subjects(Place.HEADLAND, middle, horizon - 0.072);
  }

  private void foreground() {
    subjects(Place.AIR, 0.42);
    boolean standing = words.subjects().stream().anyMatch(s -> Cast.place(s) == Place.FRONT);
    if (wet() && standing) {
      shore.bank(dice.fork("bank"));
    } else if (wet() && dice.fork("reeds").chance(0.6)) {
      shore.reeds(dice.fork("reeds"), phase);
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
      double spread = middle + (i - (subjects.size() - 1) / 2.0) * 0.36;
      double x = Math.clamp(spread, 0.14, canvas.width() - 0.14);
      Subject subject = subjects.get(i);
      double tall = Cast.tall(subject) * crowd * Math.min(1.25, canvas.height());
      boolean flipped = dice.fork(subject.name()).chance(0.5);
      cast.draw(subject, new Brush(canvas, x, foot, tall, flipped));
    }
  }
}
