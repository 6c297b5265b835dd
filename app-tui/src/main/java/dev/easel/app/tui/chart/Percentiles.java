package dev.easel.app.tui.chart;

import dev.easel.app.tui.screen.Canvas;
import dev.easel.app.tui.screen.Role;
import dev.easel.app.tui.text.Cells;
import dev.easel.app.tui.text.Figures;
import dev.easel.app.tui.text.ModelWord;
import dev.easel.domain.image.Nullable;
import dev.easel.domain.ledger.Statistics;
import java.util.List;
import java.util.Objects;
import java.util.function.Function;
import java.util.stream.Stream;

/// How long requests took that brought pictures, in seconds. A percentile of few says little: below
/// twenty only the median is given, with `~`, and below five nothing.
///
/// @param rows in the order in which they are drawn
public record Percentiles(List<Row> rows, Pen pen) implements Drawing {

  /// Below how many requests only the median is given.
  public static final int ENOUGH = 20;

  private static final int FEW = 5;
  private static final int FIGURE = 7;
  private static final int SHORTEST_NAME = 8;
  private static final int SHORTEST_SPAN = 16;

  /// Copies the list.
  public Percentiles {
    rows = List.copyOf(rows);
  }

  /// A row.
  ///
  /// @param requests how many the percentiles are over
  public record Row(String name, long requests, Statistics.Latency latency) {
    private Row named(String other) {
      return new Row(other, requests, latency);
    }
  }

  /// Rows for the models, most requests first.
  public static Percentiles of(Statistics statistics, Pen pen) {
    return new Percentiles(
        statistics.models().stream()
            .filter(line -> line.totals().successful() > 0)
            .map(line -> new Row(line.model(), line.totals().successful(), line.latency()))
            .toList(),
        pen);
  }

  @Override
  public List<String> notes(int columns) {
    Notes notes = Notes.of("seconds").counted(rows.stream().mapToLong(Row::requests).sum());
    return few() ? notes.and("~ n below " + ENOUGH).all() : notes.all();
  }

  @Override
  public void draw(Canvas canvas) {
    List<Column> columns = columns(canvas.columns());
    List<Row> named = named(canvas.columns() - columns.size() * FIGURE);
    int names = names(named, canvas.columns() - columns.size() * FIGURE);
    head(canvas, columns, names);
    int shown = Math.min(rows.size(), canvas.rows() - 1 - (remark(canvas.rows()) ? 1 : 0));
    for (int number = 0; number < shown; number++) {
      row(canvas, number + 1, named.get(number), columns, names);
    }
    int beside = names + columns.size() * FIGURE + 2;
    if (canvas.columns() - beside >= SHORTEST_SPAN) {
      spans(canvas.part(canvas.area().top(shown + 1).rightOf(beside)));
    }
    if (remark(canvas.rows())) {
      canvas.text(0, shown + 1, "~ fewer than " + ENOUGH + " requests", Role.MUTED);
    }
  }

  // From nothing to the median, and on to where all but one in twenty lie.
  private void spans(Canvas canvas) {
    Scale scale = new Scale(rows.stream().mapToLong(Percentiles::end).max().orElse(0));
    canvas.text(0, 0, "p50 █  to p95 ┤", Role.MUTED);
    for (int number = 0; number + 1 < canvas.rows(); number++) {
      Row row = rows.get(number);
      if (row.requests() >= ENOUGH && row.latency().p50() != null) {
        span(canvas, number + 1, scale, row.latency().p50(), end(row));
      }
    }
  }

  private void span(Canvas canvas, int row, Scale scale, long median, long end) {
    int last = scale.eighths(end, canvas.columns() - 1) / 8;
    int next =
        Strip.draw(canvas, 0, row, scale.eighths(median, canvas.columns() - 1), pen, Role.SERIES_1);
    canvas.text(next, row, "·".repeat(Math.max(0, last - next)), Role.MUTED);
    canvas.text(Math.max(next, last), row, "┤", Role.TEXT);
  }

  private static long end(Row row) {
    Long p95 = row.latency().p95();
    return row.requests() < ENOUGH || p95 == null ? 0 : p95;
  }

  private List<Row> named(int room) {
    boolean brief = ModelWord.tooLong(rows.stream().map(Row::name).toList(), room);
    return rows.stream()
        .map(row -> row.named(brief ? ModelWord.brief(row.name()) : ModelWord.of(row.name())))
        .toList();
  }

  private boolean remark(int height) {
    return height >= rows.size() + 2 && few();
  }

  private boolean few() {
    return rows.stream().anyMatch(row -> row.requests() < ENOUGH);
  }

  private static void head(Canvas canvas, List<Column> columns, int names) {
    int next = names;
    for (Column column : columns) {
      next = Flush.right(canvas, next, 0, column.head(), FIGURE, Role.MUTED);
    }
  }

  private static void row(Canvas canvas, int row, Row figures, List<Column> columns, int names) {
    canvas.text(0, row, Cells.shortened(figures.name(), names), Role.TEXT);
    int next = names;
    for (Column column : columns) {
      next = Flush.right(canvas, next, row, column.text().apply(figures), FIGURE, Role.TEXT);
    }
  }

  // The name keeps what the figures leave.
  private static int names(List<Row> rows, int room) {
    int widest = rows.stream().mapToInt(row -> Cells.width(row.name())).max().orElse(0);
    return Math.clamp(room, 0, Math.max(SHORTEST_NAME, widest));
  }

  private List<Column> columns(int columns) {
    Column median = new Column("p50", this::median);
    Column p90 = new Column("p90", row -> far(row, row.latency().p90()));
    Column p95 = new Column("p95", row -> far(row, row.latency().p95()));
    Column p99 = new Column("p99", row -> far(row, row.latency().p99()));
    Column count = new Column("n", row -> Figures.count(row.requests()));
    List<Column> all = List.of(count, median, p90, p95, p99);
    List<Column> few = List.of(count, median, p95);
    return columns >= all.size() * FIGURE + SHORTEST_NAME * 2 ? all : few;
  }

  private String median(Row row) {
    if (row.requests() < FEW) {
      return "–";
    }
    return (row.requests() < ENOUGH ? "~" : "") + seconds(row.latency().p50());
  }

  private String far(Row row, @Nullable Long micros) {
    return row.requests() < ENOUGH ? "–" : seconds(micros);
  }

  private String seconds(@Nullable Long micros) {
    return micros == null ? "–" : Measure.SECONDS.figure(micros, places());
  }

  private int places() {
    return Measure.SECONDS.decimals(
        rows.stream()
            .map(Row::latency)
            .flatMap(latency -> Stream.of(latency.p50(), latency.p99()))
            .filter(Objects::nonNull)
            .toList());
  }

  private record Column(String head, Function<Row, String> text) {}
}
