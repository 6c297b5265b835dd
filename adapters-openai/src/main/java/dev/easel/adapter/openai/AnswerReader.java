package dev.easel.adapter.openai;

import dev.easel.domain.image.Content;
import dev.easel.domain.image.Fields;
import dev.easel.domain.image.Nullable;
import java.io.InputStream;
import java.util.Map;
import java.util.Set;
import tools.jackson.core.Base64Variant;
import tools.jackson.core.Base64Variants;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;

/// Reads the JSON of an answer, or of one event of a stream, and decodes its pictures on the way:
/// the base64 text is never held.
final class AnswerReader {

  /// The most bytes of one picture.
  static final long LARGEST_PICTURE = 64L * 1024 * 1024;

  private static final int LONGEST_WORD = 1_000;
  private static final Base64Variant BASE64 = Base64Variants.MIME_NO_LINEFEEDS.withPaddingAllowed();
  private static final Set<String> NOT_USED = Set.of("created", "created_at", "object", "id");

  private final JsonParser parser;
  private final Answer answer;
  private @Nullable Content single;

  private AnswerReader(JsonParser parser, Answer answer) {
    this.parser = parser;
    this.answer = answer;
  }

  /// Reads one object into `answer`.
  ///
  /// @throws tools.jackson.core.JacksonException when the bytes are not such JSON or do not come
  /// @throws NotAnAnswer when they are JSON of another kind
  static void read(InputStream bytes, Answer answer) {
    try (JsonParser parser = WireJson.parser(bytes)) {
      new AnswerReader(parser, answer).read();
    }
  }

  private void read() {
    if (parser.nextToken() != JsonToken.START_OBJECT) {
      throw new NotAnAnswer("it is no JSON object");
    }
    while (parser.nextToken() == JsonToken.PROPERTY_NAME) {
      String name = parser.currentName();
      field(name, parser.nextToken());
    }
    if (single != null) {
      answer.offer(new Offer(single, null, null, false));
    }
  }

  private void field(String name, JsonToken token) {
    switch (name) {
      case "data" -> data(token);
      case "b64_json" -> single = token == JsonToken.VALUE_STRING ? picture() : null;
      case "usage" -> usage(WireJson.value(parser));
      case "error" -> answer.error(WireJson.value(parser));
      case "type" -> answer.type(text(token));
      case "partial_image_index" -> partialIndex(token);
      case "svg_usage" -> answer.used(name, WireJson.value(parser));
      default -> other(name, token);
    }
  }

  private void usage(@Nullable Object value) {
    if (value instanceof Map<?, ?> map) {
      answer.usage(Fields.NONE.with("usage", map).fields("usage"));
    }
  }

  private void partialIndex(JsonToken token) {
    if (token == JsonToken.VALUE_NUMBER_INT && WireJson.value(parser) instanceof Long index) {
      answer.partialIndex((int) Math.clamp(index, 0L, Integer.MAX_VALUE));
    }
  }

  private void other(String name, JsonToken token) {
    if (!token.isScalarValue()) {
      parser.skipChildren();
    } else if (!NOT_USED.contains(name)) {
      Object value = WireJson.value(parser);
      if (value != null && value.toString().length() <= LONGEST_WORD) {
        answer.used(name, value);
      }
    }
  }

  private void data(JsonToken token) {
    answer.forgetOffers();
    if (token != JsonToken.START_ARRAY) {
      parser.skipChildren();
      return;
    }
    while (parser.nextToken() != JsonToken.END_ARRAY) {
      if (parser.currentToken() == JsonToken.START_OBJECT) {
        item();
      } else {
        parser.skipChildren();
      }
    }
  }

  private void item() {
    Content content = null;
    String url = null;
    String revised = null;
    boolean withheld = false;
    while (parser.nextToken() == JsonToken.PROPERTY_NAME) {
      String name = parser.currentName();
      JsonToken token = parser.nextToken();
      switch (name) {
        case "b64_json" -> content = token == JsonToken.VALUE_STRING ? picture() : null;
        case "url" -> url = text(token).isEmpty() ? null : text(token);
        case "revised_prompt" -> revised = text(token).isEmpty() ? null : text(token);
        case "respect_moderation" -> withheld = token == JsonToken.VALUE_FALSE;
        default -> parser.skipChildren();
      }
    }
    answer.offer(new Offer(content, url, revised, withheld));
  }

  /// Null for an empty text.
  private @Nullable Content picture() {
    Chunks chunks = new Chunks(LARGEST_PICTURE);
    parser.readBinaryValue(BASE64, chunks);
    Content content = chunks.content();
    return content.length() == 0 ? null : content;
  }

  private String text(JsonToken token) {
    if (token == JsonToken.VALUE_STRING) {
      return parser.getString();
    }
    parser.skipChildren();
    return "";
  }

  /// JSON that holds no answer.
  static final class NotAnAnswer extends RuntimeException {
    private static final long serialVersionUID = 1L;

    NotAnAnswer(String message) {
      super(message);
    }
  }
}
