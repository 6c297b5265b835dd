package dev.easel.domain.ledger;

import java.lang.Character.UnicodeScript;
import java.text.Normalizer;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/// The folding behind text search: what the log indexes and what a query looks for go through it
/// alike.
///
/// A word is a run of letters and digits in lower case, compatibility forms made plain, accents and
/// vowel points taken off. Each Chinese, Japanese or Korean character is a word of its own, and so
/// is each symbol such as an emoji. Folding a folded word changes nothing.
public final class Words {

  /// Stands between two texts, so that no phrase reaches from one into the other. No folded word is
  /// equal to it.
  public static final String BREAK = "\u2027";

  private Words() {}

  /// The folded words of `text`, in order, repeated ones included.
  public static List<String> of(String text) {
    if (isAscii(text)) {
      return ofAscii(text);
    }
    Splitting splitting = new Splitting();
    folded(text).codePoints().forEach(splitting::take);
    return splitting.finish();
  }

  private static boolean isAscii(String text) {
    for (int at = 0; at < text.length(); at++) {
      if (text.charAt(at) >= 0x80) {
        return false;
      }
    }
    return true;
  }

  // The same for the text that most prompts are, more than ten times as fast: an index of ten
  // million of them is made in minutes.
  private static List<String> ofAscii(String text) {
    List<String> words = new ArrayList<>();
    String lower = text.toLowerCase(Locale.ROOT);
    int start = 0;
    for (int at = 0; at <= lower.length(); at++) {
      if (at == lower.length() || !Character.isLetterOrDigit(lower.charAt(at))) {
        if (at > start) {
          words.add(lower.substring(start, at));
        }
        start = at + 1;
      }
    }
    return List.copyOf(words);
  }

  /// What of an entry text search sees: prompt, revised prompt and error, with [#BREAK] between
  /// them.
  public static List<String> of(Entry entry) {
    List<String> words = new ArrayList<>(of(entry.prompt()));
    for (String text : new String[] {entry.revisedPrompt(), entry.error()}) {
      if (text != null) {
        words.add(BREAK);
        words.addAll(of(text));
      }
    }
    return words;
  }

  // By way of upper case, since only there ß meets SS and ς meets σ, and ẞ gets there only from
  // lower case; letter by letter on the way down, since a whole text would get its ς back.
  // Composing last makes Korean syllables whole.
  private static String folded(String text) {
    StringBuilder bare = new StringBuilder(text.length());
    Normalizer.normalize(text, Normalizer.Form.NFKD)
        .codePoints()
        .filter(codePoint -> !isAccent(codePoint))
        .forEach(bare::appendCodePoint);
    StringBuilder lower = new StringBuilder(bare.length());
    bare.toString()
        .toLowerCase(Locale.ROOT)
        .toUpperCase(Locale.ROOT)
        .codePoints()
        .map(Character::toLowerCase)
        .forEach(lower::appendCodePoint);
    return Normalizer.normalize(lower, Normalizer.Form.NFC);
  }

  // The marks of other scripts, Indian vowels among them, are as good as letters; the two voicing
  // marks make another Japanese letter.
  private static boolean isAccent(int codePoint) {
    return switch (Character.getType(codePoint)) {
      case Character.FORMAT, Character.ENCLOSING_MARK -> true;
      case Character.NON_SPACING_MARK ->
          codePoint != 0x3099
              && codePoint != 0x309a
              && switch (UnicodeScript.of(codePoint)) {
                case INHERITED, LATIN, GREEK, CYRILLIC, HEBREW, ARABIC -> true;
                default -> false;
              };
      default -> false;
    };
  }

  private static final class Splitting {
    private final List<String> words = new ArrayList<>();
    private final StringBuilder word = new StringBuilder();

    void take(int codePoint) {
      if (standsAlone(codePoint)) {
        endWord();
        words.add(Character.toString(codePoint));
      } else if (belongsToAWord(codePoint)) {
        word.appendCodePoint(codePoint);
      } else {
        endWord();
      }
    }

    List<String> finish() {
      endWord();
      return List.copyOf(words);
    }

    private void endWord() {
      if (!word.isEmpty()) {
        words.add(word.toString());
        word.setLength(0);
      }
    }

    private static boolean belongsToAWord(int codePoint) {
      return Character.isLetterOrDigit(codePoint)
          || Character.getType(codePoint) == Character.NON_SPACING_MARK
          || Character.getType(codePoint) == Character.COMBINING_SPACING_MARK;
    }

    private static boolean standsAlone(int codePoint) {
      if (Character.getType(codePoint) == Character.OTHER_SYMBOL) {
        return true;
      }
      return Character.isLetterOrDigit(codePoint)
          && (Character.isIdeographic(codePoint)
              || switch (UnicodeScript.of(codePoint)) {
                case HIRAGANA, KATAKANA, HANGUL, HAN, BOPOMOFO -> true;
                default -> false;
              });
    }
  }
}
