package dev.easel.app.tui.command;

import dev.easel.app.tui.text.Cells;
import dev.easel.app.tui.text.Figures;
import dev.easel.app.tui.text.Palette;
import dev.easel.app.tui.text.Table;
import dev.easel.app.tui.text.VisibleText;
import dev.easel.domain.usecase.Repricing;
import dev.easel.domain.usecase.Repricing.Comparison;
import java.util.ArrayList;
import java.util.List;

/// What requests would have cost at other prices, for people.
final class RepricingReport {

  private static final int MOST_MODELS = 40;
  private static final int LONGEST_NAME = 40;

  private final Palette palette;
  private final Repricing repricing;
  private final List<String> lines = new ArrayList<>();

  RepricingReport(Palette palette, Repricing repricing) {
    this.palette = palette;
    this.repricing = repricing;
  }

  List<String> lines() {
    say("prices", repricing.priceBook());
    say("entries", Figures.counted(repricing.entries(), "entry matches", "entries match"));
    compared();
    found();
    unpriced();
    rest();
    models();
    return lines;
  }

  private void compared() {
    Comparison compared = repricing.compared();
    say("recorded", Figures.money(compared.recorded()) + palette.faint("  " + entries(compared)));
    say("repriced", palette.strong(Figures.money(compared.repriced())));
    say("differs", palette.strong(RepricedLines.signed(compared.difference())) + share(compared));
    Comparison stated = repricing.stated();
    if (stated.entries() > 0) {
      say(
          "",
          palette.faint(
              "of these, %s with a figure named by the provider, an older log or you: %s, here %s"
                  .formatted(
                      entries(stated),
                      Figures.money(stated.recorded()),
                      Figures.money(stated.repriced()))));
    }
  }

  private static String entries(Comparison comparison) {
    return Figures.counted(comparison.entries(), "entry", "entries");
  }

  private String share(Comparison compared) {
    return compared.recorded().nanos() == 0
        ? ""
        : palette.faint("  " + Percentage.of(compared.recorded(), compared.repriced()));
  }

  private void found() {
    Comparison found = repricing.found();
    if (found.entries() > 0) {
      say(
          "new",
          Figures.money(found.repriced())
              + palette.faint("  " + entries(found) + " without a known cost so far"));
    }
  }

  private void unpriced() {
    if (repricing.unpricedEntries() > 0) {
      say(
          "apart",
          palette.warning(
              "%s that these prices give no figure for, recorded with %s:"
                  .formatted(
                      Figures.counted(repricing.unpricedEntries(), "entry", "entries"),
                      Figures.money(repricing.unpricedCost()))));
      repricing
          .unpriced()
          .forEach(reason ->
              say("", "  " + Figures.count(reason.entries()) + " × " + reason.kind().summary()));
    }
  }

  private void rest() {
    if (repricing.uncharged() > 0) {
      String count = Figures.counted(repricing.uncharged(), "entry", "entries");
      say("free", palette.faint(count + " for which nothing was charged"));
    }
    if (repricing.open().entries() > 0) {
      say(
          "at risk",
          palette.warning(
              "%s without a known end, up to %s"
                  .formatted(
                      Figures.counted(repricing.open().entries(), "entry", "entries"),
                      Figures.money(repricing.open().atRisk()))));
    }
  }

  private void models() {
    Table table =
        new Table(
            List.of("model", ">entries", ">recorded", ">repriced", ">differs", ">new", ">apart"));
    List<Repricing.ModelLine> all = repricing.models();
    all.subList(0, Math.min(MOST_MODELS, all.size())).forEach(line -> table.add(cells(line)));
    if (!table.isEmpty()) {
      lines.add("");
      lines.add(palette.strong("by model"));
      lines.addAll(table.lines(palette));
    }
  }

  private static List<Table.Cell> cells(Repricing.ModelLine line) {
    String provider = line.provider().equals("openai") ? "" : " at " + line.provider();
    String name = Cells.shortened(VisibleText.line(line.model() + provider), LONGEST_NAME);
    Comparison compared = line.compared();
    return List.of(
        Table.Cell.of(name),
        Table.Cell.of(Figures.count(line.entries())),
        Table.Cell.of(Figures.money(compared.recorded())),
        Table.Cell.of(Figures.money(compared.repriced())),
        Table.Cell.of(RepricedLines.signed(compared.difference())),
        Table.Cell.of(line.found().entries() == 0 ? "–" : Figures.money(line.found().repriced())),
        Table.Cell.of(line.unpriced() == 0 ? "–" : Figures.count(line.unpriced())));
  }

  private void say(String label, String text) {
    lines.add(DeliveryReport.label(label, palette) + text);
  }
}
