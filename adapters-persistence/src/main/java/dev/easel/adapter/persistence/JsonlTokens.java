package dev.easel.adapter.persistence;

import dev.easel.domain.ledger.Condition.Either;
import dev.easel.domain.ledger.Condition.Field;
import dev.easel.domain.ledger.Condition.Measure;
import dev.easel.domain.ledger.Entry;
import dev.easel.domain.ledger.Words;
import java.util.List;
import java.util.function.LongConsumer;
import java.util.stream.LongStream;

/// What of an entry the filter of its block holds: words, the end of the id, values of fields, and
/// that a value is missing.
final class JsonlTokens {

  /// A star is set.
  static final long STAR = JsonlHash.of('*', "");

  private JsonlTokens() {}

  /// A folded word.
  static long word(String word) {
    return JsonlHash.of('w', word);
  }

  /// The last characters of an id, as many as faces show.
  static long ending(String lastSix) {
    return JsonlHash.of('i', lastSix);
  }

  /// A value of a field, in lower case.
  static long value(Field field, String value) {
    return JsonlHash.mixed(JsonlHash.of('f', field.name()) ^ JsonlHash.of('v', value));
  }

  /// That a field or measure has no value.
  static long absent(Either what) {
    return switch (what) {
      case Either.Named(Field field) -> JsonlHash.of('n', field.name());
      case Either.Measured(Measure measure) -> JsonlHash.of('n', measure.name());
    };
  }

  /// Gives the tokens of an entry to `sink`, and enters the values of its fields.
  static void each(Entry entry, JsonlVocabulary vocabulary, LongConsumer sink) {
    Words.of(entry).forEach(word -> sink.accept(word(word)));
    sink.accept(ending(entry.id().shortForm()));
    if (entry.star()) {
      sink.accept(STAR);
    }
    for (Field field : JsonlVocabulary.FIELDS) {
      List<String> values = field.of(entry);
      values.forEach(value -> sink.accept(vocabulary.token(field, value)));
      if (values.isEmpty()) {
        sink.accept(absent(new Either.Named(field)));
      }
    }
    for (Measure measure : Measure.values()) {
      if (measure.of(entry).isEmpty()) {
        sink.accept(absent(new Either.Measured(measure)));
      }
    }
  }

  /// The tokens of an entry; the values of its fields are entered.
  static long[] of(Entry entry, JsonlVocabulary vocabulary) {
    LongStream.Builder tokens = LongStream.builder();
    each(entry, vocabulary, tokens);
    return tokens.build().toArray();
  }
}
