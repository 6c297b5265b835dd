package dev.easel.adapter.persistence;

import dev.easel.domain.image.Fields;
import dev.easel.domain.ledger.EntryReading.NotAnEntry;
import dev.easel.domain.ledger.Json;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.Optional;
import java.util.zip.CRC32C;

/// Lines of JSON with a checksum: the last field of each, over all bytes before it.
final class JsonlChecked {

  private static final String BEFORE = ",\"crc\":\"";
  private static final String AFTER = "\"}";
  private static final int DIGITS = 8;
  private static final int TAIL = BEFORE.length() + DIGITS + AFTER.length();

  private JsonlChecked() {}

  /// The line of some fields, one at least, with its newline.
  static byte[] line(Fields fields) {
    return line(Json.write(fields));
  }

  /// The same of a JSON object on one line.
  static byte[] line(String json) {
    byte[] bytes = json.getBytes(StandardCharsets.UTF_8);
    int body = bytes.length - 1;
    byte[] tail = (tail(bytes, 0, body) + '\n').getBytes(StandardCharsets.ISO_8859_1);
    byte[] line = Arrays.copyOf(bytes, body + tail.length);
    System.arraycopy(tail, 0, line, body, tail.length);
    return line;
  }

  /// The fields of a line without its newline; empty when the checksum does not fit.
  static Optional<Fields> fields(byte[] bytes, int start, int length) {
    int body = length - TAIL;
    if (body < 1 || !tail(bytes, start, body).equals(ascii(bytes, start + body, TAIL))) {
      return Optional.empty();
    }
    try {
      return Optional.of(JsonFields.of(bytes, start, length));
    } catch (NotAnEntry _) {
      return Optional.empty();
    }
  }

  /// Whether a line ends as a whole one does, be its checksum right or not.
  static boolean looksWhole(byte[] bytes, int start, int length) {
    int tail = length - TAIL;
    return tail > 0
        && ascii(bytes, start + tail, BEFORE.length()).equals(BEFORE)
        && ascii(bytes, start + length - AFTER.length(), AFTER.length()).equals(AFTER);
  }

  private static String tail(byte[] bytes, int start, int length) {
    CRC32C checksum = new CRC32C();
    checksum.update(bytes, start, length);
    return BEFORE + HexFormat.of().toHexDigits((int) checksum.getValue()) + AFTER;
  }

  private static String ascii(byte[] bytes, int start, int length) {
    return new String(bytes, start, length, StandardCharsets.ISO_8859_1);
  }
}
