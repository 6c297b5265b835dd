package dev.easel.benchmark.history;

import java.util.SplittableRandom;

/// Prompts of words that are as frequent as words are: the second half as frequent as the first,
/// the third a third as frequent (Zipf's law). Safe for use by several threads.
final class Prompts {

  /// How many words there are.
  static final int VOCABULARY = 60_000;

  private static final String[] KNOWN = {
    "a",
    "of",
    "the",
    "in",
    "lighthouse",
    "at",
    "dusk",
    "with",
    "and",
    "on",
    "fox",
    "red",
    "light",
    "watercolour",
    "city",
    "portrait",
    "sea",
    "old",
    "photograph",
    "small",
    "house",
    "mountain",
    "cat",
    "night",
    "garden",
    "paper",
    "glass",
    "storm",
    "soft",
    "wide",
    "robot",
    "forest",
    "bridge",
    "poster",
    "child",
    "boat",
    "winter",
    "market",
    "gold",
    "shadow",
    "street",
    "rain",
    "map",
    "tea"
  };
  private static final String[] BEGINNINGS = {
    "b", "br", "c", "ch", "d", "dr", "f", "fl", "g", "gr", "h", "j", "k", "l", "m", "n", "p", "pl",
    "qu", "r", "s", "st", "t", "tr", "v", "w"
  };
  private static final String[] ENDINGS = {
    "a", "al", "an", "ar", "e", "el", "en", "er", "i", "il", "in", "is", "o", "ol", "on", "or", "u",
    "um", "un", "us"
  };
  private static final String[] ALL = new String[VOCABULARY];
  private static final double RANGE = Math.log(VOCABULARY + 1.0);
  private static final double TYPICAL_LENGTH = Math.log(9);
  private static final double SPREAD = 0.55;
  private static final int LONGEST = 60;
  private static final long OWN_EVERY = 1_000;

  static {
    for (int rank = 0; rank < VOCABULARY; rank++) {
      ALL[rank] = rank < KNOWN.length ? KNOWN[rank] : spelled(rank);
    }
  }

  private Prompts() {}

  /// The word that is so frequent.
  ///
  /// @param rank 0 for the most frequent
  static String word(int rank) {
    return ALL[rank];
  }

  /// A word that only this entry has.
  static String own(long number) {
    return "specimen" + number;
  }

  /// Whether an entry has a word of its own.
  static boolean hasOwn(long number) {
    return number % OWN_EVERY == OWN_EVERY / 2;
  }

  private static String spelled(int rank) {
    StringBuilder word = new StringBuilder();
    int syllables = BEGINNINGS.length * ENDINGS.length;
    for (int rest = rank + syllables; rest > 0; rest /= syllables) {
      word.append(BEGINNINGS[rest % BEGINNINGS.length]);
      word.append(ENDINGS[rest / BEGINNINGS.length % ENDINGS.length]);
    }
    return word.toString();
  }

  /// The prompt of an entry.
  static String of(long number, SplittableRandom random) {
    int words = (int) Math.exp(TYPICAL_LENGTH + SPREAD * random.nextGaussian()) + 1;
    String text = text(Math.min(words, LONGEST), random);
    return hasOwn(number) ? text + " " + own(number) : text;
  }

  /// So many words.
  static String text(int words, SplittableRandom random) {
    StringBuilder text = new StringBuilder();
    for (int count = 0; count < words; count++) {
      if (count > 0) {
        text.append(random.nextInt(12) == 0 ? ", " : " ");
      }
      text.append(word((int) Math.exp(random.nextDouble() * RANGE) - 1));
    }
    return text.toString();
  }
}
