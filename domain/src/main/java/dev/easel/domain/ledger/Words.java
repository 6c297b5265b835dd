package dev.easel.domain.ledger;

import java.text.Normalizer;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/// The folding behind text search: what the log indexes and what a query looks for go through it
/// alike.
///
/// A word is a run of letters and digits, compatibility-decomposed, without accents, in lower case;
/// each Chinese, Japanese or Korean character is a word of its own.
public final class Words {

  private Words() {}

  /// The folded words of `text`, in order, repeated ones included.
  public static List<String> of(String text) {
    Folding folding = new Folding();
    Normalizer.normalize(text, Normalizer.Form.NFKD)
        .toLowerCase(Locale.ROOT)
        .codePoints()
        .forEach(folding::take);
    return folding.finish();
  }

  /// What of an entry text search sees: prompt, revised prompt and error.
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

  /// Stands between two texts, so that no phrase reaches from one into the other. No folded word is
  /// equal to it.
  public static final String BREAK = "\u2027";

  private static final class Folding {
    private final List<String> words = new ArrayList<>();
    private final StringBuilder word = new StringBuilder();

    void take(int codePoint) {
      if (isMark(codePoint)) {
        return;
      }
      if (!Character.isLetterOrDigit(codePoint)) {
        endWord();
      } else if (standsAlone(codePoint)) {
        endWord();
        words.add(Character.toString(codePoint));
      } else {
        word.appendCodePoint(codePoint);
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

    private static boolean isMark(int codePoint) {
      int type = Character.getType(codePoint);
      return type == Character.NON_SPACING_MARK
          || type == Character.ENCLOSING_MARK
          || type == Character.FORMAT;
    }

    private static boolean standsAlone(int codePoint) {
      return Character.isIdeographic(codePoint)
          || switch (Character.UnicodeScript.of(codePoint)) {
            case HIRAGANA, KATAKANA, HANGUL, HAN, BOPOMOFO -> true;
            default -> false;
          };
    }
  }
}
