package dev.easel.domain.ledger;

import static dev.easel.domain.ledger.LogContract.add;
import static dev.easel.domain.ledger.LogContract.prompts;
import static dev.easel.domain.ledger.LogContract.reserved;
import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.easel.domain.cost.Cost;
import dev.easel.domain.cost.Money;
import dev.easel.domain.image.Fields;
import java.util.List;
import java.util.SplittableRandom;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;

/// Every field of the query language.
public interface QueryContract extends LogContract {

  /// Queries that together use every field, used where a log must agree with a recomputation.
  List<String> EVERY_FIELD =
      List.of(
          "",
          "model:gpt-image-2",
          "model:dall-e-3,mini",
          "-model:gpt*",
          "state:settled",
          "-state:settled,released",
          "provider:openai",
          "provider:local*",
          "size:1024x1024",
          "size:none",
          "quality:hd,low",
          "format:webp",
          "caller:alice",
          "caller:none",
          "tag:poster",
          "-tag:none",
          "star:yes",
          "star:no -state:unknown",
          "code:timeout,http_500",
          "code:none",
          "cost:none",
          "cost>0.04",
          "cost>=0.04",
          "cost<0.04",
          "cost<=0.04",
          "cost:0.01..0.08",
          "latency>10s",
          "latency<=10000",
          "latency:none",
          "since:2026-11-22",
          "until:2026-11-20",
          "time:2026-11-21",
          "time>=2026-11-21T12:00 time<2026-11-22",
          "lighthouse",
          "light*",
          "\"at dusk\"",
          "-dusk",
          "text:fox,ölgemälde",
          "灯台",
          "lighthouse model:gpt-image-2 cost>0.01 -star:yes since:2026-11-18");

  @Test
  default void fieldsOfWordsMatchWholeValuesInAnyCase() {
    try (GenerationLog log = open()) {
      add(
          log,
          entry(1).model("gpt-image-2").provider("openai").prompt("a").entry(),
          entry(2).model("gpt-image-2.6-flare").provider("Azure").prompt("b").entry(),
          entry(3).model("black-forest/flux").provider("openai-eu").prompt("c").entry());

      assertEquals(List.of("a"), prompts(log, "model:GPT-image-2"));
      assertEquals(List.of("b", "a"), prompts(log, "model:gpt-image-2*"));
      assertEquals(List.of("b"), prompts(log, "model:flare"));
      assertEquals(List.of("b"), prompts(log, "model:2.6-flare"));
      assertEquals(List.of("c"), prompts(log, "model:flux"));
      assertEquals(List.of(), prompts(log, "model:lare"));
      assertEquals(List.of("b"), prompts(log, "provider:azure"));
      assertEquals(List.of("a"), prompts(log, "provider:openai"));
      assertEquals(List.of("b", "a"), prompts(log, "provider:openai,azure"));
      assertEquals(List.of("c", "b"), prompts(log, "-model:gpt-image-2"));
    }
  }

  @Test
  default void patternSignsOfOtherLanguagesAreOrdinary() {
    try (GenerationLog log = open()) {
      add(
          log,
          entry(1).model("a_b").caller("50%").prompt("a").entry(),
          entry(2).model("axb").caller("50x").prompt("b").entry());

      assertEquals(List.of("a"), prompts(log, "model:a_b"));
      assertEquals(List.of("a"), prompts(log, "model:a_*"));
      assertEquals(List.of("a"), prompts(log, "caller:50%"));
      assertEquals(List.of(), prompts(log, "caller:%"));
      assertEquals(List.of(), prompts(log, "caller:\"'; drop table entry\""));
    }
  }

  @Test
  default void sizeQualityAndFormatAreAsTheyCameOrElseAsAskedFor() {
    try (GenerationLog log = open()) {
      Fields auto = Fields.NONE.with("size", "auto").with("quality", "auto");
      Fields came =
          Fields.NONE
              .with("size", "1536x1024")
              .with("quality", "low")
              .with("output_format", "webp");
      add(
          log,
          entry(1).requested(auto).actual(came).prompt("came").entry(),
          entry(2).requested(auto).prompt("asked").entry(),
          entry(3).requested(Fields.NONE).prompt("silent").entry());

      assertEquals(List.of("came"), prompts(log, "size:1536x1024"));
      assertEquals(List.of("asked"), prompts(log, "size:auto"));
      assertEquals(List.of("silent"), prompts(log, "size:none"));
      assertEquals(List.of("came"), prompts(log, "quality:LOW"));
      assertEquals(List.of("came"), prompts(log, "format:webp"));
      assertEquals(List.of("silent", "asked"), prompts(log, "format:none"));
    }
  }

  @Test
  default void statesAndCodesAreFound() {
    try (GenerationLog log = open()) {
      reserved(log, IntentDraft.at(MORNING.plusSeconds(1), 1).prompt("running"));
      add(
          log,
          entry(2).prompt("settled").entry(),
          entry(3).released("moderation_blocked").prompt("released").entry(),
          entry(4).unknown("timeout", Money.ofUsd("0.08")).prompt("unknown").entry());

      assertEquals(List.of("running"), prompts(log, "state:reserved"));
      assertEquals(List.of("unknown", "settled"), prompts(log, "state:settled,unknown"));
      assertEquals(List.of("released", "settled", "running"), prompts(log, "-state:unknown"));
      assertEquals(List.of("released"), prompts(log, "code:moderation*"));
      assertEquals(List.of("settled", "running"), prompts(log, "code:none"));
    }
  }

  @Test
  default void starTagsAndCallersAreFoundAsSoonAsTheyAreSet() {
    try (GenerationLog log = open()) {
      Entry plain = entry(1).prompt("plain").caller("alice").entry();
      add(log, plain, entry(2).star().tags("Poster", "été").prompt("marked").entry());

      assertEquals(List.of("marked"), prompts(log, "star:yes"));
      assertEquals(List.of("plain"), prompts(log, "star:no"));
      assertEquals(List.of("marked"), prompts(log, "tag:poster"));
      assertEquals(List.of("marked"), prompts(log, "tag:été"));
      assertEquals(List.of("plain"), prompts(log, "caller:alice"));
      assertEquals(List.of("marked"), prompts(log, "caller:none"));

      log.mark(plain.id(), true, new TreeSet<>(List.of("night sky")));
      assertEquals(List.of("marked", "plain"), prompts(log, "star:yes"));
      assertEquals(List.of("plain"), prompts(log, "tag:\"night sky\""));
      log.mark(plain.id(), false, new TreeSet<>());
      assertEquals(List.of("plain"), prompts(log, "tag:none"));
    }
  }

  @Test
  default void costIsComparedToTheNanoDollarAndUnknownIsNotZero() {
    try (GenerationLog log = open()) {
      add(
          log,
          entry(1).cost("0.05").prompt("five").entry(),
          entry(2).cost("0.050000001").prompt("more").entry(),
          entry(3).cost(Cost.UNKNOWN).prompt("unknown").entry(),
          entry(4).released("invalid").prompt("free").entry());

      assertEquals(List.of("more"), prompts(log, "cost>0.05"));
      assertEquals(List.of("more", "five"), prompts(log, "cost:>=0.05"));
      assertEquals(List.of("free"), prompts(log, "cost<0.05"));
      assertEquals(List.of("free", "five"), prompts(log, "cost<=0.05"));
      assertEquals(List.of("more", "five"), prompts(log, "cost:0.05..0.06"));
      assertEquals(List.of("free"), prompts(log, "cost:0"));
      assertEquals(List.of("unknown"), prompts(log, "cost:none"));
      assertEquals(List.of("free", "unknown"), prompts(log, "-cost>=0.05"));
    }
  }

  @Test
  default void latencyIsCompared() {
    try (GenerationLog log = open()) {
      add(
          log,
          entry(1).latency(499_999L).prompt("short").entry(),
          entry(2).latency(10_000_000L).prompt("ten").entry(),
          entry(3).latency(120_000_001L).prompt("long").entry(),
          entry(4).latency(null).prompt("none").entry());

      assertEquals(List.of("short"), prompts(log, "latency<500ms"));
      assertEquals(List.of("long", "ten"), prompts(log, "latency>=10s"));
      assertEquals(List.of("long"), prompts(log, "latency>2m"));
      assertEquals(List.of("ten"), prompts(log, "latency:10000"));
      assertEquals(List.of("none"), prompts(log, "latency:none"));
    }
  }

  @Test
  default void timesAreComparedToTheMicrosecond() {
    try (GenerationLog log = open()) {
      add(
          log,
          EntryDraft.at(java.time.Instant.parse("2026-11-21T23:59:59.999999Z"), 1)
              .prompt("last")
              .entry(),
          EntryDraft.at(java.time.Instant.parse("2026-11-22T00:00:00Z"), 1)
              .prompt("first")
              .entry());

      assertEquals(List.of("first"), prompts(log, "since:2026-11-22"));
      assertEquals(List.of("last"), prompts(log, "until:2026-11-21"));
      assertEquals(List.of("last"), prompts(log, "time:2026-11-21"));
      assertEquals(List.of("first"), prompts(log, "time>2026-11-21"));
      assertEquals(List.of("first", "last"), prompts(log, "time:2026-11-21..2026-11-22"));
      assertEquals(List.of("first"), prompts(log, "since:2070m"));
    }
  }

  @Test
  default void idsAreFoundWholeAndByTheirEnd() {
    try (GenerationLog log = open()) {
      Entry entry = EntryDraft.at(MORNING, 0xabc123L).prompt("found").entry();
      add(log, entry, EntryDraft.at(MORNING, 0xabc124L).prompt("other").entry());

      assertEquals(List.of("found"), prompts(log, "id:" + entry.id()));
      assertEquals(List.of("found"), prompts(log, "id:ABC123"));
      assertEquals(List.of(), prompts(log, "id:abc12"));
    }
  }

  @Test
  default void theLargestQueriesAreAnswered() {
    try (GenerationLog log = open()) {
      add(log, entry(1).prompt("灯").entry());
      List<String> largest =
          List.of(
              "-a".concat(" -a*".repeat(49)),
              "-\"" + "灯".repeat(1_990) + "\"",
              "-model:" + "a*,".repeat(49) + "a*",
              ("-tag:" + "a,".repeat(16) + "a ").repeat(50).strip(),
              "-cost:" + "1..2,".repeat(49) + "none");

      for (String query : largest) {
        assertEquals(List.of("灯"), prompts(log, query), query);
        assertEquals(1, log.statistics(LogContract.query(query)).totals().requests());
      }
    }
  }

  @Test
  default void everyQueryAgreesWithItsMeaning() {
    SplittableRandom random = new SplittableRandom(20_261_123);
    try (GenerationLog log = open()) {
      add(log, RandomEntries.several(random, MORNING, 120));
      List<Entry> all = LogContract.matching(log, "");

      for (String source : EVERY_FIELD) {
        Query query = LogContract.query(source);
        List<Entry> expected = all.stream().filter(query::matches).toList();
        assertEquals(expected, LogContract.matching(log, source), source);
      }
    }
  }

  private static EntryDraft entry(int number) {
    return EntryDraft.at(MORNING.plusSeconds(number), number);
  }
}
