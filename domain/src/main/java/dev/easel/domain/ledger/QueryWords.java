package dev.easel.domain.ledger;

import dev.easel.domain.ledger.Query.QueryProblem;
import java.util.ArrayList;
import java.util.List;

/// Cuts a query into its words: at white space outside quotes. Inside quotes a backslash makes a
/// quote or a backslash mean itself.
final class QueryWords {

  /// The most characters of a query.
  static final int LONGEST = 2_000;

  /// The most words of a query.
  static final int MOST = 50;

  private final int[] characters;
  private final List<QueryWord> words = new ArrayList<>();
  private List<QueryWord.Symbol> symbols = new ArrayList<>();
  private int begin = -1;
  private int openingQuote = -1;

  private QueryWords(String text) {
    characters = text.codePoints().toArray();
  }

  /// The words of `text`.
  static List<QueryWord> of(String text) {
    return new QueryWords(text).cut();
  }

  private List<QueryWord> cut() {
    if (characters.length > LONGEST) {
      throw new QueryProblem(
          "the query has %,d characters, and at most %,d are read"
              .formatted(characters.length, LONGEST),
          "",
          LONGEST + 1);
    }
    for (int index = 0; index < characters.length; index++) {
      index += take(index);
    }
    if (openingQuote >= 0) {
      throw problem("the quote", openingQuote, "is never closed; write another \" at its end");
    }
    endWord();
    return List.copyOf(words);
  }

  // Gives back how many characters beyond this one it took.
  private int take(int index) {
    int character = characters[index];
    boolean quoting = openingQuote >= 0;
    if (isEscape(index)) {
      add(characters[index + 1], true, index);
      return 1;
    }
    if (character == '"') {
      begin = begin < 0 ? index : begin;
      openingQuote = quoting ? -1 : index;
    } else if (isSpace(character) && !quoting) {
      endWord();
    } else {
      add(checked(character, index), quoting, index);
    }
    return 0;
  }

  private boolean isEscape(int index) {
    return openingQuote >= 0
        && characters[index] == '\\'
        && index + 1 < characters.length
        && (characters[index + 1] == '"' || characters[index + 1] == '\\');
  }

  private void add(int character, boolean quoted, int index) {
    begin = begin < 0 ? index : begin;
    symbols.add(new QueryWord.Symbol(character, quoted, index + 1));
  }

  private void endWord() {
    if (begin < 0) {
      return;
    }
    if (words.size() == MOST) {
      throw problem("the word", begin, "is one too many; a query has at most " + MOST);
    }
    words.add(new QueryWord(List.copyOf(symbols), begin + 1));
    symbols = new ArrayList<>();
    begin = -1;
  }

  private int checked(int character, int index) {
    int type = Character.getType(character);
    if ((type == Character.CONTROL && !isSpace(character)) || type == Character.SURROGATE) {
      throw problem("the character", index, "cannot be searched for; leave it out");
    }
    return character;
  }

  private QueryProblem problem(String what, int index, String why) {
    String character = Character.toString(characters[index]);
    String shown = QueryWord.visible(characters[index]);
    return new QueryProblem(
        "%s %s at place %d %s".formatted(what, shown, index + 1, why), character, index + 1);
  }

  private static boolean isSpace(int character) {
    return Character.isWhitespace(character) || Character.isSpaceChar(character);
  }
}
