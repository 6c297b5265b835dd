package dev.easel.domain.cost;

import java.math.BigInteger;

/// How much of a budget is committed.
public enum BudgetLevel {
  /// Less than 80 %.
  OK("ok", 0),
  /// From 80 %.
  NEAR_80("near_80", 80),
  /// From 95 %.
  NEAR_95("near_95", 95),
  /// All of it, or more.
  REACHED("reached", 100);

  private final String word;
  private final BigInteger percent;

  BudgetLevel(String word, long percent) {
    this.word = word;
    this.percent = BigInteger.valueOf(percent);
  }

  /// Its name in documents.
  public String word() {
    return word;
  }

  /// The level of `committed` against `cap`, exact to the nano-dollar; nothing of nothing is
  /// reached.
  static BudgetLevel of(Money committed, Money cap) {
    BigInteger hundredfold = hundredfold(committed);
    BudgetLevel level = OK;
    for (BudgetLevel higher : values()) {
      BigInteger share = BigInteger.valueOf(cap.nanos()).multiply(higher.percent);
      level = higher != OK && hundredfold.compareTo(share) >= 0 ? higher : level;
    }
    return level;
  }

  /// The whole percents of `cap` that `committed` is; nothing of nothing is 100.
  static long percent(Money committed, Money cap) {
    if (cap.nanos() <= 0) {
      return 100;
    }
    BigInteger percent = hundredfold(committed).divide(BigInteger.valueOf(cap.nanos()));
    return percent.min(BigInteger.valueOf(Long.MAX_VALUE)).longValueExact();
  }

  private static BigInteger hundredfold(Money money) {
    return BigInteger.valueOf(money.nanos()).multiply(BigInteger.valueOf(100));
  }
}
