package dev.easel.adapter.sandbox;

import java.time.Duration;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// Reads durations as users write them.
final class Durations {

  private static final Pattern TEXT = Pattern.compile("(\\d{1,6})(ms|s|m)?");
  private static final Duration LONGEST = Duration.ofMinutes(10);

  private Durations() {}

  static Duration parse(String text) {
    Matcher matcher = TEXT.matcher(text.strip());
    Duration duration = matcher.matches() ? duration(matcher) : LONGEST.plusMillis(1);
    if (duration.compareTo(LONGEST) > 0) {
      throw new IllegalArgumentException(
          "'" + text + "' is no duration such as 300ms, 2s or 1m, up to 10m");
    }
    return duration;
  }

  private static Duration duration(Matcher matcher) {
    long number = Long.parseLong(matcher.group(1));
    if ("ms".equals(matcher.group(2))) {
      return Duration.ofMillis(number);
    }
    return "m".equals(matcher.group(2)) ? Duration.ofMinutes(number) : Duration.ofSeconds(number);
  }
}
