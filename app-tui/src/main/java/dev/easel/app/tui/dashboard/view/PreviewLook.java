package dev.easel.app.tui.dashboard.view;

import dev.easel.app.tui.dashboard.state.Sight;
import dev.easel.app.tui.picture.Preview;
import dev.easel.app.tui.picture.Style;
import dev.easel.app.tui.picture.Wanted;
import dev.easel.app.tui.screen.Canvas;
import dev.easel.app.tui.screen.Role;
import dev.easel.app.tui.text.Cells;
import dev.easel.app.tui.text.PictureWords;
import java.util.List;
import java.util.Optional;

/// A picture on all of a canvas, or in words why there is none.
final class PreviewLook {

  private PreviewLook() {}

  static void draw(Canvas canvas, Scene scene, Sight sight, Wanted wanted) {
    switch (scene.state().options().pictures()) {
      case NONE -> words(canvas, Role.MUTED, described(sight));
      case AUTO, HALF -> cells(canvas, scene, sight, wanted);
      case KITTY, ITERM2 -> placed(canvas, scene, sight, wanted);
    }
  }

  // A terminal draws whole pictures; of a part of one, and of none, it has to be told in cells.
  private static void placed(Canvas canvas, Scene scene, Sight sight, Wanted wanted) {
    boolean drawn =
        scene
            .state()
            .pictures()
            .preview(wanted)
            .filter(Preview.Drawn.class::isInstance)
            .isPresent();
    if (drawn && wanted.scale() instanceof Wanted.Scale.Fit) {
      canvas.place(wanted.sha256());
    } else {
      cells(canvas, scene, sight, wanted);
    }
  }

  private static List<String> described(Sight sight) {
    String name = sight.sha256().substring(0, Math.min(12, sight.sha256().length()));
    return Optional.ofNullable(sight.stored())
        .map(stored -> List.of(PictureWords.of(stored), name + "…", "o opens it"))
        .orElseGet(() -> List.of(name + "…"));
  }

  private static void cells(Canvas canvas, Scene scene, Sight sight, Wanted wanted) {
    Preview preview = scene.state().pictures().preview(wanted).orElse(null);
    switch (preview) {
      case null -> words(canvas, Role.MUTED, List.of("…"));
      case Preview.Drawn drawn -> drawn.cells(Style.of(scene.theme())).draw(canvas);
      case Preview.Pruned _ -> words(canvas, Role.MUTED, List.of("deleted", "the entry is kept"));
      case Preview.Missing _ -> words(canvas, Role.WARNING, missing(sight));
      case Preview.Undrawable _ ->
          words(canvas, Role.WARNING, List.of("cannot be drawn here", "o opens it"));
    }
  }

  private static List<String> missing(Sight sight) {
    return sight.input() == null
        ? List.of("the file is not", "there any more")
        : List.of("it was sent, and", "is not kept here");
  }

  /// Some words in the middle of a canvas.
  static void words(Canvas canvas, Role role, List<String> lines) {
    int row = Math.max(0, (canvas.rows() - lines.size()) / 2);
    for (String line : lines) {
      String shown = Cells.shortened(line, canvas.columns());
      canvas.text((canvas.columns() - Cells.width(shown)) / 2, row++, shown, role);
    }
  }
}
