package dev.easel.adapter.persistence;

import dev.easel.adapter.persistence.JsonlDaySums.Kind;
import dev.easel.domain.cost.Money;
import dev.easel.domain.ledger.EntryState;
import dev.easel.domain.ledger.Tally;
import java.time.LocalDate;

/// The sums of a log as bytes, and back.
final class JsonlSumsBody {

  private final JsonlOutput output;
  private final JsonlTexts texts = new JsonlTexts();

  private JsonlSumsBody(JsonlOutput output) {
    this.output = output;
  }

  /// Writes all sums.
  static void write(JsonlOutput output, JsonlSums sums) {
    JsonlSumsBody body = new JsonlSumsBody(output);
    output.number(sums.days().size());
    sums.days().forEach(body::write);
  }

  private void write(LocalDate day, JsonlDaySums sums) {
    output.number(day.toEpochDay());
    output.number(sums.tallies().size());
    sums.tallies().forEach(this::write);
    output.number(sums.latencies().size());
    sums.latencies()
        .forEach((model, histogram) -> {
          texts.write(output, model);
          output.number(histogram.size());
          histogram.each((bucket, count) -> output.number(bucket).number(count));
        });
  }

  private void write(Kind kind, Tally tally) {
    texts.write(output, kind.model());
    texts.write(output, kind.state().word());
    texts.write(output, kind.caller());
    texts.write(output, kind.size());
    texts.write(output, kind.quality());
    output.number(kind.code() == null ? 0 : 1);
    if (kind.code() != null) {
      texts.write(output, kind.code());
    }
    output
        .number(tally.entries())
        .number(tally.cost().nanos())
        .number(tally.atRisk().nanos())
        .number(tally.unpriced())
        .number(tally.latencyMicros())
        .number(tally.timed());
  }

  /// Reads the sums that [#write] wrote.
  static JsonlSums read(JsonlInput input) {
    JsonlSums sums = new JsonlSums();
    JsonlTexts.Reader texts = new JsonlTexts.Reader(input);
    for (int left = input.count(); left > 0; left--) {
      readDay(input, texts, sums);
    }
    return sums;
  }

  private static void readDay(JsonlInput input, JsonlTexts.Reader texts, JsonlSums sums) {
    LocalDate day = LocalDate.ofEpochDay(input.number());
    for (int left = input.count(); left > 0; left--) {
      sums.add(day, kind(input, texts), tally(input));
    }
    for (int left = input.count(); left > 0; left--) {
      String model = texts.read();
      for (int buckets = input.count(); buckets > 0; buckets--) {
        sums.addLatency(day, model, input.count(), input.number());
      }
    }
  }

  private static Kind kind(JsonlInput input, JsonlTexts.Reader texts) {
    return new Kind(
        texts.read(),
        EntryState.named(texts.read()).orElseThrow(),
        texts.read(),
        texts.read(),
        texts.read(),
        input.number() == 0 ? null : texts.read());
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
