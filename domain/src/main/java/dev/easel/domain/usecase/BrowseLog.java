package dev.easel.domain.usecase;

import dev.easel.domain.image.Nullable;
import dev.easel.domain.ledger.EntryId;
import dev.easel.domain.ledger.GenerationLog;
import dev.easel.domain.ledger.Page;
import dev.easel.domain.ledger.Query;

/// Lists entries, newest first.
public final class BrowseLog {

  private final GenerationLog log;
  private final Time time;

  /// Puts the use case together.
  public BrowseLog(GenerationLog log, Time time) {
    this.log = log;
    this.time = time;
  }

  /// The entries that match a query in the query language.
  ///
  /// @param limit 1 to [Page.Request#MOST]
  /// @param before the `next` of the page before, null for the first page
  /// @throws Query.QueryProblem when the query cannot be understood
  public Page page(String query, int limit, @Nullable EntryId before) {
    return page(query, new Page.Request(limit, before));
  }

  /// Those that match, for somebody whose patience may end.
  ///
  /// @throws Query.QueryProblem when the query cannot be understood
  public Page page(String query, Page.Request request) {
    return log.page(parsed(query), request);
  }

  /// Those of one caller's entries that match.
  ///
  /// @throws Query.QueryProblem when the query cannot be understood
  public Page page(String query, String caller, Page.Request request) {
    return log.page(parsed(query).ofCaller(caller), request);
  }

  private Query parsed(String query) {
    return Query.parse(query, log.zone(), time.now());
  }
}
