package dev.easel.domain.ledger;

import dev.easel.domain.image.Nullable;
import java.math.BigDecimal;
import java.math.RoundingMode;

/// What a value of a measure means, in the measure's unit: a day is all its microseconds, and a
/// figure between two units is none (`low` is then above `high`).
///
/// @param goesOn whether the value alone means everything from it on, as `7d` does
record QuerySpan(long low, long high, boolean goesOn) {

  // Far beyond what an entry can hold, and still far from overflow.
  private static final long MOST = Long.MAX_VALUE / 4;

  static QuerySpan of(long low, long high) {
    return new QuerySpan(low, high, false);
  }

  static QuerySpan sinceThen(long moment) {
    return new QuerySpan(moment, moment, true);
  }

  /// The one point `value`.
  static QuerySpan of(BigDecimal value) {
    return of(unit(value, RoundingMode.CEILING), unit(value, RoundingMode.FLOOR));
  }

  private static long unit(BigDecimal value, RoundingMode rounding) {
    BigDecimal most = BigDecimal.valueOf(MOST);
    return value.min(most).setScale(0, rounding).longValueExact();
  }

  /// The condition that a measure stands to this span in this relation.
  Condition.Within within(Condition.Measure measure, QueryParser.Relation relation) {
    @Nullable
    Long lowest =
        switch (relation) {
          case IS, AT_LEAST -> low;
          case ABOVE -> high + 1;
          case AT_MOST, BELOW -> null;
        };
    @Nullable
    Long highest =
        switch (relation) {
          case IS -> goesOn ? null : high;
          case AT_MOST -> high;
          case BELOW -> low - 1;
          case AT_LEAST, ABOVE -> null;
        };
    return new Condition.Within(measure, lowest, highest);
  }
}
