package dev.easel.domain.ledger;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.easel.domain.cost.CostLine;
import dev.easel.domain.cost.Estimate;
import dev.easel.domain.cost.LineClass;
import dev.easel.domain.cost.Money;
import dev.easel.domain.image.Fields;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;

final class DocumentsTest {

  private static final Instant MORNING = Instant.parse("2026-11-23T10:30:00Z");

  private static Statistics statistics() {
    Rollups rollups = new Rollups();
    LocalDate today = LocalDate.of(2026, 11, 23);
    rollups.add(EntryDraft.at(MORNING, 1).cost("0.05271").latency(1_000_000L).entry(), today);
    rollups.add(
        EntryDraft.at(MORNING, 2)
            .requested(Fields.NONE)
            .unknown("timeout", Money.ofUsd("0.5"))
            .caller("alice")
            .latency(null)
            .entry(),
        today);
    return rollups.statistics(new Statistics.Coverage(2, true));
  }

  @Test
  void statisticsHaveTheDemoServersNamesFirst() {
    Fields fields = StatisticsFields.of(statistics());

    assertEquals(
        List.of(
            "total_requests",
            "successful",
            "failed",
            "unknown",
            "running",
            "total_cost_estimate_usd",
            "at_risk_usd",
            "unpriced",
            "avg_latency_ms",
            "p50_ms",
            "p90_ms",
            "p95_ms",
            "p99_ms",
            "by_model",
            "by_day",
            "by_size_quality",
            "by_caller",
            "by_code",
            "latency_histogram",
            "scanned",
            "complete"),
        List.copyOf(fields.asMap().keySet()));
    assertEquals(2L, fields.get("total_requests"));
    assertEquals("0.05271", String.valueOf(fields.get("total_cost_estimate_usd")));
    assertEquals("1000", String.valueOf(fields.get("avg_latency_ms")));
    assertEquals(2L, fields.get("scanned"));
    assertEquals(true, fields.get("complete"));
  }

  @Test
  void theCutsNameWhatTheyAreOf() {
    Fields fields = StatisticsFields.of(statistics());

    assertEquals("gpt-image-2", fields.list("by_model").getFirst().get("model"));
    assertEquals("2026-11-23", fields.list("by_day").getFirst().get("day"));
    assertEquals(
        "{\"gpt-image-2\":0.05271}",
        Json.write(fields.list("by_day").getFirst().fields("cost_by_model_usd")));
    assertEquals(
        "{\"model\":\"gpt-image-2\",\"size\":null,\"quality\":null,\"total_requests\":1,"
            + "\"total_cost_estimate_usd\":0}",
        Json.write(fields.list("by_size_quality").getFirst()));
    assertEquals(null, fields.list("by_caller").getFirst().get("caller"));
    assertEquals("alice", fields.list("by_caller").getLast().get("caller"));
    assertEquals(
        "{\"code\":\"timeout\",\"total_requests\":1}",
        Json.write(fields.list("by_code").getFirst()));
    assertEquals(1L, fields.list("latency_histogram").getFirst().get("total_requests"));
  }

  @Test
  void statisticsOfNothingHaveAnAverageOfZeroAndNoPercentiles() {
    Fields fields = StatisticsFields.of(new Rollups().statistics(Statistics.Coverage.KEPT));

    assertEquals("0", String.valueOf(fields.get("avg_latency_ms")));
    assertEquals(true, fields.has("p50_ms"));
    assertEquals(null, fields.get("p50_ms"));
    assertEquals(List.of(), fields.get("by_model"));
  }

  @Test
  void anExactEstimateHasThreeEqualFigures() {
    CostLine line =
        CostLine.of(LineClass.PER_IMAGE, 2, Money.ofUsd("0.12"), 1, "price list", false);
    Estimate estimate = new Estimate.Exact(Money.ofUsd("0.24"), List.of(line), "2026-11-23");

    assertEquals(
        "{\"model\":\"dall-e-3\",\"size\":\"1792x1024\",\"quality\":\"hd\",\"n\":2,"
            + "\"estimate_usd\":0.24,\"low_usd\":0.24,\"high_usd\":0.24,\"basis\":\"table\","
            + "\"lines\":[{\"class\":\"per_image\",\"images\":2,\"rate_usd\":0.12,\"per\":1,"
            + "\"usd\":0.24,\"source\":\"price list\",\"assumed\":false}],"
            + "\"price_book\":\"2026-11-23\",\"why\":null}",
        Json.write(EstimateFields.of(estimate, "dall-e-3", "1792x1024", "hd", 2)));
  }

  @Test
  void aRangeHasNoSingleFigure() {
    Estimate estimate =
        new Estimate.Range(
            Money.ofUsd("0.01"), Money.ofUsd("0.2"), List.of(), "quality is auto", "2026-11-23");

    assertEquals(
        "{\"model\":\"gpt-image-2\",\"size\":null,\"quality\":\"auto\",\"n\":1,"
            + "\"estimate_usd\":null,\"low_usd\":0.01,\"high_usd\":0.2,\"basis\":\"table\","
            + "\"lines\":[],\"price_book\":\"2026-11-23\",\"why\":\"quality is auto\"}",
        Json.write(EstimateFields.of(estimate, "gpt-image-2", null, "auto", 1)));
  }

  @Test
  void anUnknownEstimateIsNullAndNeverZero() {
    Fields fields = EstimateFields.of(IntentDraft.unknown(), "mystery", null, null, 1);

    assertEquals(null, fields.get("estimate_usd"));
    assertEquals(null, fields.get("low_usd"));
    assertEquals(null, fields.get("high_usd"));
    assertEquals("unknown", fields.get("basis"));
    assertEquals("the model is not in the price book", fields.get("why"));
  }

  @Test
  void linesOfTokensAndOfPicturesSayWhichTheyCount() {
    CostLine tokens =
        CostLine.of(
            LineClass.TEXT_INPUT, 12, Money.ofUsd("5"), CostLine.MILLION, "price list", true);

    assertEquals(
        "{\"class\":\"text_input\",\"tokens\":12,\"rate_usd\":5,\"per\":1000000,"
            + "\"usd\":0.00006,\"source\":\"price list\",\"assumed\":true}",
        Json.write(EntryFields.line(tokens)));
  }
}
