package dev.easel.adapter.sandbox.art;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.function.Function;

/// The words of a prompt that the sandbox's painter knows, in English and a few other languages.
record Vocabulary(
    List<Hour> hours,
    List<Weather> weather,
    List<Land> lands,
    List<Subject> subjects,
    List<Tint> tints) {

  enum Hour {
    DAWN("dawn sunrise daybreak morning morgen aube amanecer"),
    DAY("day daylight noon midday afternoon sunny summer tag jour dia"),
    DUSK("dusk sunset evening twilight gloaming golden abend sonnenuntergang crepuscule atardecer"),
    NIGHT(
        "night midnight nighttime nocturnal moonlit moonlight moon starry stars starlit dark nacht"
            + " nuit noche");

    final String words;

    Hour(String words) {
      this.words = words;
    }
  }

  enum Weather {
    CLOUD("cloud cloudy overcast clouds wolken"),
    FOG("fog foggy mist misty haze hazy nebel brume niebla"),
    RAIN("rain rainy raining storm stormy thunderstorm regen pluie lluvia"),
    SNOW("snow snowy snowing winter blizzard christmas frozen ice icy schnee neige nieve"),
    AURORA("aurora borealis northern polarlicht");

    final String words;

    Weather(String words) {
      this.words = words;
    }
  }

  enum Land {
    SEA("sea ocean coast shore beach bay harbour harbor island waves marina meer mer mar"),
    LAKE("lake river pond water lagoon fjord see lac lago"),
    MOUNTAIN(
        "mountain alps peak summit volcano cliff hill valley canyon berg berge montagne montana"),
    FOREST("forest wood woods woodland jungle pine grove trees wald foret bosque"),
    CITY(
        "city skyline town street metropolis cyberpunk futuristic skyscraper building downtown"
            + " stadt ville ciudad"),
    DESERT("desert dune sahara sand cactus oasis pyramid wueste"),
    MEADOW("meadow field garden park prairie countryside farm village lawn wiese"),
    SPACE("space galaxy planet cosmos nebula universe orbit astronaut saturn mars weltall");

    final String words;

    Land(String words) {
      this.words = words;
    }
  }

  enum Subject {
    LIGHTHOUSE("lighthouse leuchtturm phare faro"),
    BOAT("boat sailboat ship yacht sail schiff bateau barco"),
    HOUSE("house cottage cabin hut home barn haus maison casa"),
    CASTLE("castle fortress palace tower schloss chateau castillo"),
    TREE("tree oak willow bonsai baum arbre arbol"),
    BALLOON("balloon ballon globo"),
    ROCKET("rocket spaceship spacecraft rakete fusee cohete"),
    CAT("cat kitten kitty katze chat gato"),
    FOX("fox fuchs renard zorro"),
    DOG("dog puppy corgi hund chien perro"),
    OWL("owl bird penguin eule vogel"),
    FISH("fish whale dolphin shark goldfish fisch poisson pez"),
    CUP("cup teacup tea coffee mug espresso latte tasse cafe"),
    FLOWER("flower rose tulip sunflower daisy poppy blume fleur flor"),
    APPLE("apple fruit orange pear peach apfel pomme manzana"),
    ROBOT("robot android droid cyborg"),
    PERSON(
        "person man woman girl boy child portrait people king queen wizard knight mensch femme"
            + " homme"),
    HEART("heart love valentine herz coeur corazon");

    final String words;

    Subject(String words) {
      this.words = words;
    }
  }

  private enum Colour {
    RED("red crimson scarlet ruby rot rouge rojo", 0xd43d3d),
    ORANGE("orange amber copper", 0xee8130),
    YELLOW("yellow gold golden gelb jaune amarillo", 0xf2c230),
    GREEN("green emerald olive gruen vert verde", 0x3fa65a),
    TEAL("teal turquoise cyan aqua mint", 0x27a6a4),
    BLUE("blue azure navy cobalt blau bleu azul", 0x3670d0),
    PURPLE("purple violet lavender lila", 0x8450c8),
    PINK("pink magenta fuchsia rosa", 0xe8659e),
    BROWN("brown chocolate wooden", 0x8a5a35),
    BLACK("black onyx schwarz noir negro", 0x24242c),
    WHITE("white ivory weiss blanc blanco", 0xf2efe8),
    GREY("gray grey silver grau gris", 0x8c919a);

    final String words;
    final int rgb;

    Colour(String words, int rgb) {
      this.words = words;
      this.rgb = rgb;
    }
  }

  static Vocabulary read(String prompt) {
    String[] prompted = prompt.toLowerCase(Locale.ROOT).split("[^\\p{L}]+", -1);
    List<Colour> colours = known(prompted, Colour.values(), colour -> colour.words);
    return new Vocabulary(
        known(prompted, Hour.values(), hour -> hour.words),
        known(prompted, Weather.values(), weather -> weather.words),
        known(prompted, Land.values(), land -> land.words),
        known(prompted, Subject.values(), subject -> subject.words),
        colours.stream().map(colour -> Tint.hex(colour.rgb)).toList());
  }

  /// Those that a word of the prompt stands for, in the order of the prompt.
  private static <T> List<T> known(String[] prompted, T[] all, Function<T, String> words) {
    return Arrays.stream(prompted)
        .flatMap(word -> Arrays.stream(all).filter(one -> knows(words.apply(one), word)))
        .distinct()
        .toList();
  }

  /// A word of the list, or its plural.
  private static boolean knows(String words, String word) {
    String list = " " + words + " ";
    return list.contains(" " + word + " ")
        || (word.endsWith("s") && list.contains(" " + word.substring(0, word.length() - 1) + " "))
        || (word.endsWith("es") && list.contains(" " + word.substring(0, word.length() - 2) + " "));
  }

  boolean empty() {
    return hours.isEmpty() && weather.isEmpty() && lands.isEmpty() && subjects.isEmpty();
  }

  boolean has(Land land) {
    return lands.contains(land);
  }

  boolean has(Weather kind) {
    return weather.contains(kind);
  }

  boolean has(Subject subject) {
    return subjects.contains(subject);
  }

  boolean wet() {
    return has(Land.SEA) || has(Land.LAKE);
  }

  Tint tint(Tint otherwise) {
    return tints.isEmpty() ? otherwise : tints.getFirst();
  }
}
