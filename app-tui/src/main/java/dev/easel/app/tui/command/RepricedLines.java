package dev.easel.app.tui.command;

import dev.easel.app.tui.text.Cells;
import dev.easel.app.tui.text.Figures;
import dev.easel.app.tui.text.Palette;
import dev.easel.app.tui.text.VisibleText;
import dev.easel.domain.cost.Money;
import dev.easel.domain.ledger.Entry;
import dev.easel.domain.usecase.Repriced;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.Locale;

/// Requests under other prices, a line each, in columns that are as wide as they are: nobody waits
/// for the widest.
final class RepricedLines {

  private static final int MODEL_CELLS = 24;
  private static final int MONEY_CELLS = 12;
  private static final DateTimeFormatter MOMENT =
      DateTimeFormatter.ofPattern("uuuu-MM-dd HH:mm", Locale.ROOT);

  private final Palette palette;
  private final ZoneId zone;

  RepricedLines(Session session) {
    this.palette = session.palette();
    this.zone = session.log().zone();
  }

  String line(Repriced repriced) {
    Entry entry = repriced.entry();
    String model = Cells.shortened(VisibleText.line(entry.model()), MODEL_CELLS);
    String line =
        palette.strong(entry.id().shortForm())
            + "  "
            + MOMENT.format(entry.timestamp().atZone(zone))
            + "  "
            + Cells.padded(model, MODEL_CELLS)
            + Cells.aligned(recorded(entry), MONEY_CELLS)
            + outcome(repriced);
    return line.stripTrailing();
  }

  private static String recorded(Entry entry) {
    return entry.cost().known().map(Figures::money).orElse("unknown");
  }

  private String outcome(Repriced repriced) {
    return switch (repriced) {
      case Repriced.Compared compared ->
          Cells.aligned(Figures.money(compared.repriced()), MONEY_CELLS)
              + Cells.aligned(signed(compared.difference()), MONEY_CELLS)
              + palette.faint(compared.stated() ? "  recorded as named, by no price book" : "");
      case Repriced.Found found -> Cells.aligned(Figures.money(found.repriced()), MONEY_CELLS);
      case Repriced.Unpriced unpriced ->
          Cells.aligned("–", MONEY_CELLS)
              + palette.warning("  " + VisibleText.line(unpriced.obstacle().sentence()));
      case Repriced.Uncharged _ -> palette.faint("  nothing was charged");
      case Repriced.Open _ -> palette.warning("  it has no known end");
    };
  }

  /// An amount with its sign, `±` apart.
  static String signed(Money difference) {
    String sign = difference.compareTo(Money.ZERO) > 0 ? "+" : "";
    return sign + Figures.money(difference);
  }
}
