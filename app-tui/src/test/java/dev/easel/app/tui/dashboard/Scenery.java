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
import dev.easel.domain.ledger.StoredPicture;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;

/// A log as somebody has it after a month of work, the same each time: four models, some failures,
/// one unknown, one without a price, and two that run.
final class Scenery {

  static final ZoneId ZONE = ZoneId.of("Europe/Berlin");

  /// When the dashboard is looked at: 12:04 on a Monday in Berlin.
  static final Instant NOW = Instant.parse("2026-11-23T11:04:11Z");

  private static final List<String> PROMPTS =
      List.of(
          "a lighthouse on a basalt cliff, storm light, long exposure",
          "icon set, flat, twelve garden tools",
          "portrait of a clockmaker, oil on panel, north light",
          "isometric kitchen, cutaway, morning sun",
          "Ein Fuchs im Schnee, Holzschnitt",
          "夜の東京、雨に濡れた路地、ネオン",
          "pattern, art deco fans",
          "product shot, ceramic mug, studio");

  private Scenery() {}

  /// The log.
  static GenerationLog month() {
    GenerationLog log = new InMemoryGenerationLog(ZONE);
    List<Entry> entries = entries(120);
    log.add(sink -> entries.forEach(entry -> sink.accept(new LogRecord.Whole(entry))));
    log.reserve(
        IntentDraft.at(NOW.minusSeconds(21), 900)
            .model("gpt-image-2")
            .prompt("a harbour at night, ink and wash")
            .intent());
    log.reserve(
        IntentDraft.at(NOW.minusSeconds(3), 901)
            .model("gpt-image-1-mini")
            .prompt("a paper boat")
            .intent());
    return log;
  }

  /// An empty log.
  static GenerationLog empty() {
    return new InMemoryGenerationLog(ZONE);
  }

  /// An empty log whose answers come in parts.
  static GenerationLog hurried() {
    return InMemoryGenerationLog.hurried(ZONE);
  }

  /// So many entries, the oldest first, one every six hours up to now.
  static List<Entry> entries(int count) {
    return IntStream.range(0, count)
        .mapToObj(number -> entry(number, NOW.minus(Duration.ofHours(6L * (count - number)))))
        .toList();
  }

  private static Entry entry(int number, Instant at) {
    EntryDraft draft = shaped(EntryDraft.at(at, number + 1), number);
    return switch (number % 20) {
      case 7 -> draft.released("moderation_blocked").latency(1_200_000L).entry();
      case 13 -> draft.unknown("timeout", Money.ofUsd("0.21")).latency(60_000_000L).entry();
      case 17 -> draft.cost(Cost.UNKNOWN).entry();
      default -> draft.entry();
    };
  }

  private static EntryDraft shaped(EntryDraft draft, int number) {
    EntryDraft prompted = draft.prompt(PROMPTS.get(number % PROMPTS.size()));
    List<StoredPicture> pictures = new ArrayList<>();
    pictures.add(
        new StoredPicture(
            "%064x".formatted(number + 1), "png", 1_400_000L + number, 1_024, 1_024, null));
    EntryDraft pictured = prompted.images(pictures.toArray(StoredPicture[]::new));
    return switch (number % 4) {
      case 0 -> made(pictured, "gpt-image-2", "1024x1024", "high", "0.2107", 24_800 + number);
      case 1 -> made(pictured, "gpt-image-1-mini", "1024x1024", "low", "0.0059", 5_900 + number);
      case 2 -> made(pictured, "gpt-image-2", "1024x1536", "medium", "0.041", 18_300 + number);
      default -> made(pictured, "dall-e-3", "1792x1024", "hd", "0.12", 14_100 + number);
    };
  }

  private static EntryDraft made(
      EntryDraft draft, String model, String size, String quality, String usd, long millis) {
    return draft
        .model(model)
        .requested(Fields.NONE.with("size", size).with("quality", quality).with("n", 1))
        .cost(Cost.of(Money.ofUsd(usd), CostBasis.USAGE))
        .latency(millis * 1_000);
  }
}
