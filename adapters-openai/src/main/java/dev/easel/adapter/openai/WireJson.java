package dev.easel.adapter.openai;

import dev.easel.domain.image.Fields;
import dev.easel.domain.image.Nullable;
import java.io.ByteArrayOutputStream;
import java.io.InputStream;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import tools.jackson.core.JsonGenerator;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.core.ObjectReadContext;
import tools.jackson.core.ObjectWriteContext;
import tools.jackson.core.StreamReadConstraints;
import tools.jackson.core.json.JsonFactory;

/// JSON as it goes over the wire, read and written as a stream and within bounds.
final class WireJson {

  private static final int LONGEST_STRING = 32 * 1024 * 1024;
  private static final int LARGEST_SCALE = 100;
  private static final Pattern SHORT_WHOLE = Pattern.compile("-?\\d{1,18}");

  private static final JsonFactory FACTORY =
      JsonFactory.builder()
          .streamReadConstraints(
              StreamReadConstraints.builder()
                  .maxNestingDepth(100)
                  .maxNumberLength(1_000)
                  .maxStringLength(LONGEST_STRING)
                  .maxTokenCount(200_000)
                  .build())
          .build();

  private WireJson() {}

  static JsonParser parser(InputStream bytes) {
    return FACTORY.createParser(ObjectReadContext.empty(), bytes);
  }

  static JsonParser parser(byte[] bytes) {
    return FACTORY.createParser(ObjectReadContext.empty(), bytes);
  }

  /// One object in UTF-8.
  static byte[] bytes(Fields fields) {
    return bytes(fields.asMap());
  }

  /// One text, quoted and escaped, in UTF-8.
  static byte[] quoted(String text) {
    return bytes(text);
  }

  private static byte[] bytes(Object value) {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (JsonGenerator generator = FACTORY.createGenerator(ObjectWriteContext.empty(), bytes)) {
      write(generator, value);
    }
    return bytes.toByteArray();
  }

  private static void write(JsonGenerator generator, @Nullable Object value) {
    switch (value) {
      case null -> generator.writeNull();
      case Boolean flag -> generator.writeBoolean(flag);
      case Long whole -> generator.writeNumber(whole);
      case BigDecimal decimal -> generator.writeNumber(decimal);
      case Map<?, ?> map -> writeObject(generator, map);
      case List<?> list -> writeArray(generator, list);
      default -> generator.writeString(value.toString());
    }
  }

  private static void writeObject(JsonGenerator generator, Map<?, ?> map) {
    generator.writeStartObject();
    map.forEach((name, value) -> {
      generator.writeName(String.valueOf(name));
      write(generator, value);
    });
    generator.writeEndObject();
  }

  private static void writeArray(JsonGenerator generator, List<?> list) {
    generator.writeStartArray();
    list.forEach(item -> write(generator, item));
    generator.writeEndArray();
  }

  /// The value at which the parser stands, as one of the kinds of [Fields]. Numbers beyond all
  /// reason become text, so that nobody unfolds them by accident.
  static @Nullable Object value(JsonParser parser) {
    return switch (parser.currentToken()) {
      case START_OBJECT -> object(parser);
      case START_ARRAY -> array(parser);
      case VALUE_TRUE -> true;
      case VALUE_FALSE -> false;
      case VALUE_NULL -> null;
      case VALUE_NUMBER_INT, VALUE_NUMBER_FLOAT -> number(parser.getString());
      default -> parser.getString();
    };
  }

  private static Map<String, @Nullable Object> object(JsonParser parser) {
    Map<String, @Nullable Object> map = new LinkedHashMap<>();
    while (parser.nextToken() == JsonToken.PROPERTY_NAME) {
      String name = parser.currentName();
      parser.nextToken();
      map.put(name, value(parser));
    }
    return map;
  }

  private static List<@Nullable Object> array(JsonParser parser) {
    List<@Nullable Object> list = new ArrayList<>();
    while (parser.nextToken() != JsonToken.END_ARRAY) {
      list.add(value(parser));
    }
    return list;
  }

  private static Object number(String digits) {
    if (SHORT_WHOLE.matcher(digits).matches()) {
      return Long.valueOf(digits);
    }
    try {
      BigDecimal number = new BigDecimal(digits);
      boolean sane =
          Math.abs((long) number.scale()) <= LARGEST_SCALE && number.precision() <= LARGEST_SCALE;
      return sane ? number : digits;
    } catch (NumberFormatException | ArithmeticException beyond) {
      return digits;
    }
  }
}
