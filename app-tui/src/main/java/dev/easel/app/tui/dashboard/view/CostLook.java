package dev.easel.app.tui.dashboard.view;

import dev.easel.app.tui.screen.Role;
import dev.easel.app.tui.text.Figures;
import dev.easel.domain.cost.Money;
import dev.easel.domain.ledger.Entry;
import java.math.RoundingMode;

/// How a cost looks in a column: to a hundredth of a cent; `≤` before what is at risk, `?` where
/// nothing is known.
final class CostLook {

  private static final int DECIMALS = 4;

  private CostLook() {}

  static EntryColumn.Text of(Entry entry) {
    Money cost = entry.cost().amount();
    if (cost != null && entry.finished()) {
      return new EntryColumn.Text(rounded(cost), Role.MONEY);
    }
    Money risk = entry.atRisk();
    return risk == null
        ? new EntryColumn.Text("?", Role.WARNING)
        : new EntryColumn.Text("≤" + rounded(risk), entry.finished() ? Role.WARNING : Role.MUTED);
  }

  /// Dollars to a hundredth of a cent, or to a cent where that is all there is.
  static String rounded(Money money) {
    return money.usd().scale() <= DECIMALS
        ? Figures.money(money)
        : Figures.money(
            Money.ofUsd(money.usd().setScale(DECIMALS, RoundingMode.HALF_UP).toPlainString()));
  }
}
