package dev.easel.config;

import java.math.BigDecimal;
import java.time.Duration;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// Reads amounts as people write them.
public final class Amounts {

  private static final Pattern BYTES =
      Pattern.compile("(\\d{1,18}(?:\\.\\d{1,3})?) ?([kmgt]?i?b)?", Pattern.CASE_INSENSITIVE);
  private static final Pattern AGE = Pattern.compile("(\\d{1,5})([dh])");
  private static final int TEN_POWERS = 1_000;
  private static final int TWO_POWERS = 1_024;
  private static final Map<Character, Integer> POWERS = Map.of('k', 1, 'm', 2, 'g', 3, 't', 4);

  private Amounts() {}

  /// Bytes: `1500000`, `500MB`, `1.5 GB`; kB, MB, GB and TB are powers of 1000, KiB, MiB, GiB and
  /// TiB of 1024.
  ///
  /// @throws IllegalArgumentException when it is no such amount
  /// @throws ArithmeticException when it is more than any disk has
  public static long bytes(String text) {
    Matcher amount = BYTES.matcher(text);
    if (!amount.matches()) {
      throw new IllegalArgumentException(text);
    }
    String unit = amount.group(2) == null ? "b" : amount.group(2).toLowerCase(Locale.ROOT);
    return new BigDecimal(amount.group(1)).multiply(factor(unit)).toBigInteger().longValueExact();
  }

  private static BigDecimal factor(String unit) {
    int base = unit.contains("i") ? TWO_POWERS : TEN_POWERS;
    int power = POWERS.getOrDefault(unit.charAt(0), 0);
    if (unit.equals("ib")) {
      throw new IllegalArgumentException(unit);
    }
    return BigDecimal.valueOf(base).pow(power);
  }

  /// An age: `30d`, `12h`.
  ///
  /// @throws IllegalArgumentException when it is no such age, or none at all
  public static Duration age(String text) {
    Matcher age = AGE.matcher(text);
    if (!age.matches() || Integer.parseInt(age.group(1)) == 0) {
      throw new IllegalArgumentException(text);
    }
    int number = Integer.parseInt(age.group(1));
    return age.group(2).equals("d") ? Duration.ofDays(number) : Duration.ofHours(number);
  }

  /// An age of whole days: `30`.
  ///
  /// @throws IllegalArgumentException when it is no such age, or none at all
  static Duration days(String text) {
    return age(text + "d");
  }
}
