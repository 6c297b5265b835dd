package dev.easel.app.tui.dashboard.work;

import dev.easel.app.tui.dashboard.state.Books;
import dev.easel.app.tui.dashboard.state.Expectation;
import dev.easel.app.tui.dashboard.state.Range;
import dev.easel.app.tui.dashboard.state.Shape;
import dev.easel.domain.cost.Money;
import dev.easel.domain.ledger.Entry;
import dev.easel.domain.ledger.Statistics;
import dev.easel.domain.usecase.Studio;
import java.time.Duration;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;

/// Reads the sums. Safe for use by several threads.
public final class BooksReader {

  private static final int LATEST = 60;
  private static final int MOST_RUNNING = 200;
  private static final int RUNS = 50;

  private final Studio studio;

  /// A reader over open books.
  public BooksReader(Studio studio) {
    this.studio = studio;
  }

  /// The sums as they are now.
  public Books.Sheet read(Range range) {
    Statistics all = studio.summariseSpending().statistics("");
    String query = range.with("");
    List<Entry> running =
        studio.browseLog().page("state:reserved", MOST_RUNNING, null).entries().stream()
            .sorted(Comparator.comparing(Entry::id))
            .toList();
    return new Books.Sheet(
        range,
        all,
        query.isEmpty() ? all : studio.summariseSpending().statistics(query),
        studio.reportBudget().reportOver(all),
        running,
        studio.browseQueue().waiting(),
        studio.browseLog().page(query, LATEST, null).entries());
  }

  /// What is to be expected of requests of these shapes. One that has too few before it goes by its
  /// model and quality, or else by its model alone; one that has none at all is left out.
  Map<Shape, Expectation> expected(Set<Shape> shapes) {
    Map<Shape, Expectation> found = new HashMap<>();
    for (Shape shape : shapes) {
      List<Entry> runs = runs(shape);
      if (!runs.isEmpty()) {
        found.put(shape, expected(runs));
      }
    }
    return found;
  }

  private List<Entry> runs(Shape shape) {
    String model = "state:settled model:" + quoted(shape.model());
    String quality = shape.quality().isEmpty() ? "" : " quality:" + quoted(shape.quality());
    String size = shape.size().isEmpty() ? "" : " size:" + quoted(shape.size());
    List<Entry> runs = List.of();
    for (String query : List.of(model + quality + size, model + quality, model)) {
      runs =
          studio.browseLog().page(query, RUNS, null).entries().stream()
              .filter(entry -> entry.model().equals(shape.model()))
              .filter(entry -> entry.latencyMicros() != null)
              .toList();
      if (runs.size() >= Expectation.FEWEST) {
        return runs;
      }
    }
    return runs;
  }

  private static String quoted(String value) {
    return "\"" + value.replace("\"", "") + "\"";
  }

  private static Expectation expected(List<Entry> runs) {
    List<Long> micros =
        runs.stream().map(Entry::latencyMicros).filter(Objects::nonNull).sorted().toList();
    List<Money> costs =
        runs.stream().flatMap(entry -> entry.cost().known().stream()).sorted().toList();
    return new Expectation(
        micros.size(),
        duration(micros.get(micros.size() / 2)),
        duration(micros.get(Math.min(micros.size() - 1, micros.size() * 95 / 100))),
        costs.isEmpty() ? null : costs.getFirst(),
        costs.isEmpty() ? null : costs.getLast());
  }

  private static Duration duration(long micros) {
    return Duration.ofNanos(micros * 1_000);
  }
}
