package dev.easel.app.tui.dashboard.view;

import dev.easel.app.tui.chart.Meter;
import dev.easel.app.tui.screen.Canvas;
import dev.easel.app.tui.screen.Role;
import dev.easel.app.tui.text.Cells;
import dev.easel.app.tui.text.Figures;
import dev.easel.app.tui.text.VisibleText;
import dev.easel.domain.cost.BudgetLevel;
import dev.easel.domain.cost.BudgetPeriod;
import dev.easel.domain.cost.BudgetReport;
import dev.easel.domain.cost.Committed;
import dev.easel.domain.cost.Limit;
import dev.easel.domain.cost.Money;
import dev.easel.domain.cost.Standing;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;

/// How one budget stands, in some lines: how full it is, what is left, what it is made of, by how
/// much it is raised.
final class BudgetLines {

  private static final int LABEL = 12;
  private static final int NAME = 11;

  private final Scene scene;
  private final int columns;

  BudgetLines(Scene scene, int columns) {
    this.scene = scene;
    this.columns = columns;
  }

  List<Consumer<Canvas>> of(BudgetReport.Line line) {
    List<Consumer<Canvas>> lines = new ArrayList<>();
    Limit limit = line.limit();
    if (limit == null) {
      lines.add(row -> unlimited(row, line));
    } else {
      Standing standing = new Standing(limit, line.committed());
      lines.add(row -> meter(row, name(line), standing));
      lines.add(row -> left(row, line, standing));
    }
    if (line.caller() == null || line.committed().total().nanos() > 0) {
      lines.add(row -> parts(line.committed()).draw(indented(row)));
    }
    if (limit != null && !limit.raised().equals(Money.ZERO)) {
      lines.add(row -> raised(limit).draw(indented(row)));
    }
    lines.add(_ -> {});
    return lines;
  }

  private static String name(BudgetReport.Line line) {
    if (line.caller() != null) {
      return Cells.shortened(VisibleText.line(line.caller()), NAME);
    }
    return line.period() == BudgetPeriod.DAY ? "today" : "this month";
  }

  private static Canvas indented(Canvas row) {
    return row.part(row.area().rightOf(LABEL));
  }

  private static void unlimited(Canvas row, BudgetReport.Line line) {
    row.text(0, 0, name(line), Role.HEADING);
    new Phrase()
        .add("no limit", Role.MUTED)
        .add("; budget." + adjective(line) + "-usd sets one", Role.MUTED)
        .draw(indented(row));
  }

  private static String adjective(BudgetReport.Line line) {
    return line.period().adjective();
  }

  private void meter(Canvas row, String name, Standing standing) {
    row.text(0, 0, name, Role.HEADING);
    String cap = " of " + SpendTile.rounded(standing.limit().cap()) + word(standing.level());
    int room = columns - LABEL - Cells.width(cap);
    Meter.budget(standing, scene.pen()).draw(row.part(row.area().rightOf(LABEL).left(room)));
    row.text(LABEL + room, 0, cap, Meter.role(standing.level()));
  }

  private static String word(BudgetLevel level) {
    return switch (level) {
      case OK -> "";
      case NEAR_80, NEAR_95 -> " ! near";
      case REACHED -> " ! reached";
    };
  }

  private void left(Canvas row, BudgetReport.Line line, Standing standing) {
    new Phrase()
        .add(SpendTile.rounded(standing.left()), Role.MONEY)
        .add(" left, ", Role.TEXT)
        .add(SpendTile.rounded(line.committed().total()), Role.MONEY)
        .add(" committed", Role.TEXT)
        .add(", resets in " + scene.until(line.resets()), Role.MUTED)
        .draw(indented(row));
  }

  private static Phrase parts(Committed committed) {
    Phrase phrase =
        new Phrase().add(SpendTile.rounded(committed.settled()) + " settled", Role.TEXT);
    if (committed.reserved().nanos() > 0) {
      phrase.add(", ≤" + SpendTile.rounded(committed.reserved()) + " running", Role.RUNNING);
    }
    if (committed.atRisk().nanos() > 0) {
      phrase.add(", ≤" + SpendTile.rounded(committed.atRisk()) + " at risk", Role.WARNING);
    }
    if (committed.unpriced() > 0) {
      phrase.add(", " + Figures.count(committed.unpriced()) + " unpriced", Role.WARNING);
    }
    return phrase;
  }

  private static Phrase raised(Limit limit) {
    String words =
        "raised by %s above %s until it resets"
            .formatted(SpendTile.rounded(limit.raised()), SpendTile.rounded(limit.base()));
    return new Phrase().add(words, Role.TEXT);
  }
}
