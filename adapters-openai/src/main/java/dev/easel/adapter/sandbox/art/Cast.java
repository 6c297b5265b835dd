package dev.easel.adapter.sandbox.art;

import dev.easel.adapter.sandbox.art.Vocabulary.Subject;

/// Knows how each subject is drawn, how tall it is in a landscape and what colour it has by itself.
final class Cast {
  private final Light light;
  private final Vocabulary words;
  private final Dice dice;
  private final double phase;

  Cast(Light light, Vocabulary words, Dice dice, double phase) {
    this.light = light;
    this.words = words;
    this.dice = dice;
    this.phase = phase;
  }

  void draw(Subject subject, Brush brush) {
    Tint tint = words.tint(Tint.hex(colour(subject)));
    Buildings buildings = new Buildings(light, tint);
    Creatures creatures = new Creatures(light, tint);
    Things things = new Things(light, tint);
    Vehicles vehicles = new Vehicles(light, tint);
    switch (subject) {
      case LIGHTHOUSE -> buildings.lighthouse(brush, phase);
      case HOUSE -> buildings.house(brush);
      case CASTLE -> buildings.castle(brush);
      case BOAT -> vehicles.boat(brush, phase);
      case TREE -> things.tree(brush, dice.fork("leaves"));
      case BALLOON -> vehicles.balloon(brush);
      case ROCKET -> vehicles.rocket(brush, phase);
      case CAT -> creatures.cat(brush);
      case FOX -> creatures.fox(brush);
      case DOG -> creatures.dog(brush);
      case OWL -> creatures.owl(brush);
      case FISH -> creatures.fish(brush, phase);
      case PERSON -> creatures.person(brush);
      case CUP -> things.cup(brush, phase);
      case FLOWER -> things.flower(brush);
      case APPLE -> things.apple(brush);
      case ROBOT -> new RobotFigure(light, tint).draw(brush);
      case HEART -> things.heart(brush);
    }
  }

  private static int colour(Subject subject) {
    return switch (subject) {
      case LIGHTHOUSE, APPLE, HEART, ROCKET -> 0xc9383a;
      case HOUSE -> 0xf0e4cc;
      case CASTLE -> 0xb9b0a4;
      case BOAT -> 0xb5443a;
      case TREE -> 0x5d9146;
      case BALLOON -> 0xe2553d;
      case CAT -> 0x5a5560;
      case FOX -> 0xd9692a;
      case DOG -> 0xc08a4e;
      case OWL -> 0x8d6a48;
      case FISH -> 0xf08a34;
      case PERSON -> 0xb8433e;
      case CUP -> 0xe9e4da;
      case FLOWER -> 0xf2b62d;
      case ROBOT -> 0x8fa3b5;
    };
  }

  static Place place(Subject subject) {
    return switch (subject) {
      case LIGHTHOUSE, HOUSE, CASTLE -> Place.HEADLAND;
      case BALLOON, ROCKET -> Place.AIR;
      case BOAT, FISH -> Place.WATER;
      case TREE, CAT, FOX, DOG, OWL, PERSON, ROBOT, FLOWER, HEART -> Place.FRONT;
      case CUP, APPLE -> Place.TABLE;
    };
  }

  /// How tall the subject is in a landscape, as a share of the picture's shorter side.
  static double tall(Subject subject) {
    return switch (subject) {
      case LIGHTHOUSE -> 0.46;
      case CASTLE -> 0.36;
      case HOUSE -> 0.15;
      case BALLOON -> 0.36;
      case ROCKET -> 0.46;
      case BOAT -> 0.24;
      case TREE -> 0.55;
      case CAT, FOX, DOG, OWL, PERSON, ROBOT -> 0.46;
      case FLOWER -> 0.42;
      case FISH -> 0.34;
      case CUP -> 0.44;
      case APPLE -> 0.36;
      case HEART -> 0.5;
    };
  }

  /// Where in a picture a subject belongs.
  enum Place {
    HEADLAND,
    WATER,
    AIR,
    FRONT,
    TABLE
  }
}
