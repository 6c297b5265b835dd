package dev.easel.adapter.persistence;

import dev.easel.adapter.persistence.JsonlDaySums.Kind;
import java.time.LocalDate;
import java.util.List;

/// The sums of a log as bytes, and back: all texts, then what statistics of everything show, which
/// is little, and then each day by itself, to be read when it is asked for.
final class JsonlSumsBody {

  private final JsonlTexts texts = new JsonlTexts();
  private final JsonlTotals totals = new JsonlTotals();

  private JsonlSumsBody() {}

  /// Writes all sums.
  static void write(JsonlOutput output, JsonlSums sums) {
    JsonlSumsBody body = new JsonlSumsBody();
    JsonlOutput days = new JsonlOutput();
    sums.days().forEach((day, its) -> body.write(days, day, its));
    JsonlOutput all = new JsonlOutput();
    body.totals.write(new JsonlTallies(all, body.texts));
    body.texts.write(output);
    output.bytes(all.bytes());
    output.number(sums.days().size()).bytes(days.bytes());
  }

  private void write(JsonlOutput output, LocalDate day, JsonlDaySums sums) {
    JsonlOutput its = new JsonlOutput();
    JsonlTallies tallies = new JsonlTallies(its, texts);
    its.number(sums.tallies().size());
    sums.tallies()
        .forEach((kind, tally) -> {
          tallies.write(kind, tally);
          totals.add(day, kind, tally);
        });
    its.number(sums.latencies().size());
    sums.latencies()
        .forEach((model, histogram) -> {
          tallies.write(model, histogram);
          totals.add(model, histogram);
        });
    byte[] bytes = its.bytes();
    output.number(day.toEpochDay()).number(bytes.length).bytes(bytes);
  }

  /// Reads the sums that [#write] wrote.
  static JsonlSums read(JsonlInput input) {
    JsonlSums sums = new JsonlSums();
    List<String> texts = JsonlTexts.read(input);
    JsonlTotals.read(new JsonlTallies.Reader(input, texts), sums.changing());
    for (int left = input.count(); left > 0; left--) {
      LocalDate day = LocalDate.ofEpochDay(input.number());
      JsonlInput its = input.part(input.count());
      sums.keep(day, new JsonlDaySums(of -> readDay(new JsonlTallies.Reader(its, texts), of)));
    }
    return sums;
  }

  private static void readDay(JsonlTallies.Reader input, JsonlDaySums sums) {
    for (int left = input.count(); left > 0; left--) {
      Kind kind = input.kind();
      sums.add(kind, input.tally());
    }
    for (int left = input.count(); left > 0; left--) {
      String model = input.text();
      input.histogram((bucket, count) -> sums.addLatency(model, bucket, count));
    }
  }
}
