package dev.easel.domain.ledger;

import dev.easel.domain.cost.Money;
import dev.easel.domain.image.Nullable;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/// One thing that a query asks of an entry.
public sealed interface Condition {

  /// Whether `entry` satisfies it.
  boolean matches(Entry entry);

  /// Must not hold.
  record Not(Condition condition) implements Condition {
    @Override
    public boolean matches(Entry entry) {
      return !condition.matches(entry);
    }
  }

  /// One of several must hold.
  record AnyOf(List<Condition> conditions) implements Condition {
    /// Copies the conditions.
    public AnyOf {
      conditions = List.copyOf(conditions);
    }

    @Override
    public boolean matches(Entry entry) {
      return conditions.stream().anyMatch(condition -> condition.matches(entry));
    }
  }

  /// The folded words stand in the entry's text one after the other.
  ///
  /// @param words folded by [Words], at least one
  /// @param prefix whether the last one may go on
  record Text(List<String> words, boolean prefix) implements Condition {
    /// Copies the words.
    public Text {
      words = List.copyOf(words);
    }

    @Override
    public boolean matches(Entry entry) {
      List<String> all = Words.of(entry);
      return prefix ? standsWithPrefix(all) : Collections.indexOfSubList(all, words) >= 0;
    }

    private boolean standsWithPrefix(List<String> all) {
      int last = words.size() - 1;
      for (int start = 0; start + last < all.size(); start++) {
        if (all.subList(start, start + last).equals(words.subList(0, last))
            && all.get(start + last).startsWith(words.get(last))) {
          return true;
        }
      }
      return false;
    }
  }

  /// A field has a value, compared in lower case; `prefix` lets it go on.
  record Is(Field field, String value, boolean prefix) implements Condition {
    @Override
    public boolean matches(Entry entry) {
      return field.of(entry).stream().anyMatch(this::accepts);
    }

    /// Whether the field's value, in any case, is the one asked for.
    public boolean accepts(String actual) {
      String folded = actual.toLowerCase(Locale.ROOT);
      if (prefix) {
        return folded.startsWith(value);
      }
      return folded.equals(value) || field.endsIn(folded, value);
    }
  }

  /// Star is set, or is not.
  record Star(boolean set) implements Condition {
    @Override
    public boolean matches(Entry entry) {
      return entry.star() == set;
    }
  }

  /// A field has no value: `caller:none`, `cost:none`, …
  record Absent(Either what) implements Condition {
    @Override
    public boolean matches(Entry entry) {
      return switch (what) {
        case Either.Named(Field field) -> field.of(entry).isEmpty();
        case Either.Measured(Measure measure) -> measure.of(entry).isEmpty();
      };
    }
  }

  /// A field or a measure.
  sealed interface Either {
    /// A field.
    record Named(Field field) implements Either {}

    /// A measure.
    record Measured(Measure measure) implements Either {}
  }

  /// A measure lies between two bounds.
  ///
  /// @param low in the measure's unit, inclusive; null for none
  /// @param high in the measure's unit, inclusive; null for none
  record Within(Measure measure, @Nullable Long low, @Nullable Long high) implements Condition {
    @Override
    public boolean matches(Entry entry) {
      return measure.of(entry).map(this::holds).orElse(false);
    }

    private boolean holds(long value) {
      return (low == null || value >= low) && (high == null || value <= high);
    }
  }

  /// A field that holds words.
  enum Field {
    /// The model id; its end after a dash or a slash suffices: `2.6-flare`, `flare`.
    MODEL,
    /// reserved, settled, released, unknown.
    STATE,
    /// The provider's configured name.
    PROVIDER,
    /// `WxH` as it is, or else as asked for.
    SIZE,
    /// The quality as it is, or else as asked for.
    QUALITY,
    /// The format as it is, or else as asked for.
    FORMAT,
    /// The named caller.
    CALLER,
    /// A tag.
    TAG,
    /// The stable word of a failure.
    CODE,
    /// The id, whole or its last characters.
    ID;

    /// The values that `entry` has in this field, as they are.
    public List<String> of(Entry entry) {
      return switch (this) {
        case MODEL -> List.of(entry.model());
        case STATE -> List.of(entry.state().word());
        case PROVIDER -> List.of(entry.provider());
        case SIZE -> entry.size().stream().toList();
        case QUALITY -> entry.quality().stream().toList();
        case FORMAT -> entry.format().stream().toList();
        case CALLER -> Optional.ofNullable(entry.caller()).stream().toList();
        case TAG -> List.copyOf(entry.tags());
        case CODE -> Optional.ofNullable(entry.code()).stream().toList();
        case ID -> List.of(entry.id().toString());
      };
    }

    // An end of a model id begins after a dash, or after the name of its maker.
    private boolean endsIn(String actual, String end) {
      return switch (this) {
        case MODEL -> actual.endsWith("-" + end) || actual.endsWith("/" + end);
        case ID -> actual.endsWith(end);
        case STATE, PROVIDER, SIZE, QUALITY, FORMAT, CALLER, TAG, CODE -> false;
      };
    }
  }

  /// A field that can be measured.
  enum Measure {
    /// The known cost in nano-dollars.
    COST,
    /// The latency in microseconds.
    LATENCY,
    /// The timestamp in microseconds since 1970.
    TIME;

    /// The value that `entry` has, if it is known.
    public Optional<Long> of(Entry entry) {
      return switch (this) {
        case COST -> entry.cost().known().map(Money::nanos);
        case LATENCY -> Optional.ofNullable(entry.latencyMicros());
        case TIME -> Optional.of(micros(entry.timestamp()));
      };
    }

    /// Microseconds since 1970.
    public static long micros(Instant instant) {
      return ChronoUnit.MICROS.between(Instant.EPOCH, instant);
    }
  }
}
