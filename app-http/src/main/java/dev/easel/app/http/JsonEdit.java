package dev.easel.app.http;

import dev.easel.domain.image.Fields;
import dev.easel.domain.image.Nullable;
import dev.easel.domain.image.PictureReference;
import dev.easel.domain.image.Upload;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.core.ObjectReadContext;
import tools.jackson.core.StreamReadConstraints;
import tools.jackson.core.StreamReadFeature;
import tools.jackson.core.json.JsonFactory;

/// What an edit that is sent as JSON says: pictures are data URLs under `image_url`, and stay in
/// the fields as references, in their places; addresses and ids of files travel on.
final class JsonEdit {

  private static final String PICTURE = "image_url";
  private static final JsonFactory FACTORY =
      JsonFactory.builder()
          .streamReadConstraints(
              StreamReadConstraints.builder()
                  .maxNestingDepth(50)
                  .maxNumberLength(100)
                  .maxStringLength(RequestBody.LARGEST)
                  .maxTokenCount(50_000)
                  .build())
          .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
          .build();

  private final SpooledBody body;
  private final SpooledBody.Window bytes;
  private final JsonParser parser;
  private final List<Upload> uploads = new ArrayList<>();
  private Upload.Role role = Upload.Role.IMAGE;
  private long left = RequestBody.LARGEST;

  private JsonEdit(SpooledBody body, JsonParser parser) {
    this.body = body;
    this.bytes = body.window();
    this.parser = parser;
  }

  /// Reads an object.
  ///
  /// @throws Refusal 400 when there is none
  static EditBody read(SpooledBody body) {
    try (JsonParser parser =
        FACTORY.createParser(ObjectReadContext.empty(), new SpooledBodyStream(body))) {
      return new JsonEdit(body, parser).edit();
    } catch (JacksonException | ArithmeticException | NumberFormatException _) {
      throw invalid("it is malformed, nested too deeply, or has a value beyond all bounds");
    }
  }

  private static Refusal invalid(String what) {
    return Refusal.of(400, "invalid_json", "the body must be one JSON object: " + what);
  }

  private EditBody edit() {
    if (parser.nextToken() != JsonToken.START_OBJECT) {
      throw invalid("it holds something else");
    }
    Fields fields = Fields.of(object());
    if (parser.nextToken() != null) {
      throw invalid("it holds something besides");
    }
    return new EditBody(fields, uploads);
  }

  private Map<String, @Nullable Object> object() {
    Map<String, @Nullable Object> map = new LinkedHashMap<>();
    while (parser.nextToken() == JsonToken.PROPERTY_NAME) {
      String name = parser.currentName();
      takes(name.length());
      if (name.equals("images") || name.equals("mask") || name.equals("markup")) {
        role = role(name);
      }
      JsonToken token = parser.nextToken();
      map.put(name, isPicture(name, token) ? picture() : value(token));
    }
    return map;
  }

  private static Upload.Role role(String name) {
    return switch (name) {
      case "mask" -> Upload.Role.MASK;
      case "markup" -> Upload.Role.MARKUP;
      default -> Upload.Role.IMAGE;
    };
  }

  private void takes(int characters) {
    left -= characters + 1;
    if (left < 0) {
      throw Refusal.of(
          413,
          "body_too_large",
          "what an edit says besides its pictures has at most " + RequestBody.LARGEST + " bytes");
    }
  }

  private boolean isPicture(String name, JsonToken token) {
    return name.equals(PICTURE)
        && token == JsonToken.VALUE_STRING
        && DataUrlPicture.is(body, start(), body.length());
  }

  private long start() {
    long quote = parser.currentTokenLocation().getByteOffset();
    if (quote < 0 || quote >= body.length() || bytes.at(quote) != '"') {
      throw invalid("it must be in UTF-8");
    }
    return quote + 1;
  }

  private long end() {
    for (long at = start(); at < body.length(); at++) {
      if (bytes.at(at) == '"') {
        return at;
      }
      at += bytes.at(at) == '\\' ? 1 : 0;
    }
    throw invalid("it is malformed");
  }

  private Map<String, @Nullable Object> picture() {
    DataUrlPicture picture = DataUrlPicture.of(body, start(), end());
    Upload upload = Uploads.of(role, role.name().toLowerCase(java.util.Locale.ROOT), picture);
    uploads.add(upload);
    return new PictureReference(upload.sha256(), picture.mediaType()).value();
  }

  private @Nullable Object value(JsonToken token) {
    return switch (token) {
      case START_OBJECT -> object();
      case START_ARRAY -> array();
      case VALUE_TRUE -> true;
      case VALUE_FALSE -> false;
      case VALUE_NULL -> null;
      case VALUE_NUMBER_INT -> parser.getNumberValue();
      case VALUE_NUMBER_FLOAT -> parser.getDecimalValue();
      default -> text();
    };
  }

  private String text() {
    String text = parser.getString();
    takes(text.length());
    return text;
  }

  private List<@Nullable Object> array() {
    List<@Nullable Object> list = new ArrayList<>();
    for (JsonToken token = parser.nextToken();
        token != JsonToken.END_ARRAY;
        token = parser.nextToken()) {
      list.add(value(token));
    }
    return list;
  }

  /// A body as a stream.
  private static final class SpooledBodyStream extends InputStream {
    private final SpooledBody.Window bytes;
    private long at;

    SpooledBodyStream(SpooledBody body) {
      this.bytes = body.window();
    }

    @Override
    public int read() {
      return at < bytes.length() ? bytes.at(at++) & 0xff : -1;
    }

    @Override
    public int read(byte[] into, int offset, int count) {
      int run = (int) Math.min(count, bytes.length() - at);
      for (int index = 0; index < run; index++) {
        into[offset + index] = bytes.at(at + index);
      }
      at += run;
      return run == 0 && count > 0 ? -1 : run;
    }
  }
}
