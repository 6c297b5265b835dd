package dev.easel.app.tui.command;

import dev.easel.domain.image.Fields;
import dev.easel.domain.image.Nullable;
import dev.easel.domain.ledger.EntryFields;
import dev.easel.domain.ledger.EntryId;
import dev.easel.domain.ledger.Page;
import dev.easel.domain.usecase.BrowseLog;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/// `easel log`.
@Command(
    name = "log",
    header = "List requests, newest first.",
    sortOptions = false,
    preprocessor = MinusWords.class,
    footer = {
      "",
      "Examples:",
      "  easel log -n 50",
      "  easel log lighthouse -dusk since:7d",
      "  easel log \"cost>0.05\" model:gpt-image-2",
      "  easel log state:unknown        what may have been charged",
      "The query language: easel stats --help",
    })
final class LogCommand implements Callable<Integer> {

  private final Session session;

  @Mixin private final QueryOptions query = new QueryOptions();

  @Option(
      names = "-n",
      paramLabel = "N",
      defaultValue = "20",
      description = "How many, 1 to 1000 (20 unless said).")
  private int limit;

  @Option(
      names = "--cursor",
      paramLabel = "ID",
      description = "Go on after this entry: next_cursor of the page before.")
  private @Nullable String cursor;

  LogCommand(Session session) {
    this.session = session;
  }

  @Override
  public Integer call() {
    if (limit < 1 || limit > Page.Request.MOST) {
      throw CommandFailure.wrong("-n must be from 1 to " + Page.Request.MOST + ", not " + limit);
    }
    EntryId before = before();
    Page page = new BrowseLog(session.log(), session.time()).page(query.query(), limit, before);
    if (session.json()) {
      session.print(document(page));
    } else {
      show(page);
    }
    return ExitCode.DONE;
  }

  private @Nullable EntryId before() {
    return cursor == null
        ? null
        : EntryId.parse(cursor)
            .orElseThrow(() ->
                CommandFailure.wrong("--cursor takes the whole id of an entry, not " + cursor));
  }

  private static Fields document(Page page) {
    return Fields.NONE
        .with("logs", page.entries().stream().map(EntryFields::of).toList())
        .with("count", page.entries().size())
        .with("next_cursor", page.next() == null ? null : page.next().toString());
  }

  private void show(Page page) {
    if (page.entries().isEmpty()) {
      session.remark(
          query.query().isEmpty()
              ? "the log is empty; easel generate --sandbox \"a lighthouse\" makes a first entry"
              : "no entry matches");
      return;
    }
    session.print(new EntryTable(session).lines(page.entries()));
    if (page.next() != null && session.surroundings().terminals().out()) {
      session.remark("more: --cursor " + page.next());
    }
  }
}
