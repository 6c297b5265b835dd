package dev.easel.domain.ledger;

import dev.easel.domain.ledger.QueryParser.Comparison;
import dev.easel.domain.ledger.QueryParser.Relation;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.function.Function;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/// Reads what a query asks of a field.
final class QueryValues {

  private static final Pattern ID = Pattern.compile("[0-9a-f-]{1,36}");

  private final QueryMeasures measures;

  QueryValues(QueryMeasures measures) {
    this.measures = measures;
  }

  /// The condition that a term asks of a field.
  Condition condition(QueryField field, Comparison asked) {
    return switch (field) {
      case MODEL -> named(Condition.Field.MODEL, asked);
      case STATE -> named(Condition.Field.STATE, asked);
      case PROVIDER -> named(Condition.Field.PROVIDER, asked);
      case SIZE -> named(Condition.Field.SIZE, asked);
      case QUALITY -> named(Condition.Field.QUALITY, asked);
      case FORMAT -> named(Condition.Field.FORMAT, asked);
      case CALLER -> named(Condition.Field.CALLER, asked);
      case TAG -> named(Condition.Field.TAG, asked);
      case CODE -> named(Condition.Field.CODE, asked);
      case ID -> named(Condition.Field.ID, asked);
      case STAR -> star(single(plain(asked)));
      case COST -> measured(Condition.Measure.COST, asked);
      case LATENCY -> measured(Condition.Measure.LATENCY, asked);
      case TIME -> measured(Condition.Measure.TIME, asked);
      case SINCE -> time(Relation.AT_LEAST, single(plain(asked)));
      case UNTIL -> time(Relation.AT_MOST, single(plain(asked)));
      case TEXT -> either(plain(asked), QueryValues::text);
    };
  }

  private static Comparison plain(Comparison asked) {
    if (asked.relation() != Relation.IS) {
      throw asked
          .term()
          .problem("compares what cannot be compared; only cost, latency and time can");
    }
    return asked;
  }

  private static QueryWord single(Comparison asked) {
    List<QueryWord> values = filled(asked);
    if (values.size() > 1) {
      throw asked.term().problem("has a comma, and takes only one value");
    }
    return values.getFirst();
  }

  private static Condition either(Comparison asked, Function<QueryWord, Condition> read) {
    List<Condition> conditions = filled(asked).stream().map(read).toList();
    return conditions.size() == 1 ? conditions.getFirst() : new Condition.AnyOf(conditions);
  }

  private static List<QueryWord> filled(Comparison asked) {
    List<QueryWord> values = asked.value().alternatives();
    if (values.stream().anyMatch(QueryWord::isEmpty)) {
      throw asked.term().problem("lacks a value; to find what has none, write none");
    }
    if (values.size() > QueryWords.MOST) {
      throw asked.term().problem("lists more than " + QueryWords.MOST + " values");
    }
    return values;
  }

  /// The condition that the words of `value` stand one after the other.
  static Condition text(QueryWord value) {
    List<String> words = Words.of(value.withoutStar().text());
    if (words.isEmpty()) {
      throw value.problem("holds no letter, digit or symbol to look for");
    }
    return new Condition.Text(words, value.endsWith('*'));
  }

  private static Condition named(Condition.Field field, Comparison asked) {
    return either(plain(asked), value -> named(field, value));
  }

  private static Condition named(Condition.Field field, QueryWord value) {
    if (value.isBare("none") && mayBeAbsent(field)) {
      return new Condition.Absent(new Condition.Either.Named(field));
    }
    String text = value.withoutStar().text().toLowerCase(Locale.ROOT);
    return checked(new Condition.Is(field, everyday(field, text), value.endsWith('*')), value);
  }

  private static boolean mayBeAbsent(Condition.Field field) {
    return switch (field) {
      case MODEL, STATE, PROVIDER, ID -> false;
      case SIZE, QUALITY, FORMAT, CALLER, TAG, CODE -> true;
    };
  }

  // What people write for what the log holds.
  private static String everyday(Condition.Field field, String text) {
    return switch (field) {
      case FORMAT -> text.equals("jpg") ? "jpeg" : text;
      case SIZE -> text.replace('×', 'x');
      case MODEL, STATE, PROVIDER, QUALITY, CALLER, TAG, CODE, ID -> text;
    };
  }

  private static Condition checked(Condition.Is asked, QueryWord value) {
    return switch (asked.field()) {
      case STATE -> state(asked, value);
      case ID -> id(asked, value);
      case MODEL, PROVIDER, SIZE, QUALITY, FORMAT, CALLER, TAG, CODE -> asked;
    };
  }

  private static Condition state(Condition.Is asked, QueryWord value) {
    List<String> words = Arrays.stream(EntryState.values()).map(EntryState::word).toList();
    if (words.stream().noneMatch(asked::accepts)) {
      String allowed = words.stream().collect(Collectors.joining(", "));
      throw value.problem("is no state; the states are " + allowed);
    }
    return asked;
  }

  private static Condition id(Condition.Is asked, QueryWord value) {
    if (!ID.matcher(asked.value()).matches()) {
      throw value.problem("is no id and no end of one; ids are made of 0-9, a-f and -");
    }
    return asked;
  }

  private static Condition star(QueryWord value) {
    return switch (value.text().toLowerCase(Locale.ROOT)) {
      case "yes" -> new Condition.Star(true);
      case "no" -> new Condition.Star(false);
      default -> throw value.problem("is neither yes nor no");
    };
  }

  private Condition time(Relation relation, QueryWord value) {
    return measures.span(Condition.Measure.TIME, value).within(Condition.Measure.TIME, relation);
  }

  private Condition measured(Condition.Measure measure, Comparison asked) {
    if (asked.relation() == Relation.IS) {
      return either(asked, value -> measures.condition(measure, value));
    }
    return measures.span(measure, single(asked)).within(measure, asked.relation());
  }
}
