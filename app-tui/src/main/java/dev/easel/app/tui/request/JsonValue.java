package dev.easel.app.tui.request;

import dev.easel.domain.image.Fields;
import dev.easel.domain.image.Nullable;
import java.util.Map;
import tools.jackson.core.JacksonException;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.json.JsonMapper;

/// Reads a value that a user typed: JSON where it is JSON, else text.
public final class JsonValue {

  private static final String SHAPED = "\\s*(?:[\\[{\"]|-?\\d|true\\b|false\\b|null\\b).*";

  private JsonValue() {}

  /// The plain value that `text` stands for.
  public static @Nullable Object of(String text) {
    if (!text.matches("(?s)" + SHAPED)) {
      return text; // without loading the parser
    }
    try {
      Map<String, @Nullable Object> read =
          JsonMapper.builder()
              .enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS)
              .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
              .build()
              .readValue(
                  "{\"value\":" + text + "}",
                  new TypeReference<Map<String, @Nullable Object>>() {});
      return read.size() == 1 ? Fields.of(read).get("value") : text;
    } catch (JacksonException _) {
      return text;
    }
  }
}
