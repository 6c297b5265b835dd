package dev.easel.adapter.sandbox;

import dev.easel.domain.image.Content;
import dev.easel.domain.image.Fields;
import dev.easel.domain.image.ImageFormat;
import dev.easel.domain.image.Operation;
import dev.easel.domain.image.Upload;
import dev.easel.domain.ledger.CanonicalForm;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// Reads an edit sent as `multipart/form-data` (RFC 7578).
final class Multipart {

  private static final Pattern BOUNDARY =
      Pattern.compile("boundary=(?:\"([^\"]{1,70})\"|([^;\\s]{1,70}))", Pattern.CASE_INSENSITIVE);
  private static final Pattern NAME = Pattern.compile("[; ]name=\"([^\"]*)\"");
  private static final Pattern FILE = Pattern.compile("filename=\"([^\"]*)\"");

  private final byte[] body;
  private final byte[] delimiter;
  private final List<Upload> uploads = new ArrayList<>();
  private Fields fields = Fields.NONE;

  private Multipart(byte[] body, String boundary) {
    this.body = body;
    this.delimiter = ("--" + boundary).getBytes(StandardCharsets.ISO_8859_1);
  }

  static Incoming read(byte[] body, String contentType) throws ApiError {
    Matcher matcher = BOUNDARY.matcher(contentType);
    if (!matcher.find()) {
      throw ApiError.invalid(null, null, "The multipart body names no boundary.");
    }
    String boundary = Optional.ofNullable(matcher.group(1)).orElseGet(() -> matcher.group(2));
    return new Multipart(body, boundary).incoming();
  }

  private Incoming incoming() throws ApiError {
    int start = find(delimiter, 0);
    while (start >= 0) {
      int from = start + delimiter.length;
      int next = find(delimiter, from);
      if (next < 0) {
        break;
      }
      part(from + 2, next - 2);
      start = next;
    }
    return new Incoming(Operation.EDIT, fields, uploads);
  }

  private void part(int from, int to) throws ApiError {
    int blank = find("\r\n\r\n".getBytes(StandardCharsets.ISO_8859_1), from);
    if (blank < 0 || blank > to) {
      throw ApiError.invalid(null, null, "A part of the multipart body has no headers.");
    }
    String head = new String(body, from, blank - from, StandardCharsets.UTF_8);
    byte[] content = Arrays.copyOfRange(body, Math.min(blank + 4, to), to);
    Matcher name = NAME.matcher(head);
    if (name.find()) {
      add(name.group(1), head, content);
    }
  }

  private void add(String name, String head, byte[] content) throws ApiError {
    Matcher file = FILE.matcher(head);
    if (!file.find()) {
      fields = fields.with(name, value(name, new String(content, StandardCharsets.UTF_8)));
      return;
    }
    String role = name.replace("[]", "").toUpperCase(Locale.ROOT);
    if (Arrays.stream(Upload.Role.values()).noneMatch(known -> known.name().equals(role))) {
      throw ApiError.invalid("unknown_parameter", name, "There is no file parameter " + name + ".");
    }
    uploads.add(upload(Upload.Role.valueOf(role), file.group(1), content));
  }

  /// The upload of some bytes; its media type is what they show.
  static Upload upload(Upload.Role role, String name, byte[] content) {
    String type =
        ImageFormat.recognise(Arrays.copyOf(content, Math.min(content.length, 1024)))
            .map(ImageFormat::mediaType)
            .orElse("application/octet-stream");
    return new Upload(role, name, type, CanonicalForm.sha256(content), Content.of(content));
  }

  private static Object value(String name, String text) {
    boolean words = name.equals("prompt") || name.equals("model") || name.equals("user");
    if (!words && text.matches("-?\\d{1,18}")) {
      return Long.parseLong(text);
    }
    return !words && (text.equals("true") || text.equals("false")) ? Boolean.valueOf(text) : text;
  }

  private int find(byte[] wanted, int from) {
    for (int at = Math.max(0, from); at <= body.length - wanted.length; at++) {
      if (Arrays.equals(body, at, at + wanted.length, wanted, 0, wanted.length)) {
        return at;
      }
    }
    return -1;
  }
}
