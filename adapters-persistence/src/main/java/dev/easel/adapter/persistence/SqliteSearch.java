package dev.easel.adapter.persistence;

import dev.easel.domain.image.Nullable;
import dev.easel.domain.ledger.EntryId;
import dev.easel.domain.ledger.Page;
import dev.easel.domain.ledger.Query;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;

/// Goes through what a plan comes by, until a page is full or whoever asked waits no longer.
final class SqliteSearch {

  private static final long NO_LIMIT = -1;

  private final SqliteConnection connection;
  private final Query query;
  private final Page.Request request;
  private final Patience patience;
  private final List<Long> places = new ArrayList<>();
  private long reached;
  private boolean ended = true;

  private SqliteSearch(SqliteConnection connection, Query query, Page.Request request) {
    this.connection = connection;
    this.query = query;
    this.request = request;
    this.patience = new Patience(request.patience());
  }

  /// A page of what plans find one after the other.
  ///
  /// @param query that the plans are for
  static Page page(
      SqliteConnection connection, List<SqlitePlan> plans, Query query, Page.Request request)
      throws SQLException {
    SqliteSearch search = new SqliteSearch(connection, query, request);
    for (SqlitePlan plan : plans) {
      if (search.ended) {
        SqliteFilter select = plan.search();
        connection.seekOnce(select.sql(), search::take, select.and(NO_LIMIT));
      }
    }
    return search.page();
  }

  private boolean take(ResultSet row) throws SQLException {
    boolean wanted = isWanted(row.getLong(1), row.getInt(2));
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

  private boolean isWanted(long place, int said) throws SQLException {
    return said == SqliteSource.UNSURE
        ? query.matches(new SqliteDocuments(connection).at(place))
        : said != 0;
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
