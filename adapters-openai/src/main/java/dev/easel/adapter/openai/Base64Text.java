package dev.easel.adapter.openai;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.util.Base64;
import tools.jackson.core.Base64Variant;
import tools.jackson.core.Base64Variants;
import tools.jackson.core.JsonParser;

/// Base64 in a text of JSON, taken from beneath the parser that has seen its opening quote: a
/// parser looks at the megabytes of a picture character by character, and the JDK's decoder at many
/// at once. From the first run on that is anything but plain base64 the parser goes on itself; it
/// knows escapes, white space and what to say of the rest.
final class Base64Text {

  private static final Base64Variant LENIENT =
      Base64Variants.MIME_NO_LINEFEEDS.withPaddingAllowed();
  private static final int FIRST_RUN = 4 * 1024;
  private static final int RUN = 64 * 1024;
  private static final int STEP = 4;
  private static final int GROUP = 4;

  private final AnswerBytes bytes;
  private final Chunks to;
  private byte[] text = new byte[FIRST_RUN];
  private int filled;

  private Base64Text(AnswerBytes bytes, Chunks to) {
    this.bytes = bytes;
    this.to = to;
  }

  /// Decodes the text, of which the parser has read no more than the quote.
  ///
  /// @param bytes where the parser reads from
  /// @throws tools.jackson.core.JacksonException when it is no base64 or breaks off
  static void decode(JsonParser parser, AnswerBytes bytes, Chunks to) throws IOException {
    ByteArrayOutputStream ahead = new ByteArrayOutputStream();
    boolean beneath = parser.releaseBuffered(ahead) >= 0;
    bytes.putBack(ahead.toByteArray(), 0, ahead.size());
    if (!beneath || !new Base64Text(bytes, to).decoded()) {
      parser.readBinaryValue(LENIENT, to);
    }
  }

  /// Decodes as far as it is plain, and puts back what follows.
  ///
  /// @return whether that was all, up to the quote
  private boolean decoded() throws IOException {
    for (int count = read(); count >= 0; count = read()) {
      filled += count;
      int whole = filled / GROUP * GROUP;
      if (!mayBePlain() || !decode(whole)) {
        return last();
      }
      keep(whole);
    }
    bytes.putBack(text, 0, filled);
    return false;
  }

  // The run with the quote mostly ends in what comes after it, and to decode it would throw.
  private boolean mayBePlain() {
    byte end = text[filled - 1];
    return end != '}' && end != ']' && end != '"' && end != '\n';
  }

  private int read() throws IOException {
    return bytes.read(text, filled, text.length - filled);
  }

  private boolean last() throws IOException {
    int quote = 0;
    while (quote < filled && text[quote] != '"') {
      quote++;
    }
    int decoded = quote < filled && decode(quote) ? quote : 0;
    bytes.putBack(text, decoded, filled - decoded);
    return decoded > 0;
  }

  /// Decodes the first `count` characters.
  ///
  /// @return whether they are plain base64
  private boolean decode(int count) throws IOException {
    ByteBuffer plain;
    try {
      plain = Base64.getDecoder().decode(ByteBuffer.wrap(text, 0, count));
    } catch (IllegalArgumentException _) {
      return false;
    }
    if (plain.limit() == plain.array().length) {
      to.take(plain.array());
    } else {
      to.write(plain.array(), 0, plain.limit());
    }
    return true;
  }

  /// Keeps what follows the first `whole` characters, which is less than a group, for the next run.
  private void keep(int whole) {
    boolean grows = whole == text.length && whole < RUN;
    byte[] next = grows ? new byte[Math.min(RUN, STEP * whole)] : text;
    filled -= whole;
    System.arraycopy(text, whole, next, 0, filled);
    text = next;
  }
}
