package dev.easel.app.tui.dashboard.view;

import dev.easel.app.tui.dashboard.state.Click;
import dev.easel.app.tui.dashboard.state.Layer;
import dev.easel.app.tui.dashboard.state.Sight;
import dev.easel.app.tui.dashboard.update.DetailLayout;
import dev.easel.app.tui.dashboard.update.DetailLines;
import dev.easel.app.tui.dashboard.update.Looking;
import dev.easel.app.tui.screen.Area;
import dev.easel.app.tui.screen.Canvas;
import dev.easel.app.tui.screen.Cell;
import dev.easel.app.tui.screen.KeyPress;
import dev.easel.app.tui.screen.Size;
import dev.easel.app.tui.text.Cells;
import dev.easel.app.tui.text.Figures;
import dev.easel.app.tui.text.PictureWords;
import dev.easel.domain.ledger.Entry;
import java.util.List;
import java.util.Optional;

/// One request: its picture, and what is known of it.
final class DetailView {

  private static final int NARROW = 34;

  private DetailView() {}

  static void draw(Canvas canvas, Layer.Detail detail, Scene scene) {
    canvas.fill(Cell.BLANK);
    Size size = scene.state().world().size();
    if (!detail.raw()) {
      picture(canvas.part(DetailLayout.picturePanel(size)), detail, scene);
    }
    words(canvas.part(DetailLayout.textPanel(size, detail)), detail, scene);
  }

  /// Draws the picture in a panel, if there is one.
  static void picture(Canvas canvas, Layer.Detail detail, Scene scene) {
    Sight.of(detail.entry(), detail.sight())
        .ifPresent(sight -> {
          String title = title(detail.entry(), detail.sight(), sight);
          Canvas within = Panel.draw(canvas, title, described(sight), false);
          PreviewLook.draw(within, scene, sight, Looking.fit(sight.sha256(), within.area()));
          within.target(new Click.OnKey(new KeyPress("v")));
        });
  }

  /// What a picture is called: of several also which it is.
  static String title(Entry entry, int number, Sight sight) {
    int count = Sight.of(entry).size();
    String name = Optional.ofNullable(sight.input()).map(input -> input.role()).orElse("Picture");
    return count == 1
        ? name
        : "%s %d of %d".formatted(name, Math.floorMod(number, count) + 1, count);
  }

  /// What kind of picture it is.
  static String described(Sight sight) {
    return Optional.ofNullable(sight.stored())
        .map(PictureWords::of)
        .or(() -> Optional.ofNullable(sight.input()).map(input -> Figures.bytes(input.bytes())))
        .orElse("");
  }

  /// Draws what is known of the request in a panel that has the keys.
  private static void words(Canvas canvas, Layer.Detail detail, Scene scene) {
    Area text = DetailLayout.text(canvas.area());
    List<DetailLines.Line> lines = DetailLines.of(detail, scene.state(), text.columns());
    int most = Math.max(0, lines.size() - text.rows());
    int first = Math.min(detail.first(), most);
    panel(canvas, detail.entry(), place(first, most, canvas.columns() < NARROW), true);
    lines(canvas.part(text), lines.subList(first, lines.size()));
  }

  /// Draws the beginning of what is known of the request in a panel.
  static void glance(Canvas canvas, Layer.Detail detail, Scene scene) {
    Area text = DetailLayout.text(canvas.area());
    List<DetailLines.Line> lines =
        DetailLines.glance(detail, scene.state(), text.columns(), text.rows());
    panel(canvas, detail.entry(), lines.size() > text.rows() ? "Enter: all" : "", false);
    lines(canvas.part(text), lines);
  }

  private static void panel(Canvas canvas, Entry entry, String remark, boolean active) {
    EntryColumn.Text state = StateLook.of(entry);
    String name = "#" + entry.id().shortForm();
    Panel.draw(canvas, name + "  " + state.words(), remark, active);
    canvas.text(Cells.width(name) + 4, 0, state.words(), state.role());
  }

  private static void lines(Canvas canvas, List<DetailLines.Line> lines) {
    for (int row = 0; row < canvas.rows() && row < lines.size(); row++) {
      line(canvas.part(canvas.area().below(row).top(1)), lines.get(row));
    }
  }

  private static String place(int first, int most, boolean brief) {
    if (most == 0) {
      return "";
    }
    if (brief) {
      return first == most ? "↑" : "↓";
    }
    return first == most ? "end" : first == 0 ? "more ↓" : first * 100 / most + " % ↓";
  }

  private static void line(Canvas canvas, DetailLines.Line line) {
    int column = 0;
    for (DetailLines.Piece piece : line.pieces()) {
      column = canvas.text(column, 0, piece.text(), piece.role());
    }
  }
}
