package dev.easel.app.http;

import dev.easel.domain.image.Content;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Locale;

/// The picture in a data URL (RFC 2397) that stands in a body: it is decoded each time it is read,
/// so that it is never on the heap.
///
/// @param mediaType what the URL says it is
/// @param length of the picture in bytes
record DataUrlPicture(SpooledBody body, long from, long to, String mediaType, long length)
    implements Content {

  /// The most characters of such a URL, as OpenAI has it.
  static final long LONGEST = 20_971_520;

  private static final String SCHEME = "data:";
  private static final String BASE64 = ";base64";
  private static final int LONGEST_HEAD = 200;
  private static final int RUN = 64 * 1024;
  private static final String TYPE = "[A-Za-z0-9.+-]{1,60}/[A-Za-z0-9.+-]{1,60}";

  /// Whether the text of JSON between two places is a data URL.
  static boolean is(SpooledBody body, long from, long to) {
    long end = Math.min(to, from + SCHEME.length());
    return text(body, from, end).toLowerCase(Locale.ROOT).equals(SCHEME);
  }

  private static String text(SpooledBody body, long from, long to) {
    return new String(body.slice(from, to).bytes(), StandardCharsets.UTF_8);
  }

  /// The picture.
  ///
  /// @throws Refusal 400 when the URL is too long or its picture is not in base64
  static DataUrlPicture of(SpooledBody body, long from, long to) {
    if (to - from > LONGEST) {
      throw wrong("has at most " + LONGEST + " characters");
    }
    String head = text(body, from, Math.min(to, from + LONGEST_HEAD));
    int comma = head.indexOf(',');
    String type =
        comma < 0 ? "" : head.substring(0, comma).replace("\\/", "/").substring(SCHEME.length());
    String media = type.split(";", 2)[0];
    if (!type.toLowerCase(Locale.ROOT).endsWith(BASE64) || !media.matches(TYPE)) {
      throw wrong("begins like data:image/png;base64,");
    }
    return measured(new DataUrlPicture(body, from + comma + 1, to, media, 0));
  }

  private static DataUrlPicture measured(DataUrlPicture picture) {
    long[] length = {0};
    try {
      picture.writeTo((bytes, offset, count) -> length[0] += count);
    } catch (ContentUnavailable _) {
      throw wrong("holds its picture in base64");
    }
    return new DataUrlPicture(picture.body, picture.from, picture.to, picture.mediaType, length[0]);
  }

  private static Refusal wrong(String rule) {
    return Refusal.of(400, "invalid_value", "a data URL of a picture " + rule);
  }

  @Override
  public void writeTo(Sink sink) {
    try (InputStream plain = plain()) {
      byte[] run = new byte[RUN];
      for (int count = plain.read(run); count >= 0; count = plain.read(run)) {
        sink.write(run, 0, count);
      }
    } catch (IOException malformed) {
      throw new ContentUnavailable("the data URL holds no base64", malformed);
    }
  }

  @Override
  public byte[] head(int most) {
    try (InputStream plain = plain()) {
      return plain.readNBytes(most);
    } catch (IOException malformed) {
      throw new ContentUnavailable("the data URL holds no base64", malformed);
    }
  }

  private InputStream plain() {
    return Base64.getDecoder().wrap(new Letters());
  }

  /// The letters of the base64, without the backslashes that some put before `/` in JSON.
  private final class Letters extends InputStream {
    private final SpooledBody.Window bytes = body.window();
    private long at = from;

    @Override
    public int read() {
      while (at < to && bytes.at(at) == '\\') {
        at++;
      }
      return at < to ? bytes.at(at++) & 0xff : -1;
    }

    @Override
    public int read(byte[] into, int offset, int count) {
      int filled = 0;
      while (filled < count) {
        int letter = read();
        if (letter < 0) {
          break;
        }
        into[offset + filled++] = (byte) letter;
      }
      return filled == 0 && count > 0 ? -1 : filled;
    }
  }
}
