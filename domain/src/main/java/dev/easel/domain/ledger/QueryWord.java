package dev.easel.domain.ledger;

import dev.easel.domain.ledger.Query.QueryProblem;
import java.util.ArrayList;
import java.util.List;

/// A word of a query, or a part of one, that knows which of its characters were quoted and where
/// they stand.
///
/// @param symbols without the quotes themselves
/// @param place of its beginning, 1 for the query's first character
record QueryWord(List<Symbol> symbols, int place) {

  /// A character, and whether it was quoted, so that it means only itself.
  record Symbol(int codePoint, boolean quoted, int place) {

    boolean is(int sign) {
      return !quoted && codePoint == sign;
    }
  }

  private static final int LONGEST_SHOWN = 40;

  /// What was written, without quotes.
  String text() {
    StringBuilder text = new StringBuilder();
    symbols.forEach(symbol -> text.appendCodePoint(symbol.codePoint()));
    return text.toString();
  }

  boolean isEmpty() {
    return symbols.isEmpty();
  }

  /// Whether some of it was quoted.
  boolean quoted() {
    return symbols.stream().anyMatch(Symbol::quoted);
  }

  /// Where the first of these signs stands unquoted, counted from 0; -1 when there is none.
  int find(String signs) {
    for (int index = 0; index < symbols.size(); index++) {
      Symbol symbol = symbols.get(index);
      if (!symbol.quoted() && signs.indexOf(symbol.codePoint()) >= 0) {
        return index;
      }
    }
    return -1;
  }

  boolean startsWith(char sign) {
    return !isEmpty() && symbols.getFirst().is(sign);
  }

  boolean endsWith(char sign) {
    return !isEmpty() && symbols.getLast().is(sign);
  }

  /// Where two unquoted dots stand, counted from 0; -1 when there are none.
  int findDots() {
    for (int index = 0; index + 1 < symbols.size(); index++) {
      if (symbols.get(index).is('.') && symbols.get(index + 1).is('.')) {
        return index;
      }
    }
    return -1;
  }

  /// Whether it is this word, in any case and unquoted.
  boolean isBare(String word) {
    return !quoted() && text().equalsIgnoreCase(word);
  }

  /// The word without the star at its end.
  ///
  /// @throws QueryProblem when there is a star elsewhere
  QueryWord withoutStar() {
    QueryWord body = endsWith('*') ? until(symbols.size() - 1) : this;
    if (body.find("*") >= 0) {
      throw problem("has a * inside; it may only stand at the end of a word");
    }
    return body;
  }

  /// What stands before `end`.
  QueryWord until(int end) {
    return new QueryWord(symbols.subList(0, end), place);
  }

  /// What stands from `start` on.
  QueryWord from(int start) {
    List<Symbol> rest = symbols.subList(start, symbols.size());
    return new QueryWord(rest, rest.isEmpty() ? placeAfter() : rest.getFirst().place());
  }

  private int placeAfter() {
    return isEmpty() ? place : symbols.getLast().place() + 1;
  }

  /// The parts between unquoted commas, empty ones included.
  List<QueryWord> alternatives() {
    List<QueryWord> parts = new ArrayList<>();
    QueryWord rest = this;
    for (int comma = rest.find(","); comma >= 0; comma = rest.find(",")) {
      parts.add(rest.until(comma));
      rest = rest.from(comma + 1);
    }
    parts.add(rest);
    return parts;
  }

  /// A problem with this word: "'WORD' at place N " and then `what`.
  QueryProblem problem(String what) {
    return new QueryProblem("'%s' at place %d %s".formatted(shown(), place, what), text(), place);
  }

  /// The word as a message may show it: nothing in it moves a terminal, and it is short.
  String shown() {
    StringBuilder shown = new StringBuilder();
    symbols.stream()
        .limit(LONGEST_SHOWN)
        .forEach(symbol -> shown.append(visible(symbol.codePoint())));
    return symbols.size() > LONGEST_SHOWN ? shown.append('…').toString() : shown.toString();
  }

  /// A character, or its number where it cannot be seen.
  static String visible(int codePoint) {
    return switch (Character.getType(codePoint)) {
      case Character.CONTROL,
          Character.FORMAT,
          Character.SURROGATE,
          Character.LINE_SEPARATOR,
          Character.PARAGRAPH_SEPARATOR ->
          "U+%04X".formatted(codePoint);
      default -> Character.toString(codePoint);
    };
  }
}
