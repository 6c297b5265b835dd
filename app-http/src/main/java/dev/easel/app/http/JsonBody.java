package dev.easel.app.http;

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

/// Reads the JSON object in a request's body, strictly and within bounds.
final class JsonBody {

  private static final JsonMapper MAPPER =
      JsonMapper.builder(
              JsonFactory.builder()
                  .streamReadConstraints(
                      StreamReadConstraints.builder()
                          .maxNestingDepth(50)
                          .maxNumberLength(100)
                          .build())
                  .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
                  .build())
          .enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS)
          .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
          .build();

  private JsonBody() {}

  /// The object.
  ///
  /// @throws Refusal 400 when the body is none
  static Fields read(Request request) {
    try {
      Map<String, @Nullable Object> values =
          MAPPER.readValue(
              request.body().bytes(), new TypeReference<Map<String, @Nullable Object>>() {});
      if (values != null) {
        return Fields.of(values);
      }
    } catch (JacksonException malformed) {
      throw Refusal.of(400, "invalid_json", "the body is not a JSON object: " + place(malformed));
    }
    throw Refusal.of(400, "invalid_json", "the body is null and not a JSON object");
  }

  private static String place(JacksonException malformed) {
    var location = malformed.getLocation();
    return location == null || location.getLineNr() < 1
        ? "it cannot be read"
        : "it cannot be read at line %d, column %d"
            .formatted(location.getLineNr(), location.getColumnNr());
  }
}
