package dev.easel.app.tui.chart;

/// How much of something there is, as far as it is known.
///
/// @param known in the unit of the measure; never below zero
/// @param unknown how many things more there are of which nothing is known, and which are not zero
public record Amount(long known, long unknown) {

  /// Nothing.
  public static final Amount NONE = new Amount(0, 0);

  /// Takes less than nothing for nothing.
  public Amount {
    known = Math.max(0, known);
    unknown = Math.max(0, unknown);
  }

  /// An amount that is known.
  public static Amount of(long known) {
    return new Amount(known, 0);
  }

  /// Both together; a sum beyond the range stays at its end.
  public Amount plus(Amount other) {
    return new Amount(sum(known, other.known), unknown + other.unknown);
  }

  /// Whether there is something, and nothing of it is known.
  public boolean onlyUnknown() {
    return known == 0 && unknown > 0;
  }

  static long sum(long one, long other) {
    long sum = one + other;
    return sum < 0 ? Long.MAX_VALUE : sum;
  }
}
