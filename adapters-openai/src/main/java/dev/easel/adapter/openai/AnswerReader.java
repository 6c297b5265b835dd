package dev.easel.adapter.openai;

import dev.easel.domain.image.Arrivals;
import dev.easel.domain.image.Content;
import dev.easel.domain.image.Fields;
import dev.easel.domain.image.Nullable;
import dev.easel.domain.image.PictureReference;
import dev.easel.domain.ledger.CanonicalForm;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;

/// Reads the JSON of an answer, or of one event of a stream, and decodes its pictures on the way:
/// the base64 text is never held.
final class AnswerReader {

  /// The most bytes of one picture.
  static final long LARGEST_PICTURE = 64L * 1024 * 1024;

  private static final int LONGEST_WORD = 1_000;
  private static final Set<String> NOT_USED = Set.of("created", "created_at", "object", "id");

  private final JsonParser parser;
  private final AnswerBytes bytes;
  private final Answer answer;
  private final Arrivals arrivals;
  private final PassedOn passedOn = new PassedOn();
  private @Nullable Content single;

  private AnswerReader(JsonParser parser, AnswerBytes bytes, Answer answer, Arrivals arrivals) {
    this.parser = parser;
    this.bytes = bytes;
    this.answer = answer;
    this.arrivals = arrivals;
  }

  /// Reads one object into `answer`.
  ///
  /// @param arrivals of its pictures
  /// @throws tools.jackson.core.JacksonException when the bytes are not such JSON or do not come
  /// @throws NotAnAnswer when they are JSON of another kind
  static void read(InputStream bytes, Answer answer, Arrivals arrivals) {
    AnswerBytes taken = new AnswerBytes(bytes);
    try (JsonParser parser = WireJson.parser(taken)) {
      new AnswerReader(parser, taken, answer, arrivals).read();
    } catch (IOException broken) {
      throw new UncheckedIOException(broken);
    }
  }

  private void read() throws IOException {
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

  private void field(String name, JsonToken token) throws IOException {
    switch (name) {
      case "data" -> answer.says(name, data(token));
      case "b64_json" -> {
        single = token == JsonToken.VALUE_STRING ? picture() : null;
        answer.says(name, reference(single, null));
      }
      case "usage", "error" -> told(name, WireJson.value(parser));
      default -> other(name, token);
    }
  }

  private void told(String name, @Nullable Object value) {
    answer.says(name, value);
    if (name.equals("error")) {
      answer.error(value);
    } else if (value instanceof Map<?, ?> map) {
      answer.usage(Fields.NONE.with(name, map).fields(name));
    }
  }

  private void other(String name, JsonToken token) {
    Object value = passedOn.value(name, parser);
    if (passedOn.full()) {
      return;
    }
    answer.says(name, value);
    switch (name) {
      case "type" -> answer.type(value instanceof String text ? text : "");
      case "partial_image_index" -> partialIndex(value);
      case "svg_usage" -> answer.used(name, value);
      default -> used(name, token, value);
    }
  }

  private void partialIndex(@Nullable Object value) {
    if (value instanceof Long index) {
      answer.partialIndex((int) Math.clamp(index, 0L, Integer.MAX_VALUE));
    }
  }

  private void used(String name, JsonToken token, @Nullable Object value) {
    boolean word = token.isScalarValue() && !NOT_USED.contains(name);
    if (word && value != null && value.toString().length() <= LONGEST_WORD) {
      answer.used(name, value);
    }
  }

  private @Nullable List<Fields> data(JsonToken token) throws IOException {
    answer.forgetOffers();
    if (token != JsonToken.START_ARRAY) {
      parser.skipChildren();
      return null;
    }
    List<Fields> items = new ArrayList<>();
    while (parser.nextToken() != JsonToken.END_ARRAY) {
      if (parser.currentToken() == JsonToken.START_OBJECT) {
        items.add(item());
      } else {
        parser.skipChildren();
      }
    }
    return items;
  }

  private Fields item() throws IOException {
    Content content = null;
    Map<String, @Nullable Object> item = new LinkedHashMap<>();
    while (parser.nextToken() == JsonToken.PROPERTY_NAME) {
      String name = parser.currentName();
      JsonToken token = parser.nextToken();
      switch (name) {
        case "b64_json" -> {
          content = token == JsonToken.VALUE_STRING ? picture() : null;
          item.put(name, reference(content, null));
        }
        case "url" -> item.put(name, WireJson.value(parser));
        default -> pass(item, name);
      }
    }
    return offered(Fields.of(item), content);
  }

  private void pass(Map<String, @Nullable Object> item, String name) {
    Object value = passedOn.value(name, parser);
    if (!passedOn.full()) {
      item.put(name, value);
    }
  }

  private Fields offered(Fields item, @Nullable Content content) {
    String url = item.text("url").filter(text -> !text.isEmpty()).orElse(null);
    Content inUrl = url != null && DataUrl.is(url) ? DataUrl.content(url).orElse(null) : null;
    answer.offer(
        new Offer(
            content == null ? inUrl : content,
            inUrl == null ? url : null,
            item.text("revised_prompt").filter(text -> !text.isEmpty()).orElse(null),
            item.flag("respect_moderation").filter(respected -> !respected).isPresent()));
    if (url == null || (!DataUrl.is(url) && url.length() <= Gallery.LONGEST_URL)) {
      return item;
    }
    return item.with("url", content == null ? reference(inUrl, DataUrl.mediaType(url)) : null);
  }

  private static @Nullable Map<String, @Nullable Object> reference(
      @Nullable Content picture, @Nullable String mediaType) {
    return picture == null
        ? null
        : new PictureReference(CanonicalForm.sha256(picture), mediaType).value();
  }

  /// Null for an empty text.
  private @Nullable Content picture() throws IOException {
    try (Chunks chunks = new Chunks(LARGEST_PICTURE, arrivals.begin())) {
      Base64Text.decode(parser, bytes, chunks);
      Content content = chunks.content();
      return content.length() == 0 ? null : content;
    }
  }

  /// JSON that holds no answer.
  static final class NotAnAnswer extends RuntimeException {
    private static final long serialVersionUID = 1L;

    NotAnAnswer(String message) {
      super(message);
    }
  }
}
