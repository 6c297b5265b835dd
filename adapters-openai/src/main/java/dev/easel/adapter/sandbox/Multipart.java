package dev.easel.adapter.sandbox;

import dev.easel.domain.image.Content;
import dev.easel.domain.image.Fields;
import dev.easel.domain.image.ImageFormat;
import dev.easel.domain.image.Nullable;
import dev.easel.domain.image.Operation;
import dev.easel.domain.image.Upload;
import dev.easel.domain.ledger.CanonicalForm;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// Reads an edit sent as `multipart/form-data` (RFC 7578).
final class Multipart {

  private static final int MOST_PARTS = 100;
  private static final int LONGEST_HEAD = 8_192;
  private static final byte[] LINE_END = bytes("\r\n");
  private static final byte[] BLANK_LINE = bytes("\r\n\r\n");
  private static final byte[] DASHES = bytes("--");
  private static final Pattern BOUNDARY = parameter("boundary");
  private static final Pattern NAME = parameter("name");
  private static final Pattern FILE = parameter("filename");
  private static final Pattern DISPOSITION =
      Pattern.compile("^content-disposition:.*$", Pattern.CASE_INSENSITIVE | Pattern.MULTILINE);
  private static final Pattern NESTED = Pattern.compile("(\\w+)\\[(\\w+)](.*)");

  private final byte[] body;
  private final byte[] delimiter;
  private final List<Upload> uploads = new ArrayList<>();
  private Fields fields = Fields.NONE;

  private Multipart(byte[] body, String boundary) {
    this.body = body;
    this.delimiter = bytes("\r\n--" + boundary);
  }

  private static Pattern parameter(String name) {
    return Pattern.compile(
        ";\\s*" + name + "=(?:\"([^\"]*)\"|([^;\\s\"]+))", Pattern.CASE_INSENSITIVE);
  }

  private static byte[] bytes(String text) {
    return text.getBytes(StandardCharsets.UTF_8);
  }

  static Incoming read(byte[] body, String contentType) throws ApiError {
    String boundary = value(BOUNDARY, contentType);
    if (boundary == null || boundary.isEmpty() || boundary.length() > 70) {
      throw wrong("The multipart body has no boundary of 1 to 70 characters.");
    }
    return new Multipart(body, boundary).incoming();
  }

  private static @Nullable String value(Pattern parameter, String text) {
    Matcher matcher = parameter.matcher(text);
    if (!matcher.find()) {
      return null;
    }
    return matcher.group(1) == null ? matcher.group(2) : matcher.group(1);
  }

  private static ApiError wrong(String message) {
    return ApiError.invalid("invalid_multipart", null, message);
  }

  /// The line between two parts.
  ///
  /// @param start of its line break
  /// @param end where the next part begins
  /// @param last whether no other part follows
  private record Line(int start, int end, boolean last) {}

  private Incoming incoming() throws ApiError {
    Line line = first();
    for (int parts = 0; !line.last(); parts++) {
      if (parts == MOST_PARTS) {
        throw wrong("The multipart body has more than " + MOST_PARTS + " parts.");
      }
      Line next = line(line.end());
      part(line.end(), next.start());
      line = next;
    }
    return new Incoming(Operation.EDIT, fields, uploads);
  }

  /// The first line may stand at the very start, where no line break is before it.
  private Line first() throws ApiError {
    byte[] bare = Arrays.copyOfRange(delimiter, LINE_END.length, delimiter.length);
    Line line = startsWith(bare, 0) ? lineFrom(0, bare.length) : null;
    return line == null ? line(0) : line;
  }

  private Line line(int from) throws ApiError {
    for (int at = find(delimiter, from, body.length);
        at >= 0;
        at = find(delimiter, at + 1, body.length)) {
      Line line = lineFrom(at, at + delimiter.length);
      if (line != null) {
        return line;
      }
    }
    throw wrong("The multipart body ends before its last boundary.");
  }

  /// Null when what looks like a boundary goes on, and so is none.
  private @Nullable Line lineFrom(int start, int afterBoundary) {
    int end = afterBoundary;
    if (startsWith(DASHES, end)) {
      return new Line(start, end + DASHES.length, true);
    }
    while (end < body.length && (body[end] == ' ' || body[end] == '\t')) {
      end++;
    }
    return startsWith(LINE_END, end) ? new Line(start, end + LINE_END.length, false) : null;
  }

  private void part(int from, int to) throws ApiError {
    int blank = find(BLANK_LINE, from, Math.min(to, from + LONGEST_HEAD));
    if (blank < 0) {
      throw wrong("A part of the multipart body has no headers, or too long ones.");
    }
    Matcher disposition =
        DISPOSITION.matcher(new String(body, from, blank - from, StandardCharsets.UTF_8));
    String name = disposition.find() ? value(NAME, disposition.group()) : null;
    if (name == null) {
      throw wrong("A part of the multipart body has no name.");
    }
    byte[] content = Arrays.copyOfRange(body, blank + BLANK_LINE.length, to);
    String file = value(FILE, disposition.group());
    if (file != null) {
      uploads.add(upload(role(name), file, content));
    } else {
      fields = with(fields, name, new String(content, StandardCharsets.UTF_8));
    }
  }

  /// Names such as `svg[model]` lead into objects.
  private static Fields with(Fields fields, String name, String text) {
    Matcher nested = NESTED.matcher(name);
    return nested.matches()
        ? fields.with(
            nested.group(1),
            with(fields.fields(nested.group(1)), nested.group(2) + nested.group(3), text))
        : fields.with(name, Parameters.ofForm(name, text));
  }

  private static Upload.Role role(String name) throws ApiError {
    return switch (name) {
      case "image", "image[]" -> Upload.Role.IMAGE;
      case "mask" -> Upload.Role.MASK;
      case "markup" -> Upload.Role.MARKUP;
      default ->
          throw ApiError.invalid(
              "unknown_parameter",
              name,
              "There is no file parameter " + name + "; there are image, image[], mask, markup.");
    };
  }

  /// The upload of some bytes; its media type is what they show.
  static Upload upload(Upload.Role role, String name, byte[] content) {
    int head = Math.min(content.length, ImageFormat.HEAD_BYTES);
    String type =
        ImageFormat.recognise(Arrays.copyOf(content, head))
            .map(ImageFormat::mediaType)
            .orElse("application/octet-stream");
    return new Upload(role, name, type, CanonicalForm.sha256(content), Content.of(content));
  }

  private boolean startsWith(byte[] wanted, int at) {
    return at + wanted.length <= body.length
        && Arrays.equals(body, at, at + wanted.length, wanted, 0, wanted.length);
  }

  private int find(byte[] wanted, int from, int to) {
    for (int at = from; at <= to - wanted.length; at++) {
      if (body[at] == wanted[0] && startsWith(wanted, at)) {
        return at;
      }
    }
    return -1;
  }
}
