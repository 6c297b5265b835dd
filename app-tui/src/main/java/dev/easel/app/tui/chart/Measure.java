package dev.easel.app.tui.chart;

import dev.easel.domain.cost.Money;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.List;
import java.util.Locale;

/// What a chart measures, and how its figures are written. All figures of a column have the same
/// number of decimals.
public enum Measure {
  /// Money, in nano-dollars.
  DOLLARS("USD", 9, 2, 10_000_000),
  /// Time, in microseconds.
  SECONDS("seconds", 6, 1, 1_000_000),
  /// How many requests.
  REQUESTS("requests", 0, 0, 1);

  private static final String[] THOUSANDS = {"", "k", "M", "G"};
  private static final long TEN_CENTS = 100_000_000;
  private static final int MORE_DECIMALS = 2;
  private static final int TICK_DECIMALS = 2;

  private final String unit;
  private final int exponent;
  private final int decimals;
  private final long least;

  Measure(String unit, int exponent, int decimals, long least) {
    this.unit = unit;
    this.exponent = exponent;
    this.decimals = decimals;
    this.least = least;
  }

  /// The unit, for titles.
  public String unit() {
    return unit;
  }

  /// How many decimals figures need that stand below each other: more when the largest is small.
  public int decimals(List<Long> values) {
    long largest = values.stream().max(Long::compare).orElse(0L);
    boolean small = largest > 0 && inUnits(largest).compareTo(BigDecimal.ONE) < 0;
    return small && decimals > 0 ? decimals + MORE_DECIMALS : decimals;
  }

  /// A figure with its sign: `$18.90`, `24.8`, `1,204`. What would be rounded to nothing reads
  /// `<0.0001`.
  ///
  /// @param places how many decimals
  public String figure(long value, int places) {
    BigDecimal rounded = inUnits(value).setScale(places, RoundingMode.HALF_UP);
    boolean vanishes = value > 0 && rounded.signum() == 0;
    BigDecimal shown = vanishes ? BigDecimal.ONE.movePointLeft(places) : rounded;
    return (vanishes ? "<" : "") + sign() + String.format(Locale.ROOT, "%,." + places + "f", shown);
  }

  /// A figure that stands alone.
  public String figure(long value) {
    return figure(value, decimals(List.of(value)));
  }

  /// Money in dollars and cents; below ten cents to a hundredth of a cent.
  public static String rounded(Money money) {
    boolean small = money.nanos() != 0 && Math.abs(money.nanos()) < TEN_CENTS;
    return DOLLARS.figure(money.nanos(), small ? 4 : 2);
  }

  private String sign() {
    return this == DOLLARS ? "$" : "";
  }

  Scale scale(long highest) {
    return Scale.nice(highest, least);
  }

  /// A value beside an axis, without a sign: `5.00`, `2.5k`, `0`.
  String tick(long value, Scale scale) {
    if (value == 0) {
      return "0";
    }
    BigDecimal half = inUnits(scale.max()).divide(BigDecimal.TWO);
    int thousands = thousands(inUnits(scale.max()));
    int needed = Math.max(0, half.movePointLeft(3 * thousands).stripTrailingZeros().scale());
    int places = thousands > 0 ? Math.min(TICK_DECIMALS, needed) : Math.max(leastPlaces(), needed);
    BigDecimal shown = inUnits(value).movePointLeft(3 * thousands);
    return shown.setScale(places, RoundingMode.HALF_UP).toPlainString() + THOUSANDS[thousands];
  }

  /// Whether a value can be told beside an axis: there is no half request.
  boolean whole(long doubled) {
    return this != REQUESTS || doubled % 2 == 0;
  }

  private int leastPlaces() {
    return this == DOLLARS ? decimals : 0;
  }

  private static int thousands(BigDecimal units) {
    int digits = units.precision() - units.scale();
    return Math.clamp((digits - 1) / 3, 0, THOUSANDS.length - 1);
  }

  private BigDecimal inUnits(long value) {
    return BigDecimal.valueOf(value, exponent);
  }
}
