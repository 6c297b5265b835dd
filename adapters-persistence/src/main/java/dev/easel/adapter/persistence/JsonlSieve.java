package dev.easel.adapter.persistence;

import dev.easel.domain.ledger.Condition;
import dev.easel.domain.ledger.Condition.Field;
import dev.easel.domain.ledger.Condition.Is;
import dev.easel.domain.ledger.EntryId;
import dev.easel.domain.ledger.Query;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/// Says of a block that it surely holds no entry that matches a query, or that it may. A condition
/// becomes a test of what the index knows of a block, once for each query.
final class JsonlSieve {

  /// Whether a block may hold an entry that satisfies a condition.
  @FunctionalInterface
  private interface Test {
    Test ALWAYS = (_, _) -> true;

    boolean passes(JsonlBlock block, JsonlFilters filters);
  }

  private final JsonlVocabulary vocabulary;
  private final List<Test> tests;

  /// The sieve of a query.
  JsonlSieve(Query query, JsonlVocabulary vocabulary) {
    this.vocabulary = vocabulary;
    this.tests = query.conditions().stream().map(this::holds).toList();
  }

  /// Whether the block may hold a match.
  boolean passes(JsonlBlock block, JsonlFilters filters) {
    return tests.stream().allMatch(test -> test.passes(block, filters));
  }

  private Test holds(Condition condition) {
    return switch (condition) {
      case Condition.Not(Condition inner) -> fails(inner);
      case Condition.AnyOf(List<Condition> some) -> any(some.stream().map(this::holds).toList());
      case Condition.Text(List<String> words, boolean prefix) -> text(words, prefix);
      case Is is -> is(is);
      case Condition.Star(boolean set) -> set ? token(JsonlTokens.STAR) : Test.ALWAYS;
      case Condition.Absent(Condition.Either what) -> token(JsonlTokens.absent(what));
      case Condition.Within(var measure, var low, var high) ->
          (block, _) -> block.ranges().of(measure).meets(low, high);
    };
  }

  // That a condition fails is often possible: only where a block's values are known it says much.
  private Test fails(Condition condition) {
    return switch (condition) {
      case Condition.Not(Condition inner) -> holds(inner);
      case Condition.AnyOf(List<Condition> some) -> all(some.stream().map(this::fails).toList());
      case Is is when hasOneValue(is.field()) -> isNot(is);
      case Condition.Star(boolean set) -> set ? Test.ALWAYS : token(JsonlTokens.STAR);
      case Is _, Condition.Text _, Condition.Absent _, Condition.Within _ -> Test.ALWAYS;
    };
  }

  private static boolean hasOneValue(Field field) {
    return field != Field.TAG && field != Field.ID;
  }

  private static Test any(List<Test> tests) {
    return (block, filters) -> tests.stream().anyMatch(test -> test.passes(block, filters));
  }

  private static Test all(List<Test> tests) {
    return (block, filters) -> tests.stream().allMatch(test -> test.passes(block, filters));
  }

  private static Test token(long token) {
    return (block, filters) -> filters.mayHold(block, token);
  }

  private static Test text(List<String> words, boolean prefix) {
    List<String> wholeWords = prefix ? words.subList(0, words.size() - 1) : words;
    return all(wholeWords.stream().map(word -> token(JsonlTokens.word(word))).toList());
  }

  private Test is(Is is) {
    if (is.field() == Field.ID) {
      return id(is);
    }
    Optional<Collection<String>> all = vocabulary.all(is.field());
    if (all.isPresent()) {
      return any(tokens(is.field(), all.get().stream().filter(is::accepts).toList()));
    }
    boolean exact = !is.prefix() && is.field() != Field.MODEL;
    return exact ? token(JsonlTokens.value(is.field(), is.value())) : Test.ALWAYS;
  }

  private Test isNot(Is is) {
    Optional<Collection<String>> all = vocabulary.all(is.field());
    if (all.isEmpty()) {
      return Test.ALWAYS;
    }
    List<String> others = all.get().stream().filter(value -> !is.accepts(value)).toList();
    Test none = token(JsonlTokens.absent(new Condition.Either.Named(is.field())));
    return any(List.of(none, any(tokens(is.field(), others))));
  }

  private static List<Test> tokens(Field field, List<String> values) {
    return values.stream().map(value -> token(JsonlTokens.value(field, value))).toList();
  }

  private static Test id(Is is) {
    String value = is.value().toLowerCase(Locale.ROOT);
    if (is.prefix() || value.length() < EntryId.SHORT_LENGTH) {
      return Test.ALWAYS;
    }
    return token(JsonlTokens.ending(value.substring(value.length() - EntryId.SHORT_LENGTH)));
  }
}
