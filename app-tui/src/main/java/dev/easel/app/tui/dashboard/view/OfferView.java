package dev.easel.app.tui.dashboard.view;

import dev.easel.app.tui.dashboard.state.Assessment;
import dev.easel.app.tui.dashboard.state.Layer;
import dev.easel.app.tui.screen.Canvas;
import dev.easel.app.tui.screen.Role;
import dev.easel.app.tui.text.Cells;
import dev.easel.app.tui.text.Figures;
import dev.easel.app.tui.text.VisibleText;
import dev.easel.domain.image.ImageRequest;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/// A request that only waits for a word, and what is known of it.
final class OfferView {

  private static final int WIDEST = 90;
  private static final int LABEL = 9;

  private OfferView() {}

  static void draw(Canvas canvas, Layer.Offer offer, Scene scene) {
    int wide = Math.min(WIDEST, canvas.columns() - 2);
    List<AssessmentLook.Said> said = said(offer.assessment(), scene);
    SaidRows rows = SaidRows.of(said, LABEL, wide - 4);
    Canvas within =
        Panel.window(
            canvas.part(canvas.area().centred(wide, rows.count() + 4)),
            offer.title(),
            "Enter sends it, Esc does not");
    rows.draw(within.part(within.area().below(1).rightOf(1)));
  }

  private static List<AssessmentLook.Said> said(Assessment assessment, Scene scene) {
    List<AssessmentLook.Said> said = new ArrayList<>();
    ImageRequest request = assessment.request();
    said.add(new AssessmentLook.Said("Model", model(request), Role.TEXT));
    said.add(
        new AssessmentLook.Said(
            "Prompt", Cells.shortened(VisibleText.line(request.prompt()), 200), Role.TEXT));
    assessment
        .violations()
        .forEach(
            broken -> said.add(new AssessmentLook.Said("", "✗ " + broken.message(), Role.BAD)));
    said.addAll(AssessmentLook.of(assessment, scene));
    return said;
  }

  private static String model(ImageRequest request) {
    return String.join(
        ", ",
        Stream.of(
                Stream.of(request.model()),
                request.size().stream(),
                request.quality().stream(),
                Stream.of(Figures.counted(request.n(), "picture", "pictures")))
            .flatMap(words -> words)
            .toList());
  }
}
