package dev.easel.adapter.openai;

import dev.easel.domain.image.Fields;
import dev.easel.domain.image.Nullable;
import java.math.BigDecimal;
import java.util.LinkedHashMap;
import java.util.Map;

/// Adds up fields: numbers are added, objects field by field, anything else is the later one's.
final class Sums {

  private Sums() {}

  static Fields of(Fields first, Fields second) {
    return Fields.of(added(first.asMap(), second.asMap()));
  }

  private static Map<String, @Nullable Object> added(Map<?, ?> first, Map<?, ?> second) {
    Map<String, @Nullable Object> sums = new LinkedHashMap<>();
    first.forEach((name, value) -> sums.put(String.valueOf(name), value));
    second.forEach((name, value) -> sums.put(String.valueOf(name), sum(first.get(name), value)));
    return sums;
  }

  private static @Nullable Object sum(@Nullable Object first, @Nullable Object second) {
    if (first instanceof Map<?, ?> one && second instanceof Map<?, ?> other) {
      return added(one, other);
    }
    return first instanceof Number one && second instanceof Number other
        ? new BigDecimal(one.toString()).add(new BigDecimal(other.toString()))
        : second;
  }
}
