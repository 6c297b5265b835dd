package dev.easel.domain.ledger;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.easel.domain.cost.Cost;
import dev.easel.domain.cost.CostBasis;
import dev.easel.domain.cost.Money;
import dev.easel.domain.image.Fields;
import dev.easel.domain.image.Nullable;
import dev.easel.domain.image.Operation;
import dev.easel.domain.ledger.EntryReading.NotAnEntry;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.ZoneId;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

final class EntryReadingTest {

  private static final ZoneId BERLIN = ZoneId.of("Europe/Berlin");

  /// A line as the demo server wrote it.
  private static final Fields DEMO =
      Fields.NONE
          .with("timestamp", "2024-12-04T10:54:10.229708")
          .with("model", "dall-e-3")
          .with("prompt", "a fox")
          .with(
              "parameters",
              Fields.NONE
                  .with("size", "1024x1792")
                  .with("quality", "standard")
                  .with("steps", null)
                  .with("seed", 253_877_686L))
          .with("latency_ms", new BigDecimal("3388.42"))
          .with("cost_estimate_usd", new BigDecimal("0.08"))
          .with("success", true)
          .with("error", null)
          .with("image_url", "https://example.com/a.png?b=%3D");

  private static Entry read(Fields fields) throws NotAnEntry {
    return EntryReading.read(fields, BERLIN, moment -> EntryId.of(moment, 0, 1));
  }

  private static String refusal(Fields fields) {
    return String.valueOf(assertThrows(NotAnEntry.class, () -> read(fields)).getMessage());
  }

  @Test
  void aLineOfTheDemoServerIsASettledEntry() throws NotAnEntry {
    Entry entry = read(DEMO);

    assertEquals(Instant.parse("2024-12-04T09:54:10.229708Z"), entry.timestamp());
    assertEquals(EntryId.of(Instant.parse("2024-12-04T09:54:10.229Z"), 0, 1), entry.id());
    assertEquals(EntryState.SETTLED, entry.state());
    assertEquals(Operation.GENERATE, entry.operation());
    assertEquals("openai", entry.provider());
    assertEquals(Cost.of(Money.ofUsd("0.08"), CostBasis.AS_LOGGED), entry.cost());
    assertEquals(3_388_420L, entry.latencyMicros());
    assertEquals(Optional.of("1024x1792"), entry.size());
    assertEquals(Set.of("size", "quality", "seed"), entry.requested().asMap().keySet());
    assertEquals(Optional.of("https://example.com/a.png?b=%3D"), entry.imageUrl());
    assertEquals(Fields.NONE, entry.foreign());
    assertNull(entry.hash());
  }

  @Test
  void aFailedLineCostNothing() throws NotAnEntry {
    Entry entry =
        read(
            DEMO.with("success", false)
                .with("cost_estimate_usd", new BigDecimal("0.0"))
                .with("image_url", null)
                .without("error"));

    assertEquals(EntryState.RELEASED, entry.state());
    assertEquals(Cost.NONE, entry.cost());
    assertEquals(List.of(), entry.images());
    assertNull(entry.error());
  }

  @Test
  void aLineWithoutCostHasNoKnownCost() throws NotAnEntry {
    assertEquals(Cost.UNKNOWN, read(DEMO.with("cost_estimate_usd", null)).cost());
    assertEquals(Cost.UNKNOWN, read(DEMO.without("cost_estimate_usd")).cost());
  }

  @Test
  void missingPartsAreMissingAndNotInvented() throws NotAnEntry {
    Entry entry =
        read(
            Fields.NONE
                .with("timestamp", "2024-12-04T10:54:10")
                .with("model", "x")
                .with("success", true));

    assertEquals("", entry.prompt());
    assertEquals(Fields.NONE, entry.requested());
    assertNull(entry.latencyMicros());
    assertEquals(Optional.empty(), entry.imageUrl());
  }

  @ParameterizedTest
  @CsvSource({
    "2024-12-04T10:51:37.359561, 2024-12-04T09:51:37.359561Z",
    "2024-12-04 10:51:37, 2024-12-04T09:51:37Z",
    "2024-12-04T10:51, 2024-12-04T09:51:00Z",
    "2024-07-04T10:51:37.5, 2024-07-04T08:51:37.500Z",
    "2024-12-04T10:51:37.359561Z, 2024-12-04T10:51:37.359561Z",
    "2024-12-04t10:51:37z, 2024-12-04T10:51:37Z",
    "2024-12-04 10:51:37 UTC, 2024-12-04T10:51:37Z",
    "2024-12-04T10:51:37+00:00, 2024-12-04T10:51:37Z",
    "2024-12-04T10:51:37.359561-0530, 2024-12-04T16:21:37.359561Z",
    "2024-12-04 10:51:37+02, 2024-12-04T08:51:37Z",
    "2024-12-04T10:51:37.123456789Z, 2024-12-04T10:51:37.123456Z",
    "'2024-12-04T10:51:37,359', 2024-12-04T09:51:37.359Z",
    // In Berlin this hour did not exist, and this one was there twice.
    "2024-03-31T02:30:00, 2024-03-31T01:30:00Z",
    "2024-10-27T02:30:00, 2024-10-27T00:30:00Z",
    "1969-12-31T23:59:59Z, 1969-12-31T23:59:59Z",
    "0000-01-01T00:00:00Z, 0000-01-01T00:00:00Z",
    "9999-12-31T23:59:59.999999Z, 9999-12-31T23:59:59.999999Z",
  })
  void timestampsOfManyWritersAreRead(String text, String instant) throws NotAnEntry {
    assertEquals(Instant.parse(instant), read(DEMO.with("timestamp", text)).timestamp());
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "yesterday",
        "2024-12-04",
        "2024-13-04T10:51:37",
        "2024-12-04T24:51:37",
        "+12024-12-04T10:51:37",
        "2024-12-04T10:51:37+99:00",
        "2024-12-04T10:51:37 ",
        "1733309497"
      })
  void otherTimestampsAreNone(String text) {
    assertEquals("its timestamp is no time", refusal(DEMO.with("timestamp", text)));
  }

  @Test
  void aLineWithoutWhatMakesAnEntryIsNone() {
    assertEquals("it has no timestamp", refusal(DEMO.without("timestamp")));
    assertEquals("it has no timestamp", refusal(DEMO.with("timestamp", 1_733_309_497L)));
    assertEquals("it has no model", refusal(DEMO.with("model", null)));
    assertEquals("it does not say success", refusal(DEMO.with("success", "yes")));
    assertEquals("its id is no UUID", refusal(DEMO.with("id", "17")));
    assertEquals("its state is not known", refusal(DEMO.with("state", "pending")));
    assertEquals("a newer Easel wrote it (v 2)", refusal(DEMO.with("v", 2L)));
    assertEquals("it has no timestamp", refusal(Fields.NONE));
  }

  @Test
  void aCostThatCannotBeReadMakesNoEntry() {
    String sentence = "its cost, images, inputs or attempts cannot be read";
    for (Object usd : List.of(-1L, new BigDecimal("1e12"), new BigDecimal("1e2147483647"))) {
      Fields cost = Fields.NONE.with("usd", usd).with("basis", "usage");
      assertEquals(sentence, refusal(DEMO.with("cost", cost)), usd.toString());
    }
    Fields basis = Fields.NONE.with("usd", 1L).with("basis", "guess");
    assertEquals(sentence, refusal(DEMO.with("cost", basis)));
    Fields wide = Fields.NONE.with("width", 5_000_000_000L);
    assertEquals(sentence, refusal(DEMO.with("images", List.of(wide))));
    assertEquals(sentence, refusal(DEMO.with("attempts", List.of(Fields.NONE))));
  }

  @Test
  void valuesOfTheWrongKindStayAsTheyAre() throws NotAnEntry {
    Fields odd =
        DEMO.with("latency_ms", "fast")
            .with("cost_estimate_usd", "0.08")
            .with("parameters", List.of(1L, 2L))
            .with("error", Fields.NONE.with("message", "no"))
            .with("images", Arrays.asList(1L, null))
            .with("v", "1.2")
            .with("operation", "variation")
            .with("at_risk_usd", -3L)
            .with("session", Fields.NONE.with("b", 1L).with("a", null));

    Entry entry = read(odd);

    assertNull(entry.latencyMicros());
    assertEquals(Cost.UNKNOWN, entry.cost());
    assertNull(entry.error());
    Fields again = EntryFields.of(entry);
    odd.asMap()
        .forEach((name, value) -> {
          if (!name.equals("timestamp") && !name.equals("image_url")) {
            assertEquals(value, again.get(name), name);
          }
        });
    assertEquals(entry, read(again));
  }

  @ParameterizedTest
  @ValueSource(strings = {"-1", "1000000000.001", "1e2147483647", "1e-2147483647", "0e2147483647"})
  void numbersThatNobodyMeasuredCostNoMemory(String number) throws NotAnEntry {
    Entry entry =
        read(
            DEMO.with("latency_ms", new BigDecimal(number))
                .with("cost_estimate_usd", new BigDecimal(number))
                .with("extra", new BigDecimal(number)));

    @Nullable Long latency = entry.latencyMicros();
    assertTrue(latency == null || latency == 0);
    assertTrue(CanonicalForm.of(entry).length() < 2_000);
    assertTrue(Json.write(EntryFields.of(entry)).length() < 2_000);
  }

  @Test
  void latencyIsRoundedToTheMicrosecond() throws NotAnEntry {
    assertEquals(1L, read(DEMO.with("latency_ms", new BigDecimal("0.0005"))).latencyMicros());
    assertEquals(0L, read(DEMO.with("latency_ms", new BigDecimal("0.0004999"))).latencyMicros());
    assertEquals(5_000L, read(DEMO.with("latency_ms", 5L)).latencyMicros());
  }

  @Test
  void starAndTagsOfAnyKindNeverComeBackOverAChange() throws NotAnEntry {
    Entry entry = read(DEMO.with("star", "yes").with("tags", "poster"));

    assertEquals(Set.of("poster"), entry.tags());
    assertEquals(Fields.NONE, entry.foreign());
    assertEquals(Set.of("1", "a"), read(DEMO.with("tags", Arrays.asList("a", 1L, null))).tags());
  }
}
