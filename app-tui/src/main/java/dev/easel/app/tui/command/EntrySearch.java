package dev.easel.app.tui.command;

import dev.easel.domain.image.Nullable;
import dev.easel.domain.ledger.EntryId;
import dev.easel.domain.ledger.Page;
import dev.easel.domain.usecase.BrowseLog;
import dev.easel.domain.usecase.SearchPatience;
import java.time.Duration;

/// Lists what a query finds as it is found, and says how far it is while it finds nothing. Ctrl-C
/// and a request to terminate end it with what there is, and so does a reader who goes away.
final class EntrySearch {

  // What is found by then is laid out together.
  private static final Duration AT_FIRST = Duration.ofMillis(500);
  private static final Duration LATER = Duration.ofMillis(250);
  private static final Duration LAST_WORDS = Duration.ofSeconds(1);

  private final Session session;
  private final String query;
  private final Page.Request request;
  private final Listing listing;
  private final BrowseLog browsing;
  private final SearchPatience patience;
  private final ProgressLine line;
  private int found;
  private @Nullable EntryId next;
  private boolean unread;
  private boolean ended;
  private volatile boolean stopped;

  /// A search for as many entries as are asked for.
  EntrySearch(Session session, String query, Page.Request request, Listing listing) {
    this.session = session;
    this.query = query;
    this.request = request;
    this.listing = listing;
    this.browsing = new BrowseLog(session.log(), session.time());
    this.patience = new SearchPatience(session.time(), AT_FIRST, LATER);
    this.line = ProgressLine.ofSearch(session);
  }

  /// Lists them.
  ///
  /// @return the exit code
  int list() {
    try {
      take(page(request));
      if (goesOn()) {
        session.surroundings().stopping().onInterrupt(this::stop);
        session.surroundings().stopping().onTerminate(this::stop);
      }
      while (goesOn()) {
        take(page(new Page.Request(request.limit() - found, next)));
      }
      end();
    } finally {
      breakOff();
    }
    return stopped ? ExitCode.INTERRUPTED : ExitCode.DONE;
  }

  private Page page(Page.Request asked) {
    return patience.page(length -> browsing.page(query, asked.within(length)));
  }

  private synchronized boolean goesOn() {
    return !ended && !unread && found < request.limit() && next != null;
  }

  private synchronized void take(Page page) {
    if (ended) {
      return;
    }
    found += page.entries().size();
    next = page.next();
    if (!page.entries().isEmpty()) {
      line.above(() -> listing.add(page.entries(), goesOn()));
      unread = session.surroundings().out().checkError();
    }
    if (next != null) {
      line.backTo(next.moment(), session.log().zone());
    }
  }

  // A reader who takes nothing must not keep it.
  private void stop() {
    stopped = true;
    Thread telling = Thread.ofPlatform().daemon().name("easel-stopping").start(this::end);
    try {
      telling.join(LAST_WORDS);
    } catch (InterruptedException _) {
      Thread.currentThread().interrupt();
    }
    session.surroundings().stopping().leave(ExitCode.INTERRUPTED);
  }

  private synchronized void end() {
    if (!ended) {
      ended = true;
      line.end();
      listing.end(next);
      session.surroundings().out().flush();
    }
  }

  // What has begun is ended even when the log fails, so that it can be read.
  private synchronized void breakOff() {
    if (found > 0) {
      end();
    }
    ended = true;
    line.end();
  }
}
