package dev.easel.app.tui.dashboard.view;

import dev.easel.app.tui.dashboard.state.Click;
import dev.easel.app.tui.dashboard.state.Listing;
import dev.easel.app.tui.dashboard.state.Sight;
import dev.easel.app.tui.dashboard.update.Gallery;
import dev.easel.app.tui.dashboard.update.GalleryGrid;
import dev.easel.app.tui.dashboard.update.Looking;
import dev.easel.app.tui.screen.Area;
import dev.easel.app.tui.screen.Canvas;
import dev.easel.app.tui.screen.Cell;
import dev.easel.app.tui.screen.Ground;
import dev.easel.app.tui.screen.Ink;
import dev.easel.app.tui.screen.Role;
import dev.easel.app.tui.text.Cells;
import dev.easel.app.tui.text.Figures;
import dev.easel.domain.ledger.Entry;
import java.util.List;

/// The tab of pictures: as many as have room, a caption below each.
final class GalleryView {

  private GalleryView() {}

  static void draw(Canvas canvas, Scene scene) {
    Listing listing = scene.state().requests().listing();
    Gallery gallery = Gallery.of(scene.state().requests());
    RequestsView.above(canvas.part(canvas.area().top(1)), scene, listing);
    Canvas tiles = canvas.part(canvas.area().below(1).above(1));
    if (listing.entries().isEmpty()) {
      RequestsView.empty(tiles, scene, listing);
    } else if (gallery.entries().isEmpty()) {
      pictureless(tiles, listing);
    } else {
      tiles(tiles, scene, gallery);
    }
    below(canvas.part(canvas.area().bottom(1)), scene, gallery);
  }

  private static void pictureless(Canvas canvas, Listing listing) {
    String count = Figures.counted(listing.entries().size(), "request", "requests");
    if (listing.next() == null) {
      PreviewLook.words(canvas, Role.MUTED, List.of(count + ", and none has a picture"));
    } else if (listing.asking() == null) {
      PreviewLook.words(
          canvas,
          Role.MUTED,
          List.of("no picture among the newest " + count, "↓ looks further back"));
    }
  }

  private static void tiles(Canvas canvas, Scene scene, Gallery gallery) {
    GalleryGrid grid = GalleryGrid.of(scene.state().world().size());
    int first = gallery.first(grid);
    List<Entry> page = gallery.page(grid);
    for (int number = 0; number < page.size(); number++) {
      Area area = grid.tile(number);
      Entry entry = page.get(number);
      boolean chosen = first + number == gallery.chosen();
      Sight sight = Sight.of(entry).getFirst();
      PreviewLook.draw(
          canvas.part(GalleryGrid.picture(area)), scene, sight, Looking.tile(entry, area));
      caption(canvas.part(area), scene, entry, chosen);
      canvas.part(area).target(new Click.OnTile(first + number));
    }
  }

  private static void caption(Canvas tile, Scene scene, Entry entry, boolean chosen) {
    Canvas rows =
        tile.part(tile.area().bottom(GalleryGrid.CAPTION).rightOf(1).left(tile.columns() - 2));
    EntryColumn.Text cost = CostLook.of(entry);
    int right = rows.columns() - Cells.width(cost.words());
    rows.text(right, 0, cost.words(), cost.role());
    int column = mark(rows, scene, entry);
    String more = entry.images().size() > 1 ? "  ×" + entry.images().size() : "";
    String when = scene.moment(entry.timestamp()).strip() + more;
    column =
        rows.text(column, 0, Cells.shortened(when, Math.max(0, right - column - 1)), Role.TEXT);
    String size = entry.size().orElse("");
    if (column + 2 + Cells.width(size) < right) {
      rows.text(column + 2, 0, size, Role.MUTED);
    }
    EntryColumn.Text words = PromptLook.of(entry);
    rows.text(0, 1, Cells.shortened(words.words(), rows.columns()), words.role());
    if (chosen) {
      rows.ground(Ground.CHOSEN);
      bar(tile);
    }
  }

  private static int mark(Canvas rows, Scene scene, Entry entry) {
    if (scene.state().requests().listing().marked().contains(entry.id())) {
      return rows.text(0, 0, "● ", Role.WARNING);
    }
    return entry.star() ? rows.text(0, 0, "★ ", Role.WARNING) : 0;
  }

  private static void bar(Canvas tile) {
    for (int row = 0; row < tile.rows(); row++) {
      tile.put(0, row, new Cell("┃", Ink.of(Role.ACTIVE_BORDER)));
    }
  }

  private static void below(Canvas canvas, Scene scene, Gallery gallery) {
    GalleryGrid grid = GalleryGrid.of(scene.state().world().size());
    Listing listing = scene.state().requests().listing();
    int count = gallery.entries().size();
    String more = listing.next() == null ? "" : "+";
    String pages = Figures.count((count + grid.page() - 1L) / grid.page()) + more;
    String line =
        count == 0
            ? "no picture"
            : "%s/%s%s pictures   page %s of %s"
                .formatted(
                    Figures.count(gallery.chosen() + 1L),
                    Figures.count(count),
                    more,
                    Figures.count(gallery.chosen() / grid.page() + 1L),
                    pages);
    String marked =
        listing.marked().isEmpty()
            ? ""
            : "   " + Figures.count(listing.marked().size()) + " marked";
    for (int column = 0; column < canvas.columns(); column++) {
      canvas.put(column, 0, new Cell("─", Ink.of(Role.BORDER)));
    }
    canvas.text(1, 0, Cells.shortened(" " + line + marked + " ", canvas.columns() - 2), Role.TEXT);
  }
}
