package dev.easel.app.tui.dashboard.view;

import dev.easel.app.tui.chart.Measure;
import dev.easel.app.tui.dashboard.state.Click;
import dev.easel.app.tui.dashboard.state.Layer;
import dev.easel.app.tui.dashboard.state.Listing;
import dev.easel.app.tui.dashboard.update.RequestsLayout;
import dev.easel.app.tui.screen.Area;
import dev.easel.app.tui.screen.Canvas;
import dev.easel.app.tui.screen.Cell;
import dev.easel.app.tui.screen.Ink;
import dev.easel.app.tui.screen.KeyPress;
import dev.easel.app.tui.screen.Role;
import dev.easel.app.tui.text.Cells;
import dev.easel.app.tui.text.Figures;
import dev.easel.app.tui.text.VisibleText;
import dev.easel.domain.image.Nullable;
import dev.easel.domain.ledger.Entry;
import dev.easel.domain.ledger.Statistics;
import java.time.Duration;
import java.util.Optional;

/// The list of requests.
final class RequestsView {

  private static final Duration PATIENCE = Duration.ofMillis(150);

  private RequestsView() {}

  static void draw(Canvas canvas, Scene scene) {
    Listing listing = scene.state().requests().listing();
    above(canvas.part(canvas.area().top(1)), scene, listing);
    listing
        .current()
        .ifPresentOrElse(
            chosen -> listed(canvas, scene, listing, chosen),
            () -> empty(canvas.part(canvas.area().below(1).above(1)), scene, listing));
    below(canvas.part(canvas.area().bottom(1)), listing);
  }

  private static void listed(Canvas canvas, Scene scene, Listing listing, Entry chosen) {
    RequestsLayout layout = RequestsLayout.of(canvas.area(), chosen);
    EntryRows.draw(canvas.part(layout.list().below(1).above(1)), scene, listing);
    Layer.Detail detail = Layer.Detail.of(chosen);
    layout.picture().ifPresent(area -> DetailView.picture(canvas.part(area), detail, scene));
    layout
        .words()
        .ifPresent(area -> {
          DetailView.glance(canvas.part(area), detail, scene);
          canvas.part(area).target(new Click.OnKey(KeyPress.of(KeyPress.Named.ENTER)));
        });
  }

  static void above(Canvas canvas, Scene scene, Listing listing) {
    String filter =
        listing.filter().isEmpty() ? "no filter" : "filter: " + VisibleText.line(listing.filter());
    String order = "sort: " + listing.order().column() + (listing.order().down() ? " ▼" : " ▲");
    String middle = loading(scene, listing).orElseGet(() -> counted(listing));
    int right = canvas.columns() - Cells.width(order) - 1;
    int centre = right - Cells.width(middle) - 3;
    Role role = listing.filter().isEmpty() ? Role.MUTED : Role.WARNING;
    canvas.text(1, 0, Cells.shortened(filter, Math.max(1, centre - 2)), role);
    canvas.text(Math.max(1, centre), 0, middle, Role.TEXT);
    canvas.text(right, 0, order, Role.MUTED);
  }

  private static Optional<String> loading(Scene scene, Listing listing) {
    return Optional.ofNullable(listing.asking())
        .map(since -> Duration.between(since, scene.now()))
        .filter(waited -> waited.compareTo(PATIENCE) > 0)
        .map(waited -> "reading, " + Figures.duration(waited));
  }

  private static String counted(Listing listing) {
    Statistics totals = listing.totals();
    if (totals == null) {
      return "";
    }
    Statistics.Totals sums = totals.totals();
    long all = sums.requests() + sums.running();
    String failed = sums.failed() == 0 ? "" : ", " + Figures.count(sums.failed()) + " failed";
    String unknown = sums.unknown() == 0 ? "" : ", " + Figures.count(sums.unknown()) + " unknown";
    return Figures.counted(all, "request", "requests") + failed + unknown;
  }

  static void empty(Canvas canvas, Scene scene, Listing listing) {
    Area place = canvas.area().centred(60, 8);
    Canvas middle = canvas.part(place);
    if (listing.trouble() != null) {
      middle.text(0, 0, "✗ " + VisibleText.line(listing.trouble()), Role.BAD);
      middle.text(0, 2, "R      read it again", Role.TEXT);
    } else if (listing.asking() == null) {
      nothing(middle, scene, listing);
    }
  }

  private static void nothing(Canvas canvas, Scene scene, Listing listing) {
    boolean filtered = !listing.filter().isEmpty();
    String range = scene.state().place().range().word();
    if (filtered) {
      canvas.text(0, 0, "No request matches", Role.HEADING);
      canvas.text(0, 1, VisibleText.line(listing.filter()) + "   in " + range, Role.WARNING);
      key(canvas, 3, "Esc", "clear the filter");
      key(canvas, 4, "t", "widen the time range");
      return;
    }
    canvas.text(
        0, 0, everything(scene) ? "No requests yet" : "No requests in " + range, Role.HEADING);
    key(canvas, 2, "n", "make a picture");
    key(canvas, 3, "t", "widen the time range");
    canvas.text(0, 5, "easel generate \"…\" and easel import FILE work as well", Role.MUTED);
  }

  private static boolean everything(Scene scene) {
    return scene.state().place().range().with("").isEmpty();
  }

  private static void key(Canvas canvas, int row, String key, String label) {
    canvas.text(0, row, key, Role.KEY);
    canvas.text(7, row, label, Role.TEXT);
  }

  private static void below(Canvas canvas, Listing listing) {
    int place = listing.entries().isEmpty() ? 0 : listing.chosen() + 1;
    StringBuilder line = new StringBuilder();
    Statistics totals = listing.totals();
    line.append(Figures.count(place)).append("/").append(known(listing));
    if (totals != null) {
      line.append("   ").append(Measure.rounded(totals.totals().cost())).append(" in view");
      append(line, "p50", totals.latency().p50());
      append(line, "p95", totals.latency().p95());
      if (totals.totals().unpriced() > 0) {
        line.append("   ? ").append(Figures.count(totals.totals().unpriced())).append(" unpriced");
      }
    }
    if (!listing.marked().isEmpty()) {
      line.append("   ").append(listing.marked().size()).append(" marked");
    }
    line.append(listing.following() ? "   following the newest" : "");
    for (int column = 0; column < canvas.columns(); column++) {
      canvas.put(column, 0, new Cell("─", Ink.of(Role.BORDER)));
    }
    canvas.text(1, 0, Cells.shortened(" " + line + " ", canvas.columns() - 2), Role.TEXT);
  }

  private static String known(Listing listing) {
    Statistics totals = listing.totals();
    return totals != null && listing.order() == Listing.Order.NEWEST
        ? Figures.count(totals.totals().requests() + totals.totals().running())
        : Figures.count(listing.entries().size()) + (listing.next() == null ? "" : "+");
  }

  private static void append(StringBuilder line, String name, @Nullable Long micros) {
    if (micros != null) {
      line.append("   ").append(name).append(" ").append(Figures.micros(micros));
    }
  }
}
