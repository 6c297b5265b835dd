package dev.easel.domain.cost;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Arrays;
import java.util.Optional;

/// How long a budget lasts before it starts anew.
public enum BudgetPeriod {
  /// A day of the log's zone.
  DAY("day", "daily"),
  /// A month of the log's zone.
  MONTH("month", "monthly");

  private final String word;
  private final String adjective;

  BudgetPeriod(String word, String adjective) {
    this.word = word;
    this.adjective = adjective;
  }

  /// Its name in documents.
  public String word() {
    return word;
  }

  /// What a budget of this period is called.
  public String adjective() {
    return adjective;
  }

  /// The period with this word.
  public static Optional<BudgetPeriod> named(String word) {
    return Arrays.stream(values()).filter(period -> period.word.equals(word)).findFirst();
  }

  /// The first day of the period that `day` lies in.
  public LocalDate first(LocalDate day) {
    return switch (this) {
      case DAY -> day;
      case MONTH -> day.withDayOfMonth(1);
    };
  }

  /// The last day of the period that `day` lies in.
  public LocalDate last(LocalDate day) {
    return switch (this) {
      case DAY -> day;
      case MONTH -> day.withDayOfMonth(day.lengthOfMonth());
    };
  }

  /// Whether two days lie in the same period.
  public boolean joins(LocalDate one, LocalDate other) {
    return first(one).equals(first(other));
  }

  /// When the period that `day` lies in is over.
  public Instant end(LocalDate day, ZoneId zone) {
    return last(day).plusDays(1).atStartOfDay(zone).toInstant();
  }
}
