package dev.easel.benchmark.pure;

import dev.easel.adapter.openai.Catalogues;
import dev.easel.benchmark.history.LogGenerator;
import dev.easel.domain.cost.Estimate;
import dev.easel.domain.cost.Pricing;
import dev.easel.domain.image.Fields;
import dev.easel.domain.image.ImageRequest;
import dev.easel.domain.image.Operation;
import dev.easel.domain.ledger.CanonicalForm;
import dev.easel.domain.ledger.Entry;
import dev.easel.domain.ledger.EntryFields;
import dev.easel.domain.ledger.EntryId;
import dev.easel.domain.ledger.EntryReading;
import dev.easel.domain.ledger.EntryReading.NotAnEntry;
import dev.easel.domain.ledger.Query;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.State;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.json.JsonMapper;

/// What Easel computes without a disk and without a network.
@State(Scope.Thread)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MICROSECONDS)
public class PureParts {

  private static final LocalDate DAY = LocalDate.of(2026, 11, 26);
  private static final Instant NOW = Instant.parse("2026-11-26T12:00:00Z");

  private static final JsonMapper JSON =
      JsonMapper.builder().enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS).build();
  private static final TypeReference<Map<String, Object>> VALUES = new TypeReference<>() {};
  private static final long SEED = 20_261_126;
  private static final long ENTRIES = 10_000;

  private final Pricing pricing = pricing();
  private final ImageRequest request =
      new ImageRequest(
          Operation.GENERATE,
          "openai",
          "gpt-image-2",
          "a lighthouse at dusk, seen from the sea, in the manner of an old engraving",
          Fields.NONE.with("size", "1536x1024").with("quality", "medium").with("n", 2L),
          List.of());

  private final Entry entry = new LogGenerator(SEED, ENTRIES).entry(0);
  private final byte[] line = EntryFields.line(entry).getBytes(StandardCharsets.UTF_8);

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

  /// An entry as the line of a log.
  @Benchmark
  public String encode() {
    return EntryFields.line(entry);
  }

  /// The line of an entry as plain values, which is what [#decode] begins with.
  @Benchmark
  public Fields parse() {
    return Fields.of(JSON.readValue(line, VALUES));
  }

  /// The line of an entry as an entry.
  ///
  /// @throws NotAnEntry never, as it is one
  @Benchmark
  public Entry decode() throws NotAnEntry {
    return EntryReading.read(parse(), ZoneOffset.UTC, moment -> EntryId.of(moment, 0, 0));
  }

  /// SHA-256 over the canonical form of an entry.
  @Benchmark
  public String hash() {
    return CanonicalForm.hash(entry);
  }

  /// SHA-256 over as many bytes as the line has, which is what [#hash] cannot do without.
  @Benchmark
  public String digest() {
    return CanonicalForm.sha256(line);
  }

  private static Pricing pricing() {
    Catalogues catalogues = Catalogues.load(null);
    return new Pricing(catalogues.prices(), catalogues.tokens());
  }
}
