package dev.easel.adapter.openai;

import dev.easel.domain.image.Fields;
import dev.easel.domain.image.ImageFormat;
import dev.easel.domain.image.ImageRequest;
import dev.easel.domain.image.Nullable;
import dev.easel.domain.image.Upload;
import java.math.BigDecimal;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.ThreadLocalRandom;

/// A `multipart/form-data` body (RFC 7578) as the edits route takes it: one picture is called
/// `image`, several are called `image[]`; nested values have names such as `svg[model]`.
final class MultipartBody {

  private static final int LONGEST_FILE_NAME = 100;

  private final Body.Builder body = new Body.Builder();
  private final String boundary;

  private MultipartBody(String boundary) {
    this.boundary = boundary;
  }

  /// @param fields everything but the uploads
  static Body of(Fields fields, ImageRequest request) {
    byte[] random = new byte[16];
    ThreadLocalRandom.current().nextBytes(random);
    return new MultipartBody("easel-" + HexFormat.of().formatHex(random)).build(fields, request);
  }

  private Body build(Fields fields, ImageRequest request) {
    fields.asMap().forEach(this::value);
    List<Upload> images = request.uploads(Upload.Role.IMAGE);
    String name = images.size() == 1 ? "image" : "image[]";
    images.forEach(upload -> file(name, upload));
    request.uploads(Upload.Role.MASK).forEach(upload -> file("mask", upload));
    request.uploads(Upload.Role.MARKUP).forEach(upload -> file("markup", upload));
    return body.text("--" + boundary + "--\r\n").build("multipart/form-data; boundary=" + boundary);
  }

  private void value(String name, @Nullable Object value) {
    switch (value) {
      case null -> {}
      case Map<?, ?> map -> map.forEach((inner, held) -> value(name + "[" + inner + "]", held));
      case List<?> list -> list.forEach(held -> value(name + "[]", held));
      case BigDecimal decimal -> plain(name, decimal.toString());
      default -> plain(name, value.toString());
    }
  }

  private void plain(String name, String value) {
    head(name, "");
    body.text("\r\n" + value + "\r\n");
  }

  private void file(String name, Upload upload) {
    head(name, "; filename=\"" + fileName(upload) + '"');
    body.text("Content-Type: " + JsonBody.mediaType(upload) + "\r\n\r\n")
        .add(upload.content())
        .text("\r\n");
  }

  private void head(String name, String rest) {
    body.text("--" + boundary + "\r\nContent-Disposition: form-data; name=\"");
    body.text(escaped(name) + '"' + rest + "\r\n");
  }

  /// Escaped as browsers do it (WHATWG HTML, multipart/form-data encoding).
  private static String escaped(String name) {
    return name.replace("\r", "%0D").replace("\n", "%0A").replace("\"", "%22");
  }

  /// The file's name without anything that could end a header or name a folder. Servers judge by
  /// its ending, so it has one.
  private static String fileName(Upload upload) {
    String safe = upload.name().replaceAll("[^A-Za-z0-9._-]", "_").replaceFirst("^\\.+", "");
    String end = safe.substring(Math.max(0, safe.length() - LONGEST_FILE_NAME));
    String name = end.isEmpty() ? upload.role().name().toLowerCase(Locale.ROOT) : end;
    return name.contains(".") ? name : name + "." + extension(upload.mediaType());
  }

  private static String extension(String mediaType) {
    for (ImageFormat format : ImageFormat.values()) {
      if (format.mediaType().equals(mediaType)) {
        return format.extension();
      }
    }
    return "bin";
  }
}
