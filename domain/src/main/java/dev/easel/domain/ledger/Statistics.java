package dev.easel.domain.ledger;

import dev.easel.domain.cost.Money;
import dev.easel.domain.image.Nullable;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;

/// What some entries add up to, in several cuts.
///
/// @param latency over all of them
/// @param models by model, most requests first
/// @param days by day of the log's zone, oldest first
/// @param shapes by model, size and quality, finished entries only, most requests first
/// @param callers by caller, the user under the empty name, most requests first
/// @param codes by the code of their failure, most first
/// @param histogram latencies of settled entries, shortest first, empty buckets left out
/// @param coverage how the figures were found
public record Statistics(
    Totals totals,
    Latency latency,
    List<ModelLine> models,
    List<DayLine> days,
    List<ShapeLine> shapes,
    List<CallerLine> callers,
    List<CodeLine> codes,
    List<Bucket> histogram,
    Coverage coverage) {

  /// Copies the lists.
  public Statistics {
    models = List.copyOf(models);
    days = List.copyOf(days);
    shapes = List.copyOf(shapes);
    callers = List.copyOf(callers);
    codes = List.copyOf(codes);
    histogram = List.copyOf(histogram);
  }

  /// Counts and sums.
  ///
  /// @param requests successful, failed and unknown ones; running ones are apart
  /// @param cost the known costs
  /// @param atRisk what running and unknown ones and those of unknown cost may have cost besides,
  ///   as far as known
  /// @param unpriced entries of which neither cost nor risk is known
  public record Totals(
      long requests,
      long successful,
      long failed,
      long unknown,
      long running,
      Money cost,
      Money atRisk,
      long unpriced) {}

  /// Latencies in microseconds; null where there is none to tell.
  ///
  /// @param average over all finished entries that have one
  /// @param p50 the percentiles are over settled ones, within 1 %
  public record Latency(
      @Nullable Long average,
      @Nullable Long p50,
      @Nullable Long p90,
      @Nullable Long p95,
      @Nullable Long p99) {}

  /// A model's share.
  public record ModelLine(String model, Totals totals, Latency latency) {}

  /// A day's share.
  ///
  /// @param costs the known costs by model
  public record DayLine(LocalDate day, Totals totals, Map<String, Money> costs) {
    /// Copies the costs.
    public DayLine {
      costs = Map.copyOf(costs);
    }
  }

  /// The share of a model at a size and a quality; empty text where the entries say none.
  public record ShapeLine(String model, String size, String quality, long requests, Money cost) {}

  /// A caller's share.
  public record CallerLine(String caller, Totals totals) {}

  /// How often a failure happened.
  public record CodeLine(String code, long requests) {}

  /// How many settled entries took from `from` to below `to` microseconds.
  public record Bucket(long from, long to, long requests) {}

  /// How the figures were found.
  ///
  /// @param scanned how many entries were read; 0 when the sums that the log keeps were enough
  /// @param complete false when a bound on reading was reached and older entries are not counted
  public record Coverage(long scanned, boolean complete) {
    /// From the sums that the log keeps.
    public static final Coverage KEPT = new Coverage(0, true);
  }
}
