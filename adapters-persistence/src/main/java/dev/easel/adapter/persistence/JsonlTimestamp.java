package dev.easel.adapter.persistence;

import dev.easel.domain.image.Nullable;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.ZoneOffset;

/// Reads the two forms of timestamp that almost all lines have: Easel's in UTC and the demo
/// server's without a zone, with three or six decimals.
final class JsonlTimestamp {

  private static final String PATTERN = "dddd-dd-ddTdd:dd:dd.";
  private static final int NANOS_DIGITS = 9;

  private JsonlTimestamp() {}

  /// The moment, or null for a text in any other form.
  static @Nullable Instant read(String text, ZoneId zone) {
    boolean utc = text.endsWith("Z");
    int digits = text.length() - PATTERN.length() - (utc ? 1 : 0);
    if ((digits != 3 && digits != 6) || !isLike(text, digits)) {
      return null;
    }
    try {
      LocalDateTime local =
          LocalDateTime.of(
              number(text, 0, 4),
              number(text, 5, 7),
              number(text, 8, 10),
              number(text, 11, 13),
              number(text, 14, 16),
              number(text, 17, 19),
              nanos(text, digits));
      return utc ? local.toInstant(ZoneOffset.UTC) : local.atZone(zone).toInstant();
    } catch (DateTimeException _) {
      return null;
    }
  }

  private static boolean isLike(String text, int digits) {
    for (int at = 0; at < PATTERN.length() + digits; at++) {
      char like = at < PATTERN.length() ? PATTERN.charAt(at) : 'd';
      char actual = text.charAt(at);
      if (like == 'd' ? actual < '0' || actual > '9' : actual != like) {
        return false;
      }
    }
    return true;
  }

  private static int number(String text, int from, int to) {
    int number = 0;
    for (int at = from; at < to; at++) {
      number = number * 10 + text.charAt(at) - '0';
    }
    return number;
  }

  private static int nanos(String text, int digits) {
    int nanos = number(text, PATTERN.length(), PATTERN.length() + digits);
    for (int present = digits; present < NANOS_DIGITS; present++) {
      nanos *= 10;
    }
    return nanos;
  }
}
