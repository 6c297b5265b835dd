package dev.easel.adapter.openai;

import dev.easel.domain.cost.Money;
import dev.easel.domain.image.ImageFormat;
import dev.easel.domain.image.ImageSize;
import dev.easel.domain.image.Nullable;
import java.math.BigDecimal;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.BiFunction;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/// One JSON object of a catalogue file, read field by field. What is wrong is written down with its
/// place, and reading goes on, so that the user learns of everything at once.
///
/// @param path where it stands in the file, as JSONPath
/// @param problems what was wrong so far, in the whole file
record CatalogueSection(ObjectNode node, String path, List<String> problems) {

  private static final int MONEY_DECIMALS = 9;
  private static final int SHOWN = 40;

  /// Refuses every field but these.
  void only(String... names) {
    Set<String> known = Set.of(names);
    node.propertyNames().stream()
        .filter(name -> !known.contains(name))
        .forEach(name -> note(path + "." + name, "is not a field that is known here"));
  }

  /// Writes down that the section as a whole is wrong.
  void refuse(String why) {
    note(path, why);
  }

  private void note(String place, String why) {
    problems.add(place + " " + why);
  }

  /// Whether the field is there and not null.
  boolean has(String name) {
    return node.hasNonNull(name);
  }

  /// These fields over those of `other`, the loan itself left out.
  CatalogueSection over(ObjectNode other) {
    ObjectNode merged = other.deepCopy();
    merged.setAll(node);
    merged.remove("like");
    return new CatalogueSection(merged, path, problems);
  }

  /// A text that must be there and not blank.
  String text(String name) {
    JsonNode value = node.path(name);
    if (value.isString() && !value.stringValue().isBlank()) {
      return value.stringValue();
    }
    wrong(name, value, "must be a text");
    return "";
  }

  /// A text that may be missing.
  @Nullable
  String textOrNull(String name) {
    return has(name) ? text(name) : null;
  }

  /// A list of texts that must be there.
  List<String> texts(String name) {
    return list(
        name,
        (value, place) ->
            value.isString() && !value.stringValue().isBlank() ? value.stringValue() : null,
        "a text");
  }

  /// A whole number that must be there.
  long whole(String name, long low, long high) {
    JsonNode value = node.path(name);
    if (value.isIntegralNumber() && value.canConvertToLong()) {
      long number = value.longValue();
      if (low <= number && number <= high) {
        return number;
      }
    }
    wrong(name, value, "must be a whole number from " + low + " to " + high);
    return low;
  }

  /// The same within the range of an int.
  int whole(String name, int low, int high) {
    return Math.toIntExact(whole(name, (long) low, (long) high));
  }

  /// True or false, which must be there.
  boolean flag(String name) {
    JsonNode value = node.path(name);
    if (!value.isBoolean()) {
      wrong(name, value, "must be true or false");
    }
    return value.asBoolean(false);
  }

  /// A day that may be missing.
  @Nullable
  LocalDate day(String name) {
    if (!has(name)) {
      return null;
    }
    try {
      return LocalDate.parse(node.path(name).asString(""));
    } catch (DateTimeException _) {
      wrong(name, node.path(name), "must be a day such as 2026-11-23");
      return null;
    }
  }

  /// An amount of dollars that must be there, as a text or a number.
  Money money(String name) {
    Optional<Money> amount = amount(node.path(name));
    if (amount.isEmpty()) {
      wrong(name, node.path(name), "must be dollars, not below 0, such as \"0.04\"");
    }
    return amount.orElse(Money.ZERO);
  }

  /// An amount of dollars that may be missing.
  @Nullable
  Money moneyOrNull(String name) {
    return has(name) ? money(name) : null;
  }

  private static Optional<Money> amount(JsonNode value) {
    try {
      BigDecimal usd = new BigDecimal(value.isNumber() ? value.asString() : value.asString("none"));
      boolean exact = usd.stripTrailingZeros().scale() <= MONEY_DECIMALS;
      return usd.signum() >= 0 && exact ? Optional.of(Money.ofUsd(usd)) : Optional.empty();
    } catch (ArithmeticException | NumberFormatException _) {
      return Optional.empty();
    }
  }

  /// A list of sizes that must be there.
  List<ImageSize> sizes(String name) {
    return list(name, (value, place) -> size(value.asString("")), "a size such as 1024x1024");
  }

  /// A size that may be missing.
  @Nullable
  ImageSize sizeOrNull(String name) {
    if (!has(name)) {
      return null;
    }
    ImageSize size = size(node.path(name).asString(""));
    if (size == null) {
      wrong(name, node.path(name), "must be a size such as 1024x1024");
    }
    return size;
  }

  static @Nullable ImageSize size(String text) {
    return ImageSize.parse(text).orElse(null);
  }

  /// An object that may be missing.
  Optional<CatalogueSection> section(String name) {
    if (!has(name)) {
      return Optional.empty();
    }
    Optional<CatalogueSection> section = section(node.path(name), path + "." + name);
    if (section.isEmpty()) {
      wrong(name, node.path(name), "must be an object");
    }
    return section;
  }

  /// An object that must be there; an empty one stands in for it when it is not.
  CatalogueSection sectionOrEmpty(String name) {
    if (!has(name)) {
      wrong(name, node.path(name), "must be an object");
    }
    return section(name)
        .orElseGet(
            () -> new CatalogueSection(node.objectNode(), path + "." + name, new ArrayList<>()));
  }

  /// A list of picture formats that must be there.
  List<ImageFormat> formats(String name) {
    return list(
        name,
        (value, place) -> ImageFormat.named(value.asString("")).orElse(null),
        "one of png, jpeg, webp, gif, svg");
  }

  /// A list of objects that may be missing.
  List<CatalogueSection> sections(String name) {
    return has(name) ? list(name, this::sectionOrNull, "an object") : List.of();
  }

  private @Nullable CatalogueSection sectionOrNull(JsonNode value, String place) {
    return section(value, place).orElse(null);
  }

  private Optional<CatalogueSection> section(JsonNode value, String place) {
    return value instanceof ObjectNode object
        ? Optional.of(new CatalogueSection(object, place, problems))
        : Optional.empty();
  }

  private <T> List<T> list(
      String name, BiFunction<JsonNode, String, @Nullable T> reading, String kind) {
    JsonNode value = node.path(name);
    if (!value.isArray()) {
      wrong(name, value, "must be a list");
      return List.of();
    }
    List<T> items = new ArrayList<>();
    for (int index = 0; index < value.size(); index++) {
      String place = path + "." + name + "[" + index + "]";
      T item = reading.apply(value.get(index), place);
      if (item == null) {
        note(place, "must be " + kind + said(value.get(index)));
      } else {
        items.add(item);
      }
    }
    return items;
  }

  private void wrong(String name, JsonNode value, String rule) {
    note(path + "." + name, rule + said(value));
  }

  private static String said(JsonNode value) {
    if (value.isMissingNode()) {
      return " and is missing";
    }
    String text = value.toString();
    return " and is " + (text.length() > SHOWN ? text.substring(0, SHOWN) + "…" : text);
  }
}
