package dev.easel.adapter.openai;

import dev.easel.domain.image.Base64Content;
import dev.easel.domain.image.Fields;
import dev.easel.domain.image.Upload;
import java.util.Arrays;
import java.util.List;

/// A body of JSON in which pictures stand as base64 text, encoded only while it is sent.
final class JsonBody {

  private static final String MEDIA_TYPE = "application/json";

  private final Body.Builder body = new Body.Builder();

  private JsonBody(byte[] object) {
    body.add(Arrays.copyOf(object, object.length - 1));
  }

  /// An object that has at least one field.
  static JsonBody of(Fields fields) {
    return new JsonBody(WireJson.bytes(fields));
  }

  /// Adds a field whose value is one picture.
  JsonBody with(String name, Upload upload, Shape shape) {
    named(name);
    put(upload, shape);
    return this;
  }

  /// Adds a field whose value is a list of pictures.
  JsonBody with(String name, List<Upload> uploads, Shape shape) {
    named(name);
    String before = "[";
    for (Upload upload : uploads) {
      body.text(before);
      put(upload, shape);
      before = ",";
    }
    body.text(uploads.isEmpty() ? "[]" : "]");
    return this;
  }

  private void named(String name) {
    body.text(",").add(WireJson.quoted(name)).text(":");
  }

  private void put(Upload upload, Shape shape) {
    String scheme = shape.dataUrl ? "data:" + mediaType(upload) + ";base64," : "";
    body.text(shape.before + '"' + scheme)
        .add(new Base64Content(upload.content()))
        .text('"' + shape.after);
  }

  /// The upload's media type when it is one, so that it can stand in a header or a URL.
  static String mediaType(Upload upload) {
    return upload.mediaType().matches("[A-Za-z0-9.+-]{1,60}/[A-Za-z0-9.+-]{1,60}")
        ? upload.mediaType()
        : "application/octet-stream";
  }

  Body build() {
    return body.text("}").build(MEDIA_TYPE);
  }

  /// How a picture stands in JSON.
  enum Shape {
    /// `"aGVsbG8="`.
    BASE64(false, "", ""),
    /// `"data:image/png;base64,aGVsbG8="`.
    DATA_URL(true, "", ""),
    /// `{"url":"data:…","type":"image_url"}`.
    XAI(true, "{\"url\":", ",\"type\":\"image_url\"}"),
    /// `{"type":"image_url","image_url":{"url":"data:…"}}`.
    CHAT(true, "{\"type\":\"image_url\",\"image_url\":{\"url\":", "}}");

    private final boolean dataUrl;
    private final String before;
    private final String after;

    Shape(boolean dataUrl, String before, String after) {
      this.dataUrl = dataUrl;
      this.before = before;
      this.after = after;
    }
  }
}
