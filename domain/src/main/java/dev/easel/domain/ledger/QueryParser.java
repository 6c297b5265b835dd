package dev.easel.domain.ledger;

import dev.easel.domain.ledger.Query.QueryProblem;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;

/// Reads the query language; one parser for one text.
final class QueryParser {

  private static final String SIGNS = ":<>=";

  private final String text;
  private final QueryValues values;

  QueryParser(String text, ZoneId zone, Instant now) {
    this.text = text;
    this.values = new QueryValues(new QueryMeasures(new QueryTimes(zone, now)));
  }

  Query parse() {
    List<QueryWord> words = QueryWords.of(text);
    return new Query(text, words.stream().map(this::condition).toList());
  }

  private Condition condition(QueryWord word) {
    if (!word.startsWith('-')) {
      return term(word);
    }
    QueryWord excluded = word.from(1);
    if (excluded.isEmpty() || excluded.startsWith('-')) {
      throw word.problem("excludes nothing; write one - right before what you do not want");
    }
    return new Condition.Not(term(excluded));
  }

  private Condition term(QueryWord word) {
    int sign = word.find(SIGNS);
    if (sign < 0 || word.until(sign).quoted()) {
      return QueryValues.text(word);
    }
    Optional<QueryField> field = QueryField.named(word.until(sign).text());
    if (field.isPresent()) {
      return values.condition(field.get(), comparison(word, sign));
    }
    if (meansAField(word, sign)) {
      throw unknownField(word, sign);
    }
    return QueryValues.text(word);
  }

  // A colon always does; a comparison does when a number follows a name, and not in <script>.
  private static boolean meansAField(QueryWord word, int sign) {
    boolean named = sign > 0 && word.until(sign).text().chars().allMatch(Character::isLetter);
    return word.symbols().get(sign).is(':')
        || (named && word.from(sign).text().matches("[<>]=?[$.]*\\d.*"));
  }

  private static QueryProblem unknownField(QueryWord word, int sign) {
    QueryWord name = word.until(sign);
    String meant =
        QueryField.near(name.text())
            .map(field -> "; did you mean " + field.word() + "?")
            .orElse("; to look for the text itself, put it in quotes: \"" + word.shown() + "\".");
    return name.problem("is no field" + meant + " The fields are " + QueryField.list());
  }

  // Both cost>0.05 and cost:>0.05.
  private static Comparison comparison(QueryWord word, int sign) {
    QueryWord rest = word.from(sign);
    if (rest.startsWith('=')) {
      String name = word.until(sign).shown();
      throw word.problem("is not how a field is asked for; write " + name + ":VALUE");
    }
    return Comparison.read(word, rest.startsWith(':') ? rest.from(1) : rest);
  }

  /// What a term asks of a field.
  ///
  /// @param term the whole term, for messages
  record Comparison(QueryWord term, Relation relation, QueryWord value) {

    private static Comparison read(QueryWord term, QueryWord rest) {
      for (Relation relation : Relation.values()) {
        if (relation.leads(rest)) {
          return new Comparison(term, relation, rest.from(relation.sign().length()));
        }
      }
      return new Comparison(term, Relation.IS, rest);
    }
  }

  /// How a field is compared; longer signs first.
  enum Relation {
    AT_LEAST(">="),
    AT_MOST("<="),
    ABOVE(">"),
    BELOW("<"),
    IS("");

    private final String sign;

    Relation(String sign) {
      this.sign = sign;
    }

    String sign() {
      return sign;
    }

    private boolean leads(QueryWord word) {
      for (int index = 0; index < sign.length(); index++) {
        if (word.symbols().size() <= index || !word.symbols().get(index).is(sign.charAt(index))) {
          return false;
        }
      }
      return true;
    }
  }
}
