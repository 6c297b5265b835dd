package dev.easel.benchmark.reading;

import dev.easel.benchmark.history.LogGenerator;
import dev.easel.domain.ledger.EntryId;
import dev.easel.domain.ledger.GenerationLog;
import dev.easel.domain.ledger.Page;
import dev.easel.domain.ledger.Query;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;

/// Something that is asked of a log of any size.
///
/// @param name for people
/// @param query in the query language
record Question(String name, String query) {

  private static final int PAGE = 50;
  private static final long DEEP = 10_000L * PAGE;
  private static final Instant NOW = Instant.parse("2026-11-01T00:00:00Z");

  /// Words of one entry, of few, of some and of many, and fields with times.
  static List<Question> searches(long entries) {
    return List.of(
        new Question("a word of one entry", LogGenerator.wordOf(entries / 2)),
        new Question("a rare word", LogGenerator.wordOneIn(600_000)),
        new Question("a word", LogGenerator.wordOneIn(20_000)),
        new Question("a frequent word", LogGenerator.wordOneIn(50)));
  }

  /// Fields in a range of times.
  static List<Question> ranges() {
    return List.of(
        new Question(
            "a model and a cost in a week",
            "model:gpt-image-2 cost>0.05 since:2026-03-01 until:2026-03-08"),
        new Question(
            "a model and a state in half a year",
            "model:dall-e-3 state:unknown since:2025-03-01 until:2025-08-31"));
  }

  /// The entry before which the page lies that is 10,000 pages deep, or half the log where it is
  /// shorter.
  static EntryId deep(LogGenerator generator) {
    long entries = generator.entries();
    return generator.entry(entries - Math.min(DEEP, entries / 2)).id();
  }

  /// Asks for the first page.
  Page ask(GenerationLog log) {
    return log.page(Query.parse(query, ZoneOffset.UTC, NOW), Page.Request.newest(PAGE));
  }
}
