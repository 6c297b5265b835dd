package dev.easel.adapter.persistence;

import dev.easel.domain.image.Nullable;
import dev.easel.domain.ledger.EntryId;
import dev.easel.domain.ledger.Page;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;

/// Goes through what a plan comes by, until a page is full or whoever asked waits no longer.
final class SqliteSearch {

  private static final long NO_LIMIT = -1;

  private final SqliteConnection connection;
  private final Page.Request request;
  private final Patience patience;
  private final List<Long> places = new ArrayList<>();
  private long reached;
  private boolean ended = true;

  private SqliteSearch(SqliteConnection connection, Page.Request request) {
    this.connection = connection;
    this.request = request;
    this.patience = new Patience(request.patience());
  }

  /// A page of what a plan finds.
  static Page page(SqliteConnection connection, SqlitePlan plan, Page.Request request)
      throws SQLException {
    SqliteSearch search = new SqliteSearch(connection, request);
    SqliteFilter query = plan.search();
    connection.seekOnce(query.sql(), search::take, query.and(NO_LIMIT));
    return search.page();
  }

  private boolean take(ResultSet row) throws SQLException {
    boolean wanted = row.getBoolean(2);
    if (wanted && places.size() == request.limit()) {
      ended = false; // from the last that is shown, or a milestone behind it
      return false;
    }
    reached = row.getLong(1);
    if (wanted) {
      places.add(reached);
    }
    ended = !patience.hasEnded();
    return ended;
  }

  private Page page() throws SQLException {
    return new Page(new SqliteDocuments(connection).at(places), ended ? null : id(reached));
  }

  private @Nullable EntryId id(long place) throws SQLException {
    return connection
        .first("SELECT id FROM entry WHERE place = ?", row -> SqliteIds.of(row.getBytes(1)), place)
        .orElse(null);
  }
}
