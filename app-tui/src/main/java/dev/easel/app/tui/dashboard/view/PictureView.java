package dev.easel.app.tui.dashboard.view;

import dev.easel.app.tui.dashboard.state.Layer;
import dev.easel.app.tui.dashboard.state.Sight;
import dev.easel.app.tui.dashboard.update.DetailLayout;
import dev.easel.app.tui.dashboard.update.Looking;
import dev.easel.app.tui.picture.Preview;
import dev.easel.app.tui.picture.Wanted;
import dev.easel.app.tui.screen.Area;
import dev.easel.app.tui.screen.Canvas;
import dev.easel.app.tui.screen.Cell;
import dev.easel.app.tui.screen.Role;
import dev.easel.app.tui.text.Cells;
import dev.easel.domain.ledger.Entry;
import dev.easel.domain.ledger.StoredPicture;
import java.util.List;
import java.util.Optional;

/// One picture, as large as the screen.
final class PictureView {

  private PictureView() {}

  static void draw(Canvas canvas, Layer.Picture picture, Scene scene) {
    canvas.fill(Cell.BLANK);
    Area area = DetailLayout.picture(scene.state().world().size());
    Sight.of(picture.entry(), picture.sight())
        .ifPresentOrElse(
            sight -> {
              Wanted wanted = Looking.wanted(picture, sight, area);
              PreviewLook.draw(canvas.part(area), scene, sight, wanted);
              caption(canvas.part(canvas.area().bottom(1)), picture, scene, sight, wanted);
            },
            () -> PreviewLook.words(canvas, Role.MUTED, pictureless(picture.entry())));
  }

  private static List<String> pictureless(Entry entry) {
    EntryColumn.Text state = StateLook.of(entry);
    return List.of("#" + entry.id().shortForm() + " has no picture", state.words());
  }

  private static void caption(
      Canvas canvas, Layer.Picture picture, Scene scene, Sight sight, Wanted wanted) {
    Entry entry = picture.entry();
    String scale = scale(scene, sight, wanted);
    int right = canvas.columns() - Cells.width(scale) - 1;
    canvas.text(right, 0, scale, Role.MUTED);
    String name = DetailView.title(entry, picture.sight(), sight);
    int column = canvas.text(1, 0, "#" + entry.id().shortForm(), Role.HEADING) + 2;
    column = canvas.text(column, 0, name + "  " + DetailView.described(sight), Role.TEXT) + 2;
    EntryColumn.Text words = PromptLook.of(entry);
    canvas.text(
        column, 0, Cells.shortened(words.words(), Math.max(0, right - column - 2)), Role.MUTED);
  }

  // How large it is shown: the pixels of the screen against those of the file.
  private static String scale(Scene scene, Sight sight, Wanted wanted) {
    int width = Optional.ofNullable(sight.stored()).map(StoredPicture::width).orElse(0);
    return scene
        .state()
        .pictures()
        .preview(wanted)
        .filter(Preview.Drawn.class::isInstance)
        .map(Preview.Drawn.class::cast)
        .filter(_ -> width > 0)
        .map(drawn -> Math.max(1, drawn.width() * 100 / width) + " %")
        .orElse("");
  }
}
