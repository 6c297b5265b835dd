package dev.easel.app.tui.chart;

import dev.easel.app.tui.screen.Canvas;
import dev.easel.app.tui.screen.Role;
import dev.easel.app.tui.text.Cells;
import dev.easel.app.tui.text.Figures;
import dev.easel.domain.ledger.Statistics;
import java.util.ArrayList;
import java.util.List;

/// How long requests took that brought pictures, in buckets that mean something to people. The
/// log's own buckets are so fine that one across a bound is counted by its middle.
///
/// @param histogram the log's buckets, shortest first
public record Latencies(List<Statistics.Bucket> histogram, Pen pen) implements Drawing {

  private static final long[] FINE = {0, 1, 2, 5, 10, 15, 20, 30, 45, 60, 120, 300};
  private static final long[] COARSE = {0, 2, 10, 20, 60, 300};
  private static final long SECOND = 1_000_000;
  private static final int SHORTEST_BAR = 4;

  /// Copies the list.
  public Latencies {
    histogram = List.copyOf(histogram);
  }

  @Override
  public List<String> notes(int columns) {
    return Notes.of("seconds").counted(requests()).all();
  }

  /// How many rows it takes where it has room.
  public int rows() {
    return rows(FINE).size();
  }

  private long requests() {
    return histogram.stream().mapToLong(Statistics.Bucket::requests).sum();
  }

  @Override
  public void draw(Canvas canvas) {
    List<Row> rows = fitting(canvas.rows());
    int names = rows.stream().mapToInt(row -> Cells.width(row.name())).max().orElse(0);
    int counts = rows.stream().mapToInt(row -> Cells.width(row.count())).max().orElse(0);
    Scale scale = new Scale(rows.stream().mapToLong(Row::requests).max().orElse(0));
    for (int number = 0; number < rows.size(); number++) {
      Row row = rows.get(number);
      int next = Flush.right(canvas, 0, number, row.name(), names, Role.TEXT);
      next = Flush.right(canvas, next, number, row.count(), counts + 2, Role.TEXT);
      int room = canvas.columns() - next - 1;
      int eighths = room < SHORTEST_BAR ? 0 : scale.eighths(row.requests(), room);
      Strip.draw(canvas, next + 1, number, eighths, pen, Role.SERIES_1);
    }
  }

  // Fewer rows take wider buckets, and at last everything that is longer goes into the last row.
  private List<Row> fitting(int rows) {
    List<Row> fine = rows(FINE);
    List<Row> fitting = fine.size() <= rows ? fine : rows(COARSE);
    while (fitting.size() > Math.max(1, rows)) {
      Row last = fitting.removeLast();
      Row before = fitting.removeLast();
      fitting.add(new Row(before.from(), last.to(), before.requests() + last.requests()));
    }
    return fitting;
  }

  private List<Row> rows(long[] bounds) {
    List<Row> rows = new ArrayList<>();
    for (int bound = 0; bound < bounds.length; bound++) {
      long to = bound + 1 < bounds.length ? bounds[bound + 1] : Row.OPEN;
      rows.add(new Row(bounds[bound], to, within(bounds[bound], to)));
    }
    while (!rows.isEmpty() && rows.getFirst().requests() == 0) {
      rows.removeFirst();
    }
    while (!rows.isEmpty() && rows.getLast().requests() == 0) {
      rows.removeLast();
    }
    return rows;
  }

  private long within(long from, long to) {
    return histogram.stream()
        .filter(bucket -> middle(bucket) >= from * SECOND)
        .filter(bucket -> to == Row.OPEN || middle(bucket) < to * SECOND)
        .mapToLong(Statistics.Bucket::requests)
        .sum();
  }

  private static long middle(Statistics.Bucket bucket) {
    return bucket.from() + (bucket.to() - bucket.from()) / 2;
  }

  // A bucket in seconds.
  private record Row(long from, long to, long requests) {

    private static final long OPEN = Long.MAX_VALUE;

    String name() {
      if (to == OPEN) {
        return "over " + from;
      }
      return from == 0 ? "under " + to : from + "–" + to;
    }

    String count() {
      return Figures.count(requests);
    }
  }
}
