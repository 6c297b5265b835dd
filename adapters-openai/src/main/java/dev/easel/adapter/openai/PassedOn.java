package dev.easel.adapter.openai;

import dev.easel.domain.image.Nullable;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;

/// Reads what an answer says besides its pictures, so that it can be passed on, up to a bound for
/// all of it; what lies beyond is read and left out.
final class PassedOn {

  /// The most characters of names and values, together.
  static final int MOST = 256 * 1024;

  private int left = MOST;

  /// Whether there is no more room.
  boolean full() {
    return left < 0;
  }

  /// The value of that name, at which the parser stands; null, too, when there is no room for both.
  @Nullable
  Object value(String name, JsonParser parser) {
    left -= full() ? 0 : name.length() + 1;
    return value(parser);
  }

  private @Nullable Object value(JsonParser parser) {
    return switch (parser.currentToken()) {
      case START_OBJECT -> object(parser);
      case START_ARRAY -> array(parser);
      default -> scalar(parser);
    };
  }

  private @Nullable Object scalar(JsonParser parser) {
    left -= full() ? 0 : parser.getStringLength();
    return full() ? null : WireJson.value(parser);
  }

  private Map<String, @Nullable Object> object(JsonParser parser) {
    Map<String, @Nullable Object> map = new LinkedHashMap<>();
    while (parser.nextToken() == JsonToken.PROPERTY_NAME) {
      String name = parser.currentName();
      parser.nextToken();
      Object value = value(name, parser);
      if (!full()) {
        map.put(name, value);
      }
    }
    return map;
  }

  private List<@Nullable Object> array(JsonParser parser) {
    List<@Nullable Object> list = new ArrayList<>();
    while (parser.nextToken() != JsonToken.END_ARRAY) {
      left -= full() ? 0 : 1;
      Object value = value(parser);
      if (!full()) {
        list.add(value);
      }
    }
    return list;
  }
}
