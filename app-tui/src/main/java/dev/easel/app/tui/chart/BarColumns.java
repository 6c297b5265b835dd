package dev.easel.app.tui.chart;

import dev.easel.app.tui.screen.Canvas;
import dev.easel.app.tui.screen.Role;
import dev.easel.app.tui.text.Cells;
import dev.easel.app.tui.text.Figures;
import dev.easel.app.tui.text.ModelWord;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import java.util.function.ToIntFunction;

/// Places the columns of bars. Where they have no room the share is left out first, then how many
/// requests, then the bar itself; the name is shortened, and the value always stands.
final class BarColumns {

  private static final int GAP = 1;
  private static final int SHORTEST_NAME = 12;
  private static final int SHORTEST_BAR = 6;
  private static final int SHARE = 5;
  private static final String REQUESTS = "n";
  private static final String SHARE_HEAD = "share";

  private final Measure measure;
  private final Pen pen;
  private final Canvas canvas;
  private final Bars.Bar total;
  private final Scale scale;
  private final int places;
  private final String subject;
  private final boolean brief;
  private final int names;
  private final int counts;
  private final int figures;
  private final int unknowns;
  private final int shares;

  BarColumns(Bars bars, List<Bars.Bar> rows, Bars.Bar total, Canvas canvas) {
    this.measure = bars.measure();
    this.pen = bars.pen();
    this.canvas = canvas;
    this.total = total;
    this.subject = bars.subject();
    this.scale = new Scale(Bars.highest(rows));
    this.places = measure.decimals(rows.stream().map(row -> row.amount().known()).toList());
    List<Bars.Bar> all = new ArrayList<>(rows);
    all.add(total);
    this.figures = Math.max(widest(all, this::figure), measure == Measure.DOLLARS ? 4 : 1);
    this.unknowns = gapped(widest(all, row -> Figure.unknown(row.amount())));
    int left = canvas.columns() - SHORTEST_NAME - GAP - figures - unknowns - GAP - SHORTEST_BAR;
    int wanted = measure == Measure.REQUESTS ? 0 : gapped(widest(all, BarColumns::count));
    this.counts = wanted <= left ? wanted : 0;
    this.shares = gapped(SHARE) <= left - counts ? gapped(SHARE) : 0;
    int room = room();
    this.brief = ModelWord.tooLong(all.stream().map(Bars.Bar::name).toList(), room);
    int widest = Math.max(widest(all, this::name), Cells.width(subject));
    this.names = Math.clamp(room, 1, Math.max(1, widest));
  }

  private int room() {
    int beside = canvas.columns() - GAP - counts - figures - unknowns - shares;
    int withBar = beside - GAP - SHORTEST_BAR;
    return withBar >= SHORTEST_NAME / 2 ? withBar : beside;
  }

  private static int gapped(int cells) {
    return cells == 0 ? 0 : cells + GAP;
  }

  private static int widest(List<Bars.Bar> rows, Function<Bars.Bar, String> text) {
    ToIntFunction<Bars.Bar> width = row -> Cells.width(text.apply(row));
    return rows.stream().mapToInt(width).max().orElse(0);
  }

  private String name(Bars.Bar row) {
    return brief ? ModelWord.brief(row.name()) : ModelWord.of(row.name());
  }

  private static String count(Bars.Bar row) {
    return Figures.count(row.requests());
  }

  private String figure(Bars.Bar row) {
    return Figure.of(measure, row.amount(), places);
  }

  void head(int row) {
    String value = measure == Measure.REQUESTS ? REQUESTS : measure.unit();
    write(row, subject, REQUESTS, value, "", SHARE_HEAD, Role.MUTED, Role.MUTED);
  }

  void bar(int row, Bars.Bar bar) {
    int next = row(row, bar, Role.TEXT);
    int room = canvas.columns() - next - GAP;
    int eighths = room < SHORTEST_BAR ? 0 : scale.eighths(bar.amount().known(), room);
    Strip.draw(canvas, next + GAP, row, eighths, pen, Role.series(bar.series()));
  }

  void foot(int row) {
    row(row, total, Role.HEADING);
  }

  private int row(int row, Bars.Bar bar, Role role) {
    String share = share(bar);
    String unknown = Figure.unknown(bar.amount());
    return write(row, name(bar), count(bar), figure(bar), unknown, share, role, valueRole(bar));
  }

  private String share(Bars.Bar bar) {
    return bar.amount().onlyUnknown()
        ? "–"
        : Figure.share(bar.amount().known(), total.amount().known());
  }

  private Role valueRole(Bars.Bar bar) {
    if (bar.amount().onlyUnknown()) {
      return Role.WARNING;
    }
    return measure == Measure.DOLLARS ? Role.MONEY : Role.TEXT;
  }

  private int write(
      int row,
      String name,
      String count,
      String figure,
      String unknown,
      String share,
      Role role,
      Role value) {
    canvas.text(0, row, Cells.shortened(name, names), role);
    int next = right(names, row, count, counts, Role.MUTED);
    next = right(next, row, figure, GAP + figures, value);
    next = right(next, row, unknown, unknowns, Role.WARNING);
    return right(next, row, share, shares, Role.MUTED);
  }

  // A column without room is left out.
  private int right(int from, int row, String text, int cells, Role role) {
    return cells == 0 ? from : Flush.right(canvas, from, row, text, cells, role);
  }
}
