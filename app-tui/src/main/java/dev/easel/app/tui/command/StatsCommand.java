package dev.easel.app.tui.command;

import dev.easel.domain.ledger.QueryLanguage;
import dev.easel.domain.ledger.Statistics;
import dev.easel.domain.ledger.StatisticsFields;
import dev.easel.domain.usecase.SummariseSpending;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/// `easel stats`.
@Command(
    name = "stats",
    header = "Add up what was asked for, what came of it and what it cost.",
    sortOptions = false,
    preprocessor = MinusWords.class)
final class StatsCommand implements Callable<Integer> {

  private final Session session;

  @Mixin private final QueryOptions query = new QueryOptions();

  StatsCommand(Session session) {
    this.session = session;
  }

  @Override
  public Integer call() {
    Statistics statistics =
        new SummariseSpending(session.log(), session.time()).statistics(query.query());
    if (session.json()) {
      session.print(StatisticsFields.of(statistics));
    } else {
      session.print(new StatisticsReport(session.palette(), statistics).lines());
    }
    return ExitCode.DONE;
  }

  /// Examples, and the query language by the table that the parser reads.
  static String[] help() {
    List<String> lines = new ArrayList<>();
    lines.add("");
    lines.add("Examples:");
    lines.add("  easel stats");
    lines.add("  easel stats since:30d model:gpt-image-2");
    lines.add("");
    lines.add("The query language:");
    QueryLanguage.RULES.forEach(rule -> lines.add("  " + rule));
    lines.add("");
    QueryLanguage.fields()
        .forEach(field ->
            lines.add("  %-9s %-29s %s".formatted(field.name(), field.example(), field.takes())));
    lines.add("");
    QueryLanguage.EXAMPLES.forEach(
        example -> lines.add("  %-39s %s".formatted(example.query(), example.meaning())));
    return lines.stream().map(line -> line.replace("%", "%%")).toArray(String[]::new);
  }
}
