package dev.easel.adapter.persistence;

import dev.easel.domain.ledger.Condition.Field;
import java.util.Collection;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/// The different values that the fields of a log's entries have, in lower case, as long as they are
/// few. Safe for use by several threads.
final class JsonlVocabulary {

  /// The fields whose values are entered: all but the id.
  static final List<Field> FIELDS =
      List.of(
          Field.MODEL,
          Field.STATE,
          Field.PROVIDER,
          Field.SIZE,
          Field.QUALITY,
          Field.FORMAT,
          Field.CALLER,
          Field.TAG,
          Field.CODE);

  private static final int MOST_VALUES = 1_000;
  private static final int LONGEST_VALUE = 1_000;

  private final Map<Field, Set<String>> values = new EnumMap<>(Field.class);
  private final Map<Field, Map<String, Long>> tokens = new EnumMap<>(Field.class);

  JsonlVocabulary() {
    FIELDS.forEach(field -> {
      values.put(field, ConcurrentHashMap.newKeySet());
      tokens.put(field, new ConcurrentHashMap<>());
    });
  }

  /// Enters a value as an entry has it.
  ///
  /// @return its token
  long token(Field field, String value) {
    Map<String, Long> known = Objects.requireNonNull(tokens.get(field));
    Long token = known.get(value);
    if (token == null) {
      String folded = value.toLowerCase(Locale.ROOT);
      enter(field, folded);
      token = JsonlTokens.value(field, folded);
      if (known.size() < MOST_VALUES) {
        known.put(value, token);
      }
    }
    return token;
  }

  /// Enters a value in lower case.
  void enter(Field field, String value) {
    Set<String> known = known(field);
    if (known.size() <= MOST_VALUES && !known.contains(value)) {
      // One too many says that they are not all here.
      known.add(value.length() > LONGEST_VALUE ? value.substring(0, LONGEST_VALUE) : value);
    }
  }

  /// All values of a field, or empty when there are too many to know.
  Optional<Collection<String>> all(Field field) {
    Set<String> known = known(field);
    boolean complete =
        known.size() <= MOST_VALUES
            && known.stream().noneMatch(value -> value.length() == LONGEST_VALUE);
    return complete ? Optional.of(known) : Optional.empty();
  }

  /// What is entered for a field, to be kept.
  Set<String> known(Field field) {
    return values.getOrDefault(field, Set.of());
  }
}
