package dev.easel.app.tui.dashboard;

import dev.easel.domain.cost.Cost;
import dev.easel.domain.cost.CostBasis;
import dev.easel.domain.cost.Money;
import dev.easel.domain.image.Fields;
import dev.easel.domain.ledger.Entry;
import dev.easel.domain.ledger.EntryDraft;
import dev.easel.domain.ledger.GenerationLog;
import dev.easel.domain.ledger.InMemoryGenerationLog;
import dev.easel.domain.ledger.IntentDraft;
import dev.easel.domain.ledger.LogRecord;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;

/// A log of two busy months, always the same: many models, failures of several kinds, requests
/// without a known cost, and some of which nobody knows whether they were charged.
final class SampleLog {

  private static final int DAYS = 62;
  private static final List<Kind> KINDS =
      List.of(
          new Kind("gpt-image-2.6-flare", "1024x1024", "low", "0.0059", 6_100, 34),
          new Kind("gpt-image-2.6-sunburst", "1024x1024", "high", "0.2107", 24_800, 24),
          new Kind("gpt-image-2.6-flare", "1536x1024", "medium", "0.041", 9_300, 14),
          new Kind("gpt-image-2", "1024x1536", "medium", "0.05271", 18_300, 14),
          new Kind("local/flux", "1024x1024", "", "?", 41_200, 6),
          new Kind("dall-e-3", "1792x1024", "hd", "0.12", 13_700, 4),
          new Kind("gpt-image-1", "1024x1024", "high", "0.167", 31_000, 2),
          new Kind("gpt-image-1-mini", "1024x1024", "low", "0.005", 8_200, 2));
  private static final List<String> PROMPTS =
      List.of(
          "a lighthouse on a basalt cliff, storm light, long exposure",
          "icon set, flat, twelve garden tools on cream paper",
          "portrait of a clockmaker, oil on panel, north light",
          "isometric kitchen, cutaway, late afternoon",
          "map of an invented island, no labels",
          "fox in the snow, ukiyo-e",
          "product shot, ceramic mug, studio",
          "灯台と嵐、木版画");

  private final SplittableRandom random = new SplittableRandom(20_261_123);
  private final List<Entry> entries = new ArrayList<>();

  private SampleLog() {}

  /// Requests that are alike, and how many of a hundred are such.
  private record Kind(
      String model, String size, String quality, String usd, long millis, int share) {}

  /// The log while nothing is under way.
  static GenerationLog idle() {
    SampleLog sample = new SampleLog();
    for (int ago = DAYS; ago >= 0; ago--) {
      sample.day(ago);
    }
    GenerationLog log = new InMemoryGenerationLog(Scenery.ZONE);
    log.add(sink -> sample.entries.forEach(entry -> sink.accept(new LogRecord.Whole(entry))));
    return log;
  }

  /// The log while some requests are under way and some wait: one that will take a little longer,
  /// one that has taken too long, one like none before it, and two in the queue.
  static GenerationLog busy() {
    GenerationLog log = idle();

    reserve(log, "gpt-image-2.6-flare", 31, false);
    reserve(log, "gpt-image-2.6-sunburst", 21, false);
    reserve(log, "local/unheard-of", 4, false);
    reserve(log, "gpt-image-2", 2, true);
    reserve(log, "gpt-image-2", 1, true);
    return log;
  }

  private static void reserve(GenerationLog log, String model, long ago, boolean waits) {
    IntentDraft intent =
        IntentDraft.at(Scenery.NOW.minusSeconds(ago), 9_000 + ago)
            .model(model)
            .prompt("a harbour at night, ink and wash");
    log.reserve((waits ? intent.waiting() : intent).intent());
  }

  private void day(int ago) {
    Instant noon = Scenery.NOW.minus(Duration.ofDays(ago));
    int count = ago % 7 == 5 ? 0 : 8 + random.nextInt(32);
    for (int number = count; number > 0; number--) {
      request(noon.minusSeconds(40 + number * 600L + random.nextInt(500)));
    }
  }

  private void request(Instant at) {
    Kind kind = kind(random.nextInt(100));
    Fields parameters =
        Fields.NONE
            .with("size", kind.size())
            .withPresent("quality", kind.quality().isEmpty() ? null : kind.quality())
            .with("n", 1);
    EntryDraft draft =
        EntryDraft.at(at, entries.size())
            .model(kind.model())
            .prompt(PROMPTS.get(random.nextInt(PROMPTS.size())))
            .requested(parameters);
    ending(draft, kind);
    entries.add(draft.entry());
  }

  private void ending(EntryDraft draft, Kind kind) {
    draft.latency(kind.millis() * (700 + random.nextInt(700)));
    switch (random.nextInt(120)) {
      case 0, 1, 2 -> draft.released("moderation_blocked").latency(1_200_000L);
      case 3 -> draft.released("rate_limit_exceeded").latency(400_000L);
      case 4 -> draft.released("invalid_size").latency(null);
      case 5 -> draft.unknown("timeout", Money.ofUsd("0.21")).latency(60_000_000L);
      default -> draft.cost(kind.usd().equals("?") ? Cost.UNKNOWN : cost(kind.usd()));
    }
  }

  private static Cost cost(String usd) {
    return Cost.of(Money.ofUsd(usd), CostBasis.TABLE);
  }

  private static Kind kind(int share) {
    int left = share;
    for (Kind kind : KINDS) {
      left -= kind.share();
      if (left < 0) {
        return kind;
      }
    }
    return KINDS.getLast();
  }
}
