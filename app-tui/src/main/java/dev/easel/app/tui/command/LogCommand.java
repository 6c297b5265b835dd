package dev.easel.app.tui.command;

import dev.easel.domain.image.Nullable;
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
    Page.Request request = new Page.Request(limit, before());
    String words = query.query();
    Listing listing =
        session.json() ? new ListedDocument(session) : new EntryTable(session, words.isEmpty());
    return words.isEmpty()
        ? newest(request, listing)
        : new EntrySearch(session, words, request, listing).list();
  }

  // Where nothing is looked for, nothing takes long.
  private int newest(Page.Request request, Listing listing) {
    Page page = new BrowseLog(session.log(), session.time()).page("", request);
    listing.add(page.entries(), false);
    listing.end(page.next());
    return ExitCode.DONE;
  }

  private @Nullable EntryId before() {
    return cursor == null
        ? null
        : EntryId.parse(cursor)
            .orElseThrow(() ->
                CommandFailure.wrong("--cursor takes the whole id of an entry, not " + cursor));
  }
}
