package dev.easel.adapter.persistence;

import dev.easel.domain.image.Nullable;
import java.util.function.Consumer;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;

/// The values of a line, one after the other. It is sure only of what it expects: where a line says
/// something else, it is [#isSure] no longer, and somebody has to read the line more thoroughly.
final class JsonlTokenStream {

  private static final int LONGEST_NUMBER = 18;
  private static final int LONGEST_WHOLE = 9;
  private static final int LONGEST_SKIPPED_NUMBER = 300;

  private final JsonParser parser;
  private boolean sure = true;

  JsonlTokenStream(JsonParser parser) {
    this.parser = parser;
  }

  /// Whether all was as expected so far.
  boolean isSure() {
    return sure;
  }

  /// Something is not as expected.
  void doubt() {
    sure = false;
  }

  /// It is sure no longer unless this is so.
  void expect(boolean expected) {
    sure &= expected;
  }

  /// Reads the object here: gives each name to `field`, which reads its value.
  ///
  /// @return false when there is null instead
  boolean object(Consumer<String> field) {
    if (parser.currentToken() != JsonToken.START_OBJECT) {
      return orNull();
    }
    for (String name = parser.nextName(); name != null && sure; name = parser.nextName()) {
      parser.nextToken();
      field.accept(name);
    }
    return true;
  }

  /// Reads the array here: `element` reads each of its elements.
  ///
  /// @return false when there is null instead
  boolean array(Runnable element) {
    if (parser.currentToken() != JsonToken.START_ARRAY) {
      return orNull();
    }
    while (sure && parser.nextToken() != JsonToken.END_ARRAY) {
      element.run();
    }
    return true;
  }

  private boolean orNull() {
    sure &= parser.currentToken() == JsonToken.VALUE_NULL;
    return false;
  }

  /// The text here, or null.
  @Nullable
  String text() {
    if (parser.currentToken() == JsonToken.VALUE_STRING) {
      return parser.getString();
    }
    orNull();
    return null;
  }

  /// The text here; null for any other value.
  @Nullable
  String anyText() {
    if (parser.currentToken() == JsonToken.VALUE_STRING) {
      return parser.getString();
    }
    skip();
    return null;
  }

  /// True or false, or null.
  @Nullable
  Boolean flag() {
    return switch (parser.currentToken()) {
      case VALUE_TRUE -> true;
      case VALUE_FALSE -> false;
      default -> {
        orNull();
        yield null;
      }
    };
  }

  /// The number here as a multiple of ten to the power of minus `decimals`, halves rounded up, or
  /// null. It is sure of plain numbers of few digits from zero to `most`.
  @Nullable
  Long number(int decimals, long most) {
    JsonToken token = parser.currentToken();
    if (token != JsonToken.VALUE_NUMBER_INT && token != JsonToken.VALUE_NUMBER_FLOAT) {
      orNull();
      return null;
    }
    String digits = parser.getString();
    long number = digits.length() > LONGEST_NUMBER ? -1 : scaled(digits, decimals);
    expect(number >= 0 && number <= most);
    return number;
  }

  private static long scaled(String digits, int decimals) {
    long number = 0;
    int point = digits.indexOf('.');
    if ((point < 0 ? digits.length() : point) > LONGEST_WHOLE) {
      return -1;
    }
    int end = point < 0 ? digits.length() : Math.min(digits.length(), point + 1 + decimals);
    for (int at = 0; at < end; at++) {
      int digit = digits.charAt(at) - '0';
      if (at != point) {
        if (digit < 0 || digit > 9) {
          return -1;
        }
        number = number * 10 + digit;
      }
    }
    return rounded(number, digits, point, end, decimals);
  }

  private static long rounded(long number, String digits, int point, int end, int decimals) {
    for (int at = end; at < digits.length(); at++) {
      if (digits.charAt(at) < '0' || digits.charAt(at) > '9') {
        return -1;
      }
    }
    long scaled = number;
    for (int present = point < 0 ? 0 : end - point - 1; present < decimals; present++) {
      scaled *= 10;
    }
    return end < digits.length() && digits.charAt(end) >= '5' ? scaled + 1 : scaled;
  }

  private boolean hasExponent(JsonToken token) {
    if (token != JsonToken.VALUE_NUMBER_FLOAT) {
      return false;
    }
    String digits = parser.getString();
    return digits.indexOf('e') >= 0 || digits.indexOf('E') >= 0;
  }

  /// Passes over the value here.
  void skip() {
    int depth = 0;
    for (JsonToken token = parser.currentToken(); ; token = parser.nextToken()) {
      if (token.isStructStart()) {
        depth++;
      } else if (token.isStructEnd()) {
        depth--;
      } else if (token.isNumeric()) {
        expect(parser.getStringLength() <= LONGEST_SKIPPED_NUMBER && !hasExponent(token));
      }
      if (depth == 0) {
        return;
      }
    }
  }
}
