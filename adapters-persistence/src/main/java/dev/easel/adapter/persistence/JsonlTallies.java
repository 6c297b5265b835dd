package dev.easel.adapter.persistence;

import dev.easel.adapter.persistence.JsonlDaySums.Kind;
import dev.easel.domain.cost.Money;
import dev.easel.domain.ledger.EntryState;
import dev.easel.domain.ledger.Tally;
import java.util.List;

/// Writes sums as numbers, texts by their numbers.
record JsonlTallies(JsonlOutput output, JsonlTexts texts) {

  /// A text.
  JsonlTallies text(String text) {
    output.number(texts.number(text));
    return this;
  }

  /// A sum and the kind that it is of.
  void write(Kind kind, Tally tally) {
    text(kind.model()).text(kind.state().word());
    text(kind.caller()).text(kind.size()).text(kind.quality());
    output.number(kind.code() == null ? 0 : 1);
    if (kind.code() != null) {
      text(kind.code());
    }
    write(tally);
  }

  private void write(Tally tally) {
    output
        .number(tally.entries())
        .number(tally.cost().nanos())
        .number(tally.atRisk().nanos())
        .number(tally.unpriced())
        .number(tally.latencyMicros())
        .number(tally.timed());
  }

  /// The latencies of a model.
  void write(String model, JsonlHistogram histogram) {
    text(model);
    output.number(histogram.size());
    histogram.each((bucket, count) -> output.number(bucket).number(count));
  }

  /// The way back.
  record Reader(JsonlInput input, List<String> texts) {

    /// How many follow.
    int count() {
      return input.count();
    }

    /// A text.
    String text() {
      return texts.get(input.count());
    }

    /// A kind.
    Kind kind() {
      return new Kind(
          text(),
          EntryState.named(text()).orElseThrow(),
          text(),
          text(),
          text(),
          input.number() == 0 ? null : text());
    }

    /// A sum.
    Tally tally() {
      return new Tally(
          input.number(),
          new Money(input.number()),
          new Money(input.number()),
          input.number(),
          input.number(),
          input.number());
    }

    /// Latencies.
    void histogram(JsonlHistogram.Sink sink) {
      for (int left = input.count(); left > 0; left--) {
        sink.bucket(input.count(), input.number());
      }
    }
  }
}
