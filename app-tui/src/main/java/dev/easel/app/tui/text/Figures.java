package dev.easel.app.tui.text;

import dev.easel.domain.cost.Money;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Duration;
import java.util.Locale;

/// Writes amounts for people. Money keeps every digit that it has.
public final class Figures {

  private static final long MINUTE = 60;
  private static final long HOUR = 3_600;
  private static final String[] UNITS = {"kB", "MB", "GB", "TB", "PB", "EB"};

  private Figures() {}

  /// Dollars with at least two decimals and all that count: `$0.05271`, `$2.00`.
  public static String money(Money money) {
    return money.inFull();
  }

  /// A whole number with commas: `12,345`.
  public static String count(long number) {
    return String.format(Locale.ROOT, "%,d", number);
  }

  /// `840 ms`, `18.3 s`, `2 min 5 s`, `1 h 20 min`.
  public static String duration(Duration duration) {
    long millis = Math.max(0, duration.toMillis());
    if (millis < 1_000) {
      return millis + " ms";
    }
    if (millis < 59_950) {
      return new BigDecimal(millis).movePointLeft(3).setScale(1, RoundingMode.HALF_UP) + " s";
    }
    long seconds = Math.round(millis / 1_000.0);
    return seconds < HOUR
        ? seconds / MINUTE + " min " + seconds % MINUTE + " s"
        : seconds / HOUR + " h " + seconds % HOUR / MINUTE + " min";
  }

  /// The same of microseconds.
  public static String micros(long micros) {
    return duration(Duration.ofNanos(micros * 1_000));
  }

  /// `512 B`, `1.4 MB`.
  public static String bytes(long bytes) {
    if (bytes < 1_000) {
      return bytes + " B";
    }
    double rest = bytes / 1_000.0;
    int unit = 0;
    while (rest >= 999.95 && unit < UNITS.length - 1) {
      rest /= 1_000;
      unit++;
    }
    return String.format(Locale.ROOT, "%.1f %s", rest, UNITS[unit]);
  }

  /// `1st`, `2nd`, `3rd`, `11th`.
  public static String ordinal(long number) {
    boolean teen = number % 100 / 10 == 1;
    String ending =
        switch ((int) (number % 10)) {
          case 1 -> teen ? "th" : "st";
          case 2 -> teen ? "th" : "nd";
          case 3 -> teen ? "th" : "rd";
          default -> "th";
        };
    return count(number) + ending;
  }

  /// `1 entry`, `2 entries`.
  public static String counted(long number, String one, String many) {
    return count(number) + " " + (number == 1 ? one : many);
  }
}
