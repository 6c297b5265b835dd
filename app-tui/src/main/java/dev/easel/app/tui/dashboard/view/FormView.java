package dev.easel.app.tui.dashboard.view;

import dev.easel.app.tui.dashboard.state.Assessment;
import dev.easel.app.tui.dashboard.state.Layer;
import dev.easel.app.tui.dashboard.state.World;
import dev.easel.app.tui.dashboard.update.FormShape;
import dev.easel.app.tui.screen.Area;
import dev.easel.app.tui.screen.Canvas;
import dev.easel.app.tui.screen.Role;
import java.util.ArrayList;
import java.util.List;

/// The form of a new request: its places, and below them what is known of it.
final class FormView {

  private static final int BORDER = 2;
  private static final int FEWEST_SAID = 3;

  private FormView() {}

  static void draw(Canvas canvas, Layer.Form form, Scene scene) {
    int wide = FormShape.columns(scene.state().world().size());
    int cells = wide - BORDER - 2;
    int room = canvas.rows() - BORDER;
    SaidRows said = said(form, scene, cells);
    int below = Math.min(said.count(), Math.max(FEWEST_SAID, room / 3));
    FormRows rows = FormRows.of(form, scene, cells, room - below - 1);
    Area place = canvas.area().centred(wide, rows.shown() + below + 1 + BORDER);
    Canvas within = Panel.window(canvas.part(place), "New request", "Ctrl-g sends it, Esc closes");
    Canvas padded = within.part(within.area().rightOf(1).left(cells));
    rows.draw(padded.part(padded.area().top(rows.shown())));
    said.draw(padded.part(padded.area().bottom(below)));
  }

  private static SaidRows said(Layer.Form form, Scene scene, int cells) {
    SaidRows rows = SaidRows.of(said(form, scene), FormShape.LABEL, cells);
    return form.current() ? rows : rows.old();
  }

  private static List<AssessmentLook.Said> said(Layer.Form form, Scene scene) {
    List<AssessmentLook.Said> said = new ArrayList<>();
    World.House house = scene.state().world().house();
    if (house.keyMissing() != null) {
      said.add(new AssessmentLook.Said("  Key", "✗ " + house.keyMissing(), Role.BAD));
    }
    if (form.trouble() != null) {
      said.add(new AssessmentLook.Said("", "✗ " + form.trouble(), Role.BAD));
    }
    Assessment answer = form.answer();
    if (answer != null) {
      AssessmentLook.of(answer, scene)
          .forEach(
              one -> said.add(new AssessmentLook.Said("  " + one.label(), one.text(), one.role())));
    }
    said.add(
        new AssessmentLook.Said("  To", house.provider() + ", " + house.baseUrl(), Role.MUTED));
    return said;
  }
}
