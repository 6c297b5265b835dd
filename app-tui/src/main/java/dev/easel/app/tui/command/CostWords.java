package dev.easel.app.tui.command;

import dev.easel.app.tui.text.Cells;
import dev.easel.app.tui.text.CostPhrases;
import dev.easel.app.tui.text.Figures;
import dev.easel.app.tui.text.Palette;
import dev.easel.app.tui.text.VisibleText;
import dev.easel.domain.cost.Cost;
import dev.easel.domain.cost.CostLine;
import dev.easel.domain.cost.Estimate;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;

/// Says in words what something costs and why.
final class CostWords {

  /// How far what is said stands from the left edge.
  static final int INDENT = 9;

  private final Palette palette;

  CostWords(Palette palette) {
    this.palette = palette;
  }

  /// What it cost.
  List<String> lines(Cost cost) {
    return lines(cost, CostWords::counted);
  }

  /// What it cost, with a remark behind each line.
  List<String> lines(Cost cost, Function<CostLine, String> remark) {
    List<String> lines = new ArrayList<>();
    String amount = cost.known().map(Figures::money).orElse("unknown");
    lines.add(head("cost", amount, CostPhrases.basis(cost) + CostPhrases.book(cost.priceBook())));
    lines.addAll(table(cost.lines(), remark));
    return lines;
  }

  /// What it would cost.
  List<String> lines(Estimate estimate) {
    String book = CostPhrases.book(estimate.priceBook());
    List<String> lines = new ArrayList<>();
    switch (estimate) {
      case Estimate.Exact exact ->
          lines.add(
              head("estimate", Figures.money(exact.amount()), "computed from the request" + book));
      case Estimate.Range range -> {
        String amounts = Figures.money(range.least()) + " to " + Figures.money(range.most());
        lines.add(head("estimate", amounts, "a range" + book));
        lines.add(indented(VisibleText.line(range.why())));
      }
      case Estimate.Unknown unknown -> {
        lines.add(head("estimate", "unknown", "price book " + unknown.priceBook()));
        lines.add(indented(VisibleText.line(unknown.why())));
      }
    }
    lines.addAll(table(estimate.lines(), CostWords::counted));
    return lines;
  }

  private String head(String word, String amount, String why) {
    return palette.faint(Cells.padded(word, INDENT))
        + palette.strong(amount)
        + palette.faint("  " + why);
  }

  private static String indented(String text) {
    return " ".repeat(INDENT) + text;
  }

  private static String counted(CostLine line) {
    return line.assumed() ? "counted by Easel" : "";
  }

  private List<String> table(List<CostLine> lines, Function<CostLine, String> remark) {
    int quantity = widest(lines.stream().map(line -> Figures.count(line.quantity())).toList());
    int what = widest(lines.stream().map(CostPhrases::what).toList());
    int rate = widest(lines.stream().map(CostPhrases::rate).toList());
    return lines.stream()
        .map(line ->
            indented(
                Cells.aligned(Figures.count(line.quantity()), quantity)
                    + " "
                    + Cells.padded(CostPhrases.what(line), what)
                    + "  "
                    + palette.faint(Cells.padded(CostPhrases.rate(line), rate))
                    + "  "
                    + Figures.money(line.amount())
                    + palette.faint(behind(remark.apply(line)))))
        .toList();
  }

  private static String behind(String remark) {
    return remark.isEmpty() ? "" : "  " + VisibleText.line(remark);
  }

  private static int widest(List<String> texts) {
    return texts.stream().mapToInt(Cells::width).max().orElse(0);
  }
}
