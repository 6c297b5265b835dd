package dev.easel.app.tui.dashboard.view;

import dev.easel.app.tui.screen.Role;
import dev.easel.domain.cost.Money;
import dev.easel.domain.ledger.Entry;
import java.math.BigDecimal;
import java.math.RoundingMode;

/// How a cost looks in a column: to a hundredth of a cent; `≤` before what is at risk, `?` where
/// nothing is known.
final class CostLook {

  private static final int DECIMALS = 4;
  private static final BigDecimal HUNDRED = BigDecimal.valueOf(100);

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

  /// Dollars to a hundredth of a cent, or to a cent from a hundred dollars on.
  static String rounded(Money money) {
    int decimals = money.usd().abs().compareTo(HUNDRED) >= 0 ? 2 : DECIMALS;
    return "$" + money.usd().setScale(decimals, RoundingMode.HALF_UP).toPlainString();
  }
}
