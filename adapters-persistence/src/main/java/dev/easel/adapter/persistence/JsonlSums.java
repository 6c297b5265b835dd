package dev.easel.adapter.persistence;

import dev.easel.domain.cost.Money;
import dev.easel.domain.ledger.EntryState;
import dev.easel.domain.ledger.Rollups;
import dev.easel.domain.ledger.Tally;
import java.time.LocalDate;

/// The sums of a log in the file of its index.
final class JsonlSums {

  private JsonlSums() {}

  /// Writes all sums.
  static void write(JsonlOutput output, Rollups rollups) {
    JsonlTexts texts = new JsonlTexts();
    writeDays(output, texts, rollups);
    writeShapes(output, texts, rollups);
    output.number(rollups.codes().size());
    rollups
        .codes()
        .forEach((code, count) -> {
          texts.write(output, code);
          output.number(count);
        });
    writeLatencies(output, texts, rollups);
  }

  private static void writeDays(JsonlOutput output, JsonlTexts texts, Rollups rollups) {
    output.number(rollups.days().size());
    rollups
        .days()
        .forEach((key, tally) -> {
          output.number(key.day().toEpochDay());
          texts.write(output, key.state().word());
          texts.write(output, key.model());
          texts.write(output, key.caller());
          write(output, tally);
        });
  }

  private static void writeShapes(JsonlOutput output, JsonlTexts texts, Rollups rollups) {
    output.number(rollups.shapes().size());
    rollups
        .shapes()
        .forEach((key, tally) -> {
          texts.write(output, key.model());
          texts.write(output, key.size());
          texts.write(output, key.quality());
          write(output, tally);
        });
  }

  private static void writeLatencies(JsonlOutput output, JsonlTexts texts, Rollups rollups) {
    output.number(rollups.latencies().size());
    rollups
        .latencies()
        .forEach((key, buckets) -> {
          output.number(key.day().toEpochDay());
          texts.write(output, key.model());
          output.number(buckets.size());
          buckets.forEach((bucket, count) -> output.number(bucket).number(count));
        });
  }

  private static void write(JsonlOutput output, Tally tally) {
    output
        .number(tally.entries())
        .number(tally.cost().nanos())
        .number(tally.atRisk().nanos())
        .number(tally.unpriced())
        .number(tally.latencyMicros())
        .number(tally.timed());
  }

  /// Reads the sums that [#write] wrote.
  static Rollups read(JsonlInput input) {
    Rollups rollups = new Rollups();
    JsonlTexts.Reader texts = new JsonlTexts.Reader();
    for (int left = input.count(); left > 0; left--) {
      readDay(input, texts, rollups);
    }
    for (int left = input.count(); left > 0; left--) {
      Rollups.ShapeKey key =
          new Rollups.ShapeKey(texts.read(input), texts.read(input), texts.read(input));
      rollups.addShape(key, tally(input));
    }
    for (int left = input.count(); left > 0; left--) {
      rollups.addCode(texts.read(input), input.number());
    }
    for (int left = input.count(); left > 0; left--) {
      readLatencies(input, texts, rollups);
    }
    return rollups;
  }

  private static void readDay(JsonlInput input, JsonlTexts.Reader texts, Rollups rollups) {
    LocalDate day = LocalDate.ofEpochDay(input.number());
    EntryState state = EntryState.named(texts.read(input)).orElseThrow();
    String model = texts.read(input);
    String caller = texts.read(input);
    rollups.addDay(new Rollups.DayKey(day, model, state, caller), tally(input));
  }

  private static void readLatencies(JsonlInput input, JsonlTexts.Reader texts, Rollups rollups) {
    LocalDate day = LocalDate.ofEpochDay(input.number());
    Rollups.LatencyKey key = new Rollups.LatencyKey(day, texts.read(input));
    for (int left = input.count(); left > 0; left--) {
      rollups.addLatency(key, input.count(), input.number());
    }
  }

  private static Tally tally(JsonlInput input) {
    return new Tally(
        input.number(),
        new Money(input.number()),
        new Money(input.number()),
        input.number(),
        input.number(),
        input.number());
  }
}
