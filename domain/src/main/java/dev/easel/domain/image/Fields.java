package dev.easel.domain.image;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;

/// Named plain values in the order in which they were given: what a JSON object says, without JSON.
///
/// A value is null, a [Boolean], a [String], a [Long], a [BigDecimal], a [List] or a [Map] of such
/// values; other numbers are turned into one of the two kinds. Immutable; equal when names and
/// values are equal, whatever their order.
public final class Fields {

  /// No fields at all.
  public static final Fields NONE = new Fields(Map.of());

  /// What is set one after the other lies as it came until somebody looks.
  private sealed interface Form {
    /// All of them, unmodifiable.
    record Whole(Map<String, @Nullable Object> values) implements Form {}

    /// Others, with `name` set to a plain value.
    record Added(Fields others, String name, @Nullable Object value) implements Form {}
  }

  // Threads may see either form, which say the same.
  private Form form;

  private Fields(Map<String, @Nullable Object> values) {
    this(new Form.Whole(values));
  }

  private Fields(Form form) {
    this.form = form;
  }

  /// A deep copy of `values`.
  ///
  /// @throws IllegalArgumentException when a value is of none of the plain kinds
  public static Fields of(Map<String, ? extends @Nullable Object> values) {
    return values.isEmpty() ? NONE : new Fields(plainMap(values));
  }

  /// The fields as an unmodifiable map in their order; nested objects are maps, arrays are lists.
  public Map<String, @Nullable Object> asMap() {
    return switch (form) {
      case Form.Whole(Map<String, @Nullable Object> values) -> values;
      case Form.Added _ -> gathered();
    };
  }

  private Map<String, @Nullable Object> gathered() {
    List<Form.Added> added = new ArrayList<>();
    Fields first = this;
    while (first.form instanceof Form.Added last) {
      added.add(last);
      first = last.others();
    }
    Map<String, @Nullable Object> all = new LinkedHashMap<>(first.asMap());
    added.reversed().forEach(one -> all.put(one.name(), one.value()));
    Map<String, @Nullable Object> values = Collections.unmodifiableMap(all);
    form = new Form.Whole(values);
    return values;
  }

  /// Whether there are none.
  public boolean isEmpty() {
    return asMap().isEmpty();
  }

  /// Whether `name` is there, be it with the value null.
  public boolean has(String name) {
    return asMap().containsKey(name);
  }

  /// The value of `name`, null when it is absent or null.
  public @Nullable Object get(String name) {
    return asMap().get(name);
  }

  /// The value of `name` when it is text.
  public Optional<String> text(String name) {
    return get(name) instanceof String text ? Optional.of(text) : Optional.empty();
  }

  /// The value of `name` when it is a whole number.
  public OptionalLong whole(String name) {
    return switch (get(name)) {
      case Long number -> OptionalLong.of(number);
      case BigDecimal number when isWhole(number) -> OptionalLong.of(number.longValueExact());
      case null, default -> OptionalLong.empty();
    };
  }

  /// The value of `name` when it is a number.
  public Optional<BigDecimal> decimal(String name) {
    return switch (get(name)) {
      case Long number -> Optional.of(BigDecimal.valueOf(number));
      case BigDecimal number -> Optional.of(number);
      case null, default -> Optional.empty();
    };
  }

  /// The value of `name` when it is true or false.
  public Optional<Boolean> flag(String name) {
    return get(name) instanceof Boolean flag ? Optional.of(flag) : Optional.empty();
  }

  /// The nested fields under `name`, or [#NONE].
  public Fields fields(String name) {
    return fieldsOf(get(name));
  }

  /// The nested list of fields under `name`: its objects, other elements left out.
  public List<Fields> list(String name) {
    if (!(get(name) instanceof List<?> list)) {
      return List.of();
    }
    return list.stream().filter(Map.class::isInstance).map(Fields::fieldsOf).toList();
  }

  /// These fields with `name` set to `value`, in its old place or at the end.
  public Fields with(String name, @Nullable Object value) {
    return new Fields(new Form.Added(this, name, plain(value)));
  }

  /// These fields with `name` set to `value` unless `value` is null.
  public Fields withPresent(String name, @Nullable Object value) {
    return value == null ? this : with(name, value);
  }

  /// These fields without `name`.
  public Fields without(String name) {
    if (!has(name)) {
      return this;
    }
    Map<String, @Nullable Object> changed = new LinkedHashMap<>(asMap());
    changed.remove(name);
    return new Fields(Collections.unmodifiableMap(changed));
  }

  /// These fields overlaid with `others`.
  public Fields plus(Fields others) {
    Map<String, @Nullable Object> changed = new LinkedHashMap<>(asMap());
    changed.putAll(others.asMap());
    return new Fields(Collections.unmodifiableMap(changed));
  }

  /// These fields without those whose value is null.
  public Fields withoutNulls() {
    Map<String, @Nullable Object> changed = new LinkedHashMap<>(asMap());
    changed.values().removeIf(java.util.Objects::isNull);
    return new Fields(Collections.unmodifiableMap(changed));
  }

  @SuppressWarnings("unchecked") // only plain maps, whose keys are text, are ever stored
  private static Fields fieldsOf(@Nullable Object value) {
    return value instanceof Map<?, ?> map ? new Fields((Map<String, @Nullable Object>) map) : NONE;
  }

  private static @Nullable Object plain(@Nullable Object value) {
    return switch (value) {
      case null -> null;
      case Boolean flag -> flag;
      case String text -> text;
      case Number number -> plainNumber(number);
      case Fields fields -> fields.asMap();
      case Map<?, ?> map -> plainMap(map);
      case Iterable<?> items -> plainList(items);
      default ->
          throw new IllegalArgumentException("not a plain value: " + value.getClass().getName());
    };
  }

  private static Number plainNumber(Number number) {
    return switch (number) {
      case Long whole -> whole;
      case Integer whole -> whole.longValue();
      case Short whole -> whole.longValue();
      case Byte whole -> whole.longValue();
      case BigInteger whole when whole.bitLength() < Long.SIZE -> whole.longValueExact();
      case BigInteger whole -> new BigDecimal(whole);
      case BigDecimal decimal -> decimal;
      default -> new BigDecimal(number.toString());
    };
  }

  private static Map<String, @Nullable Object> plainMap(Map<?, ?> map) {
    Map<String, @Nullable Object> copy = LinkedHashMap.newLinkedHashMap(map.size());
    map.forEach((name, value) -> copy.put(String.valueOf(name), plain(value)));
    return Collections.unmodifiableMap(copy);
  }

  private static List<@Nullable Object> plainList(Iterable<?> items) {
    List<@Nullable Object> copy = new ArrayList<>();
    items.forEach(item -> copy.add(plain(item)));
    return Collections.unmodifiableList(copy);
  }

  private static boolean isWhole(BigDecimal number) {
    BigDecimal bare = number.stripTrailingZeros();
    return bare.scale() <= 0
        && (long) bare.precision() - bare.scale() <= 19
        && bare.toBigInteger().bitLength() < Long.SIZE;
  }

  @Override
  public boolean equals(@Nullable Object other) {
    return other instanceof Fields fields && asMap().equals(fields.asMap());
  }

  @Override
  public int hashCode() {
    return asMap().hashCode();
  }

  @Override
  public String toString() {
    return asMap().toString();
  }
}
