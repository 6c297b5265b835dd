package dev.easel.app.tui.command;

import dev.easel.domain.cost.BudgetReport;
import dev.easel.domain.ledger.GenerationLog;
import dev.easel.domain.ledger.Statistics;
import dev.easel.domain.usecase.SummariseSpending;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/// `easel status`.
@Command(
    name = "status",
    header = "Say in a line what was spent, is running and is at risk.",
    sortOptions = false,
    footer = {
      "",
      "Without a log it says that nothing was spent, and makes none.",
      "",
      "Examples:",
      "  easel status",
      "  set -g status-right '#(easel status --line)'      in tmux.conf",
      "  PS1='[$(easel status --line)] \\$ '                in .bashrc",
    })
final class StatusCommand implements Callable<Integer> {

  private final Session session;

  @Option(names = "--line", description = "Answer in one line, as for a status bar or a prompt.")
  private boolean line;

  StatusCommand(Session session) {
    this.session = session;
  }

  @Override
  public Integer call() {
    Status status = status();
    if (session.json()) {
      session.print(status.fields());
    } else if (line) {
      session.print(status.line());
    } else {
      session.print(status.lines(session.palette()));
    }
    return ExitCode.DONE;
  }

  private Status status() {
    if (!session.hasLog()) {
      return Status.NOTHING;
    }
    GenerationLog log = session.log();
    Statistics everything = new SummariseSpending(log, session.time()).statistics("");
    BudgetReport budget = session.budgets().reportOver(everything);
    return Status.of(budget, everything.totals());
  }
}
