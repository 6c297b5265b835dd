package dev.easel.domain.usecase;

import dev.easel.domain.ledger.Condition;
import dev.easel.domain.ledger.GenerationLog;
import dev.easel.domain.ledger.Query;
import dev.easel.domain.ledger.Statistics;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/// Adds up what was asked for, what came of it and what it cost.
public final class SummariseSpending {

  private final GenerationLog log;
  private final Time time;

  /// Puts the use case together.
  public SummariseSpending(GenerationLog log, Time time) {
    this.log = log;
    this.time = time;
  }

  /// The statistics of the entries that match a query in the query language.
  ///
  /// @throws Query.QueryProblem when the query cannot be understood
  public Statistics statistics(String query) {
    return log.statistics(parsed(query));
  }

  /// The statistics of those of one caller's entries that match.
  ///
  /// @throws Query.QueryProblem when the query cannot be understood
  public Statistics statistics(String query, String caller) {
    return log.statistics(parsed(query).ofCaller(caller));
  }

  private Query parsed(String query) {
    return Query.parse(query, log.zone(), time.now());
  }

  /// How long the middle one of this model's requests took, if any has ended well.
  public Optional<Duration> usualDuration(String model) {
    Condition is = new Condition.Is(Condition.Field.MODEL, model.toLowerCase(Locale.ROOT), false);
    return log.statistics(new Query("model:" + model, List.of(is))).models().stream()
        .filter(line -> line.model().equals(model))
        .findFirst()
        .map(line -> line.latency().p50())
        .map(micros -> Duration.ofNanos(micros * 1_000));
  }
}
