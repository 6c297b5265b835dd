package dev.easel.benchmark.pure;

import dev.easel.adapter.openai.Catalogues;
import dev.easel.domain.cost.Estimate;
import dev.easel.domain.cost.Pricing;
import dev.easel.domain.image.Fields;
import dev.easel.domain.image.ImageRequest;
import dev.easel.domain.image.Operation;
import dev.easel.domain.ledger.Query;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.State;

/// What Easel computes without a disk and without a network.
@State(Scope.Thread)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MICROSECONDS)
public class PureParts {

  private static final LocalDate DAY = LocalDate.of(2026, 11, 26);
  private static final Instant NOW = Instant.parse("2026-11-26T12:00:00Z");

  private final Pricing pricing = pricing();
  private final ImageRequest request =
      new ImageRequest(
          Operation.GENERATE,
          "openai",
          "gpt-image-2",
          "a lighthouse at dusk, seen from the sea, in the manner of an old engraving",
          Fields.NONE.with("size", "1536x1024").with("quality", "medium").with("n", 2L),
          List.of());

  /// What a request would cost, its prompt counted in tokens.
  @Benchmark
  public Estimate estimate() {
    return pricing.estimate(request, DAY);
  }

  /// A query with a word, fields, a measure and a time.
  @Benchmark
  public Query query() {
    return Query.parse(
        "lighthouse -fog model:gpt-image-2,dall-e-3 cost:0.01..0.2 since:7d star:yes",
        ZoneOffset.UTC,
        NOW);
  }

  private static Pricing pricing() {
    Catalogues catalogues = Catalogues.load(null);
    return new Pricing(catalogues.prices(), catalogues.tokens());
  }
}
