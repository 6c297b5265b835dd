package dev.easel.app.tui.command;

import dev.easel.app.tui.text.Figures;
import dev.easel.app.tui.text.Palette;
import dev.easel.app.tui.text.PictureWords;
import dev.easel.app.tui.text.VisibleText;
import dev.easel.domain.cost.Money;
import dev.easel.domain.image.Fields;
import dev.easel.domain.ledger.Entry;
import dev.easel.domain.ledger.EntryFields;
import dev.easel.domain.ledger.PictureStore;
import dev.easel.domain.ledger.StoredPicture;
import dev.easel.domain.usecase.Result;
import java.util.ArrayList;
import java.util.List;

/// What came of an order that ended well: for people, and as the document of `POST /generate`.
final class DeliveryReport {

  private final Session session;
  private final Result.Done done;
  private final Entry entry;
  private final List<DeliveredPicture> pictures;
  private final PictureStore store;
  private final List<String> warnings;

  /// @param entry as the log has it
  DeliveryReport(
      Session session,
      Result.Done done,
      Entry entry,
      List<DeliveredPicture> pictures,
      PictureStore store,
      List<String> warnings) {
    this.session = session;
    this.done = done;
    this.entry = entry;
    this.pictures = pictures;
    this.store = store;
    this.warnings = warnings;
  }

  /// One JSON document, with the files' places beside what the server would say.
  Fields document() {
    return Fields.NONE
        .with("success", true)
        .with("image_url", done.entry().imageUrl().orElse(null))
        .with("images", pictures.stream().map(DeliveryReport::image).toList())
        .with("warnings", warnings)
        .with("replayed", done.replayed())
        .with("log_entry", EntryFields.of(entry));
  }

  private static Fields image(DeliveredPicture delivered) {
    StoredPicture picture = delivered.picture();
    return Fields.NONE
        .with(
            "url",
            picture.sha256() == null ? picture.providerUrl() : "/pictures/" + picture.sha256())
        .with("file", delivered.place().orElse(null))
        .with("sha256", picture.sha256())
        .with("format", picture.format())
        .with("bytes", picture.bytes())
        .with("width", picture.width())
        .with("height", picture.height());
  }

  /// Lines for people.
  List<String> lines() {
    Palette palette = session.palette();
    List<String> lines = new ArrayList<>();
    if (done.replayed()) {
      lines.add(palette.faint("the same request was made before with this key; nothing was sent"));
    }
    pictures.forEach(picture -> lines.addAll(place(picture, palette)));
    lines.addAll(new CostWords(palette).lines(entry.cost()));
    Money atRisk = entry.atRisk();
    if (atRisk != null) {
      lines.add(label("at risk", palette) + risk(entry, atRisk, palette));
    }
    if (entry.latencyMicros() != null) {
      lines.add(label("took", palette) + Figures.micros(entry.latencyMicros()));
    }
    if (entry.revisedPrompt() != null) {
      lines.add(
          label("prompt", palette) + "as revised: " + VisibleText.line(entry.revisedPrompt()));
    }
    lines.add(
        label("entry", palette)
            + palette.strong(entry.id().shortForm())
            + palette.faint("  " + entry.id()));
    return lines;
  }

  private static String risk(Entry entry, Money atRisk, Palette palette) {
    return palette.warning("up to " + Figures.money(atRisk))
        + "  until you say what it cost: easel settle "
        + entry.id().shortForm()
        + " --charged|--not-charged";
  }

  private List<String> place(DeliveredPicture delivered, Palette palette) {
    String place =
        VisibleText.line(
            delivered
                .place()
                .orElseGet(() -> new PicturePlace(delivered.picture(), store).words()));
    return List.of(
        label("picture", palette) + palette.strong(place),
        label("", palette) + palette.faint(PictureWords.of(delivered.picture())));
  }

  /// The word that stands before a line.
  static String label(String word, Palette palette) {
    return palette.faint(dev.easel.app.tui.text.Cells.padded(word, CostWords.INDENT));
  }
}
