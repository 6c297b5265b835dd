package dev.easel.domain.ledger;

import dev.easel.domain.image.Base64Content;
import dev.easel.domain.image.Content;
import dev.easel.domain.image.Fields;
import dev.easel.domain.image.Nullable;
import dev.easel.domain.image.PictureReference;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.function.Function;

/// Writes plain values as JSON (RFC 8259), without white space.
public final class Json {

  // A hostile 1e999999999 must not become a thousand million zeros.
  private static final long MOST_ZEROS = 400;

  private static final int TYPICAL = 2 << 10;

  private final StringBuilder text = new StringBuilder(TYPICAL);
  private final boolean sorted;

  private final @Nullable Function<PictureReference, @Nullable Content> pictures;
  private final List<Content> pieces = new ArrayList<>();

  private Json(boolean sorted) {
    this(sorted, null);
  }

  private Json(boolean sorted, @Nullable Function<PictureReference, @Nullable Content> pictures) {
    this.sorted = sorted;
    this.pictures = pictures;
  }

  /// The fields as a JSON object on one line, in their order.
  public static String write(Fields fields) {
    return new Json(false).value(fields.asMap()).text.toString();
  }

  /// The named values as a JSON object on one line, in their order.
  ///
  /// @param values of the kinds that [Fields] takes, and fields themselves
  static String write(Map<String, @Nullable Object> values) {
    return new Json(false).value(values).text.toString();
  }

  /// The fields as a JSON object on one line, in UTF-8, with pictures in base64 where references to
  /// them stand; they are encoded while the content is written.
  ///
  /// @param pictures gives the picture of a reference; null where there is none, which becomes null
  public static Content content(
      Fields fields, Function<PictureReference, @Nullable Content> pictures) {
    return new Json(false, pictures).value(fields.asMap()).content();
  }

  /// The fields as a JSON object with the names of nested objects sorted and numbers in their
  /// shortest plain form.
  static String canonical(Fields fields) {
    return canonical(fields.asMap());
  }

  /// The same of named values of the kinds that [Fields] takes, and fields themselves.
  static String canonical(Map<String, @Nullable Object> values) {
    return new Json(true).object(values, false).text.toString();
  }

  private Json value(@Nullable Object value) {
    return switch (value) {
      case String string -> quoted(string);
      case Map<?, ?> map when pictures != null && PictureReference.in(map).isPresent() ->
          picture(PictureReference.in(map).get(), pictures);
      case Map<?, ?> map -> object(map, sorted);
      case Fields fields -> value(fields.asMap());
      case List<?> list -> array(list);
      case BigDecimal number -> raw(number(number));
      case null, default -> raw(String.valueOf(value));
    };
  }

  private Json picture(
      PictureReference reference, Function<PictureReference, @Nullable Content> found) {
    Content picture = found.apply(reference);
    if (picture == null) {
      return raw("null");
    }
    raw(reference.mediaType() == null ? "\"" : "\"data:" + reference.mediaType() + ";base64,");
    cut();
    pieces.add(new Base64Content(picture));
    return raw("\"");
  }

  private void cut() {
    pieces.add(Content.of(text.toString().getBytes(StandardCharsets.UTF_8)));
    text.setLength(0);
  }

  private Content content() {
    cut();
    return Content.of(pieces);
  }

  private String number(BigDecimal number) {
    BigDecimal written = sorted ? shortest(number) : number;
    return Math.abs((long) written.scale()) > MOST_ZEROS
        ? written.toString()
        : written.toPlainString();
  }

  private static BigDecimal shortest(BigDecimal number) {
    return number.signum() == 0 ? BigDecimal.ZERO : number.stripTrailingZeros();
  }

  private Json raw(String literal) {
    text.append(literal);
    return this;
  }

  private Json object(Map<?, ?> map, boolean byName) {
    text.append('{');
    if (byName) {
      for (Object name : sortedNames(map)) {
        field(name, map.get(name));
      }
    } else {
      map.forEach(this::field);
    }
    text.append('}');
    return this;
  }

  private static Object[] sortedNames(Map<?, ?> map) {
    Object[] names = map.keySet().toArray();
    Arrays.sort(names);
    return names;
  }

  private void field(Object name, @Nullable Object value) {
    separateFrom('{');
    quoted(String.valueOf(name));
    text.append(':');
    value(value);
  }

  private Json array(List<?> list) {
    text.append('[');
    for (Object item : list) {
      separateFrom('[');
      value(item);
    }
    text.append(']');
    return this;
  }

  // No value ends as an object or an array begins.
  private void separateFrom(char open) {
    if (text.charAt(text.length() - 1) != open) {
      text.append(',');
    }
  }

  // Nearly all of nearly every text is plain, and is taken over in one piece.
  private Json quoted(String string) {
    text.append('"');
    int plain = plainFrom(string, 0);
    text.append(string, 0, plain);
    while (plain < string.length()) {
      int character = string.codePointAt(plain);
      character(character);
      int next = plain + Character.charCount(character);
      plain = plainFrom(string, next);
      text.append(string, next, plain);
    }
    text.append('"');
    return this;
  }

  private static int plainFrom(String string, int start) {
    int at = start;
    while (at < string.length() && isPlain(string.charAt(at))) {
      at++;
    }
    return at;
  }

  private static boolean isPlain(char character) {
    return character >= ' ' && character < 0x7f && character != '"' && character != '\\';
  }

  private void character(int character) {
    switch (character) {
      case '"' -> text.append("\\\"");
      case '\\' -> text.append("\\\\");
      case '\n' -> text.append("\\n");
      case '\r' -> text.append("\\r");
      case '\t' -> text.append("\\t");
      default -> {
        if (isEscaped(character)) {
          text.append("\\u%04x".formatted(character));
        } else {
          text.appendCodePoint(character);
        }
      }
    }
  }

  // Controls move terminals, U+2028 and U+2029 end a line for some readers, and half a surrogate
  // pair has no form in UTF-8.
  private static boolean isEscaped(int character) {
    return character < 0x20
        || (character >= 0x7f && character < 0xa0)
        || character == 0x2028
        || character == 0x2029
        || (character >= Character.MIN_SURROGATE && character <= Character.MAX_SURROGATE);
  }
}
