package dev.easel.adapter.openai;

import java.math.BigDecimal;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.util.Optional;

/// How long a provider asks to wait: `retry-after-ms`, else `retry-after` in seconds or as a date
/// (RFC 9110, section 10.2.3). Never negative, never longer than a day.
final class RetryAfter {

  private static final Duration LONGEST = Duration.ofDays(1);

  private RetryAfter() {}

  static Optional<Duration> in(ReplyHeaders headers) {
    return headers
        .value("retry-after-ms")
        .flatMap(text -> number(text, 0))
        .or(() -> headers.value("retry-after").flatMap(RetryAfter::secondsOrDate));
  }

  private static Optional<Duration> secondsOrDate(String text) {
    return number(text, 3).or(() -> date(text));
  }

  /// @param shift the power of ten by which the number becomes milliseconds
  private static Optional<Duration> number(String text, int shift) {
    if (!text.strip().matches("\\d{1,12}(\\.\\d{1,12})?")) {
      return Optional.empty();
    }
    BigDecimal milliseconds = new BigDecimal(text.strip()).movePointRight(shift);
    return Optional.of(bounded(Duration.ofMillis(milliseconds.longValue())));
  }

  private static Optional<Duration> date(String text) {
    try {
      Instant then =
          ZonedDateTime.parse(text.strip(), DateTimeFormatter.RFC_1123_DATE_TIME).toInstant();
      return Optional.of(bounded(Duration.between(Instant.now(), then)));
    } catch (DateTimeException neither) {
      return Optional.empty();
    }
  }

  private static Duration bounded(Duration wait) {
    if (wait.isNegative()) {
      return Duration.ZERO;
    }
    return wait.compareTo(LONGEST) > 0 ? LONGEST : wait;
  }
}
