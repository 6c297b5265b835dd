package dev.easel.domain.ledger;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// Reads the timestamps that log lines have: ISO 8601 with a T or a space, with up to nine decimals
/// or none, with an offset or, as the demo server wrote them, in local time without one.
final class TimestampReading {

  private static final Pattern TIMESTAMP =
      Pattern.compile(
          "(\\d{4}-\\d\\d-\\d\\d)[Tt ](\\d\\d:\\d\\d(?::\\d\\d(?:[.,]\\d{1,9})?)?)"
              + "(?: ?([Zz]|UTC|[+-]\\d\\d(?::?\\d\\d)?))?");

  private TimestampReading() {}

  /// The moment that `text` means, to the microsecond; empty when it is none.
  ///
  /// @param zone where a time without an offset was written
  static Optional<Instant> read(String text, ZoneId zone) {
    Matcher matcher = TIMESTAMP.matcher(text);
    if (!matcher.matches()) {
      return Optional.empty();
    }
    try {
      String local = matcher.group(1) + "T" + matcher.group(2).replace(',', '.');
      Instant instant = LocalDateTime.parse(local).atZone(offset(matcher).orElse(zone)).toInstant();
      return Optional.of(instant.truncatedTo(ChronoUnit.MICROS));
    } catch (DateTimeException _) {
      return Optional.empty();
    }
  }

  private static Optional<ZoneId> offset(Matcher matcher) {
    return Optional.ofNullable(matcher.group(3))
        .map(offset ->
            offset.startsWith("+") || offset.startsWith("-")
                ? ZoneOffset.of(offset)
                : ZoneOffset.UTC);
  }
}
