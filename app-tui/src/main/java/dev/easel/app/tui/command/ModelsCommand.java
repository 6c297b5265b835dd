package dev.easel.app.tui.command;

import dev.easel.app.tui.text.Palette;
import dev.easel.app.tui.text.VisibleText;
import dev.easel.domain.image.Fields;
import dev.easel.domain.image.Lifecycle;
import dev.easel.domain.image.ModelCard;
import dev.easel.domain.image.ModelFields;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

/// `easel models`.
@Command(
    name = "models",
    header = "List the models that Easel knows, and what they take.",
    sortOptions = false,
    footer = {
      "",
      "Examples:",
      "  easel models",
      "  easel models dall-e-3",
      "  easel models --json",
      "Models and prices of your own: prices.file in the configuration.",
    })
final class ModelsCommand implements Callable<Integer> {

  private final Session session;

  @Parameters(
      paramLabel = "ID",
      arity = "0..*",
      description = "Only these models, by their id or its beginning.")
  private final List<String> ids = new ArrayList<>();

  ModelsCommand(Session session) {
    this.session = session;
  }

  @Override
  public Integer call() {
    LocalDate today = LocalDate.ofInstant(session.time().now(), ZoneOffset.UTC);
    List<ModelCard> cards =
        ModelNames.chosen(ids, session.catalogue().models().cards(), ModelCard::id, "easel models");
    if (session.json()) {
      session.print(
          Fields.NONE.with(
              "models", cards.stream().map(card -> ModelFields.of(card, today)).toList()));
    } else {
      cards.forEach(card -> session.print(lines(card, today)));
    }
    return ExitCode.DONE;
  }

  private List<String> lines(ModelCard card, LocalDate today) {
    Palette palette = session.palette();
    String provider = card.provider().equals("openai") ? "" : " at " + card.provider();
    List<String> lines = new ArrayList<>();
    lines.add(
        palette.strong(VisibleText.line(card.id() + provider))
            + "  "
            + stage(card.lifecycle(), today, palette));
    add(lines, "sizes", card.sizes().allowed());
    add(lines, "quality", String.join(", ", card.qualities()));
    add(lines, "formats", String.join(", ", card.formats()));
    add(lines, "limits", limits(card));
    add(lines, "note", card.note());
    return lines;
  }

  private void add(List<String> lines, String label, String text) {
    if (!text.isEmpty()) {
      lines.add("  " + DeliveryReport.label(label, session.palette()) + VisibleText.line(text));
    }
  }

  private static String limits(ModelCard card) {
    String pictures = card.mostImages() == 1 ? "one picture" : card.mostImages() + " pictures";
    String edits =
        switch (card.references().most()) {
          case 0 -> ", no edits";
          case 1 -> ", edits one picture";
          default -> ", edits up to " + card.references().most() + " pictures";
        };
    return pictures + " a request, prompts up to " + card.longestPrompt() + " characters" + edits;
  }

  private static String stage(Lifecycle life, LocalDate today, Palette palette) {
    String instead = life.replacement() == null ? "" : ", use " + life.replacement();
    return switch (life.stage(today)) {
      case ACTIVE -> palette.good("active");
      case DEPRECATED ->
          palette.warning(
              life.shutdown() == null
                  ? "deprecated" + instead
                  : "to be shut down on " + life.shutdown() + instead);
      case SHUT_DOWN -> palette.bad("shut down since " + life.shutdown() + instead);
    };
  }
}
