package dev.easel.app.http;

import dev.easel.domain.image.Content;
import dev.easel.domain.image.Nullable;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// Takes a body of `multipart/form-data` (RFC 7578) apart, where it lies.
final class FormParts {

  private static final int MOST = 100;
  private static final int LONGEST_HEAD = 8_192;
  private static final int LONGEST_BOUNDARY = 70;
  private static final byte[] BLANK_LINE = ascii("\r\n\r\n");
  private static final Pattern BOUNDARY = parameter("boundary");
  private static final Pattern NAME = parameter("name");
  private static final Pattern FILE = parameter("filename");
  private static final Pattern DISPOSITION =
      Pattern.compile("(?im)^content-disposition:\\s*form-data\\b.*$");

  /// A part.
  ///
  /// @param file the name of its file, null when it is text
  record Part(String name, @Nullable String file, Content content) {

    /// Its text.
    String text() {
      return new String(content.bytes(), StandardCharsets.UTF_8);
    }
  }

  private final SpooledBody body;
  private final SpooledBody.Window bytes;
  private final byte[] delimiter;
  private final List<Part> parts = new ArrayList<>();

  private FormParts(SpooledBody body, String boundary) {
    this.body = body;
    this.bytes = body.window();
    this.delimiter = ascii("\r\n--" + boundary);
  }

  /// The parts of a body, in order.
  ///
  /// @throws Refusal 400 when it is no such body
  static List<Part> of(SpooledBody body, String contentType) {
    String boundary = value(BOUNDARY, contentType);
    if (boundary == null || boundary.isEmpty() || boundary.length() > LONGEST_BOUNDARY) {
      throw malformed("its Content-Type has no boundary of 1 to 70 characters");
    }
    FormParts form = new FormParts(body, boundary);
    form.read();
    return form.parts;
  }

  private static Pattern parameter(String name) {
    return Pattern.compile("(?i);\\s*" + name + "=(?:\"((?:[^\"\\\\]|\\\\.)*)\"|([^;\\s\"]+))");
  }

  private static byte[] ascii(String text) {
    return text.getBytes(StandardCharsets.UTF_8);
  }

  private static @Nullable String value(Pattern parameter, String text) {
    Matcher matcher = parameter.matcher(text);
    if (!matcher.find()) {
      return null;
    }
    return matcher.group(1) == null
        ? matcher.group(2)
        : matcher.group(1).replaceAll("\\\\(.)", "$1");
  }

  private static Refusal malformed(String what) {
    return Refusal.of(400, "invalid_multipart", "the body must be multipart/form-data: " + what);
  }

  private void read() {
    Line line = first();
    while (!line.last()) {
      if (parts.size() == MOST) {
        throw malformed("it has more than " + MOST + " parts");
      }
      Line next = line(line.end());
      parts.add(part(line.end(), next.start()));
      line = next;
    }
  }

  /// The line between two parts.
  ///
  /// @param start of the line's end before it
  /// @param end where the next part begins
  private record Line(long start, long end, boolean last) {}

  // The first one may stand at the very start, without a line's end before it.
  private Line first() {
    byte[] bare = Arrays.copyOfRange(delimiter, 2, delimiter.length);
    Line line = isAt(bare, 0) ? lineAfter(0, bare.length) : null;
    return line == null ? line(0) : line;
  }

  private Line line(long from) {
    for (long at = find(delimiter, from, body.length());
        at >= 0;
        at = find(delimiter, at + 1, body.length())) {
      Line line = lineAfter(at, at + delimiter.length);
      if (line != null) {
        return line;
      }
    }
    throw malformed("a boundary is missing");
  }

  /// Null when what looks like a boundary goes on, and so is none.
  private @Nullable Line lineAfter(long start, long boundary) {
    if (isAt(ascii("--"), boundary)) {
      return new Line(start, boundary + 2, true);
    }
    long at = boundary;
    while (at < body.length() && (bytes.at(at) == ' ' || bytes.at(at) == '\t')) {
      at++;
    }
    return isAt(ascii("\r\n"), at) ? new Line(start, at + 2, false) : null;
  }

  private Part part(long from, long to) {
    long blank = find(BLANK_LINE, from, Math.min(to + 2, from + LONGEST_HEAD));
    if (blank < 0) {
      throw malformed("a part has no headers, or too long ones");
    }
    String head = new String(body.slice(from, blank).bytes(), StandardCharsets.UTF_8);
    Matcher disposition = DISPOSITION.matcher(head);
    String name = disposition.find() ? value(NAME, disposition.group()) : null;
    if (name == null || blank + BLANK_LINE.length > to) {
      throw malformed("a part has no name");
    }
    return new Part(
        name, value(FILE, disposition.group()), body.slice(blank + BLANK_LINE.length, to));
  }

  private boolean isAt(byte[] wanted, long at) {
    if (at + wanted.length > body.length()) {
      return false;
    }
    for (int index = 0; index < wanted.length; index++) {
      if (bytes.at(at + index) != wanted[index]) {
        return false;
      }
    }
    return true;
  }

  private long find(byte[] wanted, long from, long to) {
    for (long at = from; at <= to - wanted.length; at++) {
      if (bytes.at(at) == wanted[0] && isAt(wanted, at)) {
        return at;
      }
    }
    return -1;
  }
}
