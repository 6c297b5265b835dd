package dev.easel.domain.ledger;

import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.Year;
import java.time.YearMonth;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.ZonedDateTime;
import java.time.temporal.ChronoUnit;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// Reads the times of a query: each is a span from its first to its last microsecond.
final class QueryTimes {

  private static final Pattern AGO = Pattern.compile("(\\d{1,6})([smhdw])");
  private static final Pattern DATE = Pattern.compile("\\d{4}-\\d\\d-\\d\\d");
  private static final Pattern MONTH = Pattern.compile("\\d{4}-\\d\\d");
  private static final Pattern YEAR = Pattern.compile("[1-9]\\d{3}");
  private static final Pattern MOMENT =
      Pattern.compile(
          "(\\d{4}-\\d\\d-\\d\\d)[t"
              + " ](\\d\\d:\\d\\d)(:\\d\\d)?(\\.\\d{1,6})?(z|[+-]\\d\\d:?\\d\\d)?");

  private final ZoneId zone;
  private final Instant now;

  QueryTimes(ZoneId zone, Instant now) {
    this.zone = zone;
    this.now = now;
  }

  /// The span that `text` means; empty when it is no time.
  Optional<QuerySpan> read(String text) {
    try {
      return span(text.toLowerCase(Locale.ROOT));
    } catch (DateTimeException | ArithmeticException _) {
      return Optional.empty();
    }
  }

  private Optional<QuerySpan> span(String text) {
    LocalDate today = LocalDate.ofInstant(now, zone);
    if (text.equals("today")) {
      return Optional.of(days(today, today.plusDays(1)));
    }
    if (text.equals("yesterday")) {
      return Optional.of(days(today.minusDays(1), today));
    }
    return calendar(text).or(() -> moment(text)).or(() -> ago(text));
  }

  private Optional<QuerySpan> calendar(String text) {
    if (DATE.matcher(text).matches()) {
      LocalDate day = LocalDate.parse(text);
      return Optional.of(days(day, day.plusDays(1)));
    }
    if (MONTH.matcher(text).matches()) {
      YearMonth month = YearMonth.parse(text);
      return Optional.of(days(month.atDay(1), month.plusMonths(1).atDay(1)));
    }
    if (YEAR.matcher(text).matches()) {
      Year year = Year.parse(text);
      return Optional.of(days(year.atDay(1), year.plusYears(1).atDay(1)));
    }
    return Optional.empty();
  }

  private QuerySpan days(LocalDate first, LocalDate after) {
    return QuerySpan.of(micros(first.atStartOfDay(zone)), micros(after.atStartOfDay(zone)) - 1);
  }

  private Optional<QuerySpan> moment(String text) {
    Matcher matcher = MOMENT.matcher(text);
    if (!matcher.matches() || (matcher.group(4) != null && matcher.group(3) == null)) {
      return Optional.empty();
    }
    String seconds = Optional.ofNullable(matcher.group(3)).orElse(":00");
    String fraction = Optional.ofNullable(matcher.group(4)).orElse("");
    LocalDateTime local =
        LocalDateTime.parse(matcher.group(1) + "T" + matcher.group(2) + seconds + fraction);
    long start = micros(local.atZone(offset(matcher)));
    return Optional.of(QuerySpan.of(start, start + length(matcher) - 1));
  }

  private ZoneId offset(Matcher matcher) {
    String offset = matcher.group(5);
    return offset == null ? zone : ZoneOffset.of(offset.equals("z") ? "Z" : offset);
  }

  private static long length(Matcher matcher) {
    if (matcher.group(4) != null) {
      return 1;
    }
    return (matcher.group(3) == null ? Duration.ofMinutes(1) : Duration.ofSeconds(1)).toNanos()
        / 1_000;
  }

  private Optional<QuerySpan> ago(String text) {
    Matcher matcher = AGO.matcher(text);
    if (!matcher.matches()) {
      return Optional.empty();
    }
    long count = Long.parseLong(matcher.group(1));
    ZonedDateTime here = now.atZone(zone);
    ZonedDateTime then =
        switch (matcher.group(2)) {
          case "s" -> here.minusSeconds(count);
          case "m" -> here.minusMinutes(count);
          case "h" -> here.minusHours(count);
          case "d" -> here.minusDays(count);
          default -> here.minusWeeks(count);
        };
    return Optional.of(QuerySpan.sinceThen(micros(then)));
  }

  private static long micros(ZonedDateTime time) {
    return Condition.Measure.micros(time.toInstant().truncatedTo(ChronoUnit.MICROS));
  }
}
