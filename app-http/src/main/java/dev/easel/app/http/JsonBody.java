package dev.easel.app.http;

import dev.easel.domain.image.Fields;
import dev.easel.domain.image.Nullable;
import java.util.Map;
import tools.jackson.core.JacksonException;
import tools.jackson.core.StreamReadConstraints;
import tools.jackson.core.StreamReadFeature;
import tools.jackson.core.exc.StreamConstraintsException;
import tools.jackson.core.exc.StreamReadException;
import tools.jackson.core.json.JsonFactory;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.ObjectReader;
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

  private static final ObjectReader READER =
      MAPPER.readerFor(new TypeReference<Map<String, @Nullable Object>>() {});

  private static final int LONGEST = 120;

  private JsonBody() {}

  /// The object.
  ///
  /// @throws Refusal 400 when the body is none
  static Fields read(Request request) {
    byte[] body = request.body().bytes();
    if (body.length == 0) {
      throw problem("it is empty");
    }
    try {
      Map<String, @Nullable Object> values = READER.readValue(body);
      if (values != null) {
        return Fields.of(values);
      }
    } catch (StreamConstraintsException _) {
      throw problem("it is nested too deeply, or holds a number with too many digits");
    } catch (StreamReadException malformed) {
      throw problem(place(malformed) + words(malformed));
    } catch (JacksonException _) {
      throw problem("it holds something else, or something besides");
    }
    throw problem("it holds null");
  }

  private static Refusal problem(String what) {
    return Refusal.of(400, "invalid_json", "the body must be one JSON object: " + what);
  }

  private static String place(JacksonException malformed) {
    var location = malformed.getLocation();
    return location == null || location.getLineNr() < 1
        ? ""
        : "at line %d, column %d: ".formatted(location.getLineNr(), location.getColumnNr());
  }

  private static String words(JacksonException malformed) {
    String words = String.valueOf(malformed.getOriginalMessage());
    return words.length() > LONGEST ? words.substring(0, LONGEST) + "…" : words;
  }
}
