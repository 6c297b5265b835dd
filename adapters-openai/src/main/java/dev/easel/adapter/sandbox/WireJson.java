package dev.easel.adapter.sandbox;

import dev.easel.domain.image.Fields;
import dev.easel.domain.image.Nullable;
import java.util.Map;
import tools.jackson.core.JacksonException;
import tools.jackson.core.StreamReadConstraints;
import tools.jackson.core.StreamReadFeature;
import tools.jackson.core.json.JsonFactory;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.json.JsonMapper;

/// Reads the JSON that clients send.
final class WireJson {

  private static final int LONGEST_TEXT = 64 << 20;
  private static final JsonMapper MAPPER =
      JsonMapper.builder(
              JsonFactory.builder()
                  .streamReadConstraints(
                      StreamReadConstraints.builder().maxStringLength(LONGEST_TEXT).build())
                  .build())
          .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
          .enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS)
          .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
          .build();

  private WireJson() {}

  /// The object that `body` spells.
  static Fields object(byte[] body) throws ApiError {
    try {
      Map<String, @Nullable Object> values =
          MAPPER.readValue(body, new TypeReference<Map<String, @Nullable Object>>() {});
      if (values != null) {
        return Fields.of(values);
      }
    } catch (JacksonException | IllegalArgumentException _) {
      // one answer for everything that is no object
    }
    throw ApiError.invalid(null, null, "The body is not a JSON object.");
  }
}
