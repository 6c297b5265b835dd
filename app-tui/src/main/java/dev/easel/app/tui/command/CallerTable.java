package dev.easel.app.tui.command;

import dev.easel.app.tui.text.Figures;
import dev.easel.app.tui.text.Table;
import dev.easel.domain.ledger.Caller;
import java.util.List;

/// Callers for people.
final class CallerTable {

  private final Session session;
  private final List<Caller> callers;

  CallerTable(Session session, List<Caller> callers) {
    this.session = session;
    this.callers = callers;
  }

  List<String> lines() {
    Table table = new Table(List.of("caller", ">daily budget", "since"));
    for (Caller caller : callers) {
      table.add(
          List.of(
              Table.Cell.of(caller.name()),
              Table.Cell.of(caller.daily() == null ? "no limit" : Figures.money(caller.daily())),
              Table.Cell.of(caller.since().atZone(session.log().zone()).toLocalDate().toString())));
    }
    return table.lines(session.palette());
  }

  /// What a caller may spend, to be put behind its name.
  static String allowance(Caller caller) {
    return caller.daily() == null
        ? ", within the budgets of all together"
        : ", up to " + Figures.money(caller.daily()) + " a day";
  }
}
