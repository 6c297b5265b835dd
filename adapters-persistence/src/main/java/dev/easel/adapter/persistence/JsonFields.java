package dev.easel.adapter.persistence;

import dev.easel.domain.image.Fields;
import dev.easel.domain.image.Nullable;
import dev.easel.domain.ledger.EntryReading.NotAnEntry;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.core.ObjectReadContext;
import tools.jackson.core.StreamReadConstraints;
import tools.jackson.core.json.JsonFactory;

/// Reads one JSON object as plain values, numbers with a point or an exponent as exact decimals.
/// Objects nested deeper than a hundred, numbers of more than a thousand digits and texts of more
/// than twenty million characters are refused. Safe for use by several threads.
final class JsonFields {

  private static final JsonFactory JSON =
      JsonFactory.builder()
          .streamReadConstraints(
              StreamReadConstraints.builder()
                  .maxNestingDepth(100)
                  .maxNumberLength(1_000)
                  .maxStringLength(20_000_000)
                  .build())
          .build();

  private JsonFields() {}

  /// Loads what reading takes.
  static void prepare() {
    JSON.createParser(ObjectReadContext.empty(), "{}").close();
  }

  /// The object that `text` is.
  ///
  /// @throws NotAnEntry when it is none, or something else besides
  static Fields of(String text) throws NotAnEntry {
    return read(JSON.createParser(ObjectReadContext.empty(), text));
  }

  /// The object that `length` bytes of UTF-8 from `offset` on are.
  ///
  /// @throws NotAnEntry when they are none, or something else besides
  static Fields of(byte[] bytes, int offset, int length) throws NotAnEntry {
    return read(parser(bytes, offset, length));
  }

  /// A parser of some bytes, for whoever does not need all of them.
  static JsonParser parser(byte[] bytes, int offset, int length) {
    return JSON.createParser(ObjectReadContext.empty(), bytes, offset, length);
  }

  private static Fields read(JsonParser opened) throws NotAnEntry {
    try (JsonParser parser = opened) {
      if (parser.nextToken() != JsonToken.START_OBJECT) {
        throw new NotAnEntry("it is no JSON object");
      }
      Fields fields = Fields.of(object(parser));
      if (parser.nextToken() != null) {
        throw new NotAnEntry("something follows its JSON object");
      }
      return fields;
    } catch (JacksonException broken) {
      throw new NotAnEntry("it is no readable JSON: " + broken.getOriginalMessage());
    } catch (NumberFormatException _) {
      throw new NotAnEntry("it is no readable JSON: the exponent of a number is out of range");
    }
  }

  private static Map<String, @Nullable Object> object(JsonParser parser) {
    Map<String, @Nullable Object> values = new LinkedHashMap<>();
    for (String name = parser.nextName(); name != null; name = parser.nextName()) {
      parser.nextToken();
      values.put(name, value(parser));
    }
    return values;
  }

  private static List<@Nullable Object> array(JsonParser parser) {
    List<@Nullable Object> values = new ArrayList<>();
    while (parser.nextToken() != JsonToken.END_ARRAY) {
      values.add(value(parser));
    }
    return values;
  }

  private static @Nullable Object value(JsonParser parser) {
    return switch (parser.currentToken()) {
      case START_OBJECT -> object(parser);
      case START_ARRAY -> array(parser);
      case VALUE_STRING -> parser.getString();
      case VALUE_NUMBER_INT -> parser.getNumberValue();
      case VALUE_NUMBER_FLOAT -> parser.getDecimalValue();
      case VALUE_TRUE -> true;
      case VALUE_FALSE -> false;
      default -> null;
    };
  }
}
