package dev.easel.adapter.persistence;

import dev.easel.adapter.persistence.JsonlDaySums.Kind;
import dev.easel.domain.ledger.Cuts;
import dev.easel.domain.ledger.EntryState;
import dev.easel.domain.ledger.Rollups;
import dev.easel.domain.ledger.Tally;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.Map;
import java.util.TreeMap;

/// What statistics of everything show, on its way into an index: sums over days, each by only what
/// one cut tells apart. Not safe for use by several threads.
final class JsonlTotals {

  private final Map<LocalDate, Map<Kind, Tally>> days = new TreeMap<>();
  private final Map<Kind, Tally> callers = new HashMap<>();
  private final Map<Kind, Tally> shapes = new HashMap<>();
  private final Map<Kind, Tally> codes = new HashMap<>();
  private final Map<String, JsonlHistogram> latencies = new HashMap<>();

  /// Adds a sum of a day.
  void add(LocalDate day, Kind kind, Tally tally) {
    EntryState state = kind.state();
    days.computeIfAbsent(day, _ -> new HashMap<>())
        .merge(new Kind(kind.model(), state, "", "", "", null), tally, Tally::plus);
    callers.merge(new Kind("", state, kind.caller(), "", "", null), tally, Tally::plus);
    shapes.merge(
        new Kind(kind.model(), state, "", kind.size(), kind.quality(), null), tally, Tally::plus);
    if (kind.code() != null) {
      codes.merge(new Kind("", state, "", "", "", kind.code()), tally, Tally::plus);
    }
  }

  /// Adds latencies of a model.
  void add(String model, JsonlHistogram histogram) {
    JsonlHistogram all = latencies.computeIfAbsent(model, _ -> new JsonlHistogram());
    histogram.each(all::add);
  }

  /// Writes them.
  void write(JsonlTallies output) {
    output.output().number(days.size());
    days.forEach((day, tallies) -> {
      output.output().number(day.toEpochDay());
      write(output, tallies);
    });
    write(output, callers);
    write(output, shapes);
    write(output, codes);
    output.output().number(latencies.size());
    latencies.forEach(output::write);
  }

  private static void write(JsonlTallies output, Map<Kind, Tally> tallies) {
    output.output().number(tallies.size());
    tallies.forEach(output::write);
  }

  /// Reads what [#write] wrote, and adds it to `cuts`.
  static void read(JsonlTallies.Reader input, Cuts cuts) {
    for (int left = input.count(); left > 0; left--) {
      LocalDate day = LocalDate.ofEpochDay(input.input().number());
      read(input, (kind, tally) -> cuts.addDay(day, kind.model(), kind.state(), tally));
    }
    read(input, (kind, tally) -> cuts.addCaller(kind.caller(), kind.state(), tally));
    read(input, (kind, tally) -> addShape(cuts, kind, tally));
    read(input, (kind, tally) -> cuts.addCode(String.valueOf(kind.code()), tally.entries()));
    for (int left = input.count(); left > 0; left--) {
      String model = input.text();
      input.histogram((bucket, count) -> cuts.addLatency(model, bucket, count));
    }
  }

  private static void addShape(Cuts cuts, Kind kind, Tally tally) {
    if (kind.state() != EntryState.RESERVED) {
      cuts.addShape(new Rollups.ShapeKey(kind.model(), kind.size(), kind.quality()), tally);
    }
  }

  private interface Sink {
    void take(Kind kind, Tally tally);
  }

  private static void read(JsonlTallies.Reader input, Sink sink) {
    for (int left = input.count(); left > 0; left--) {
      Kind kind = input.kind();
      sink.take(kind, input.tally());
    }
  }
}
