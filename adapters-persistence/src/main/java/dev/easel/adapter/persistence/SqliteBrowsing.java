package dev.easel.adapter.persistence;

import dev.easel.domain.image.Nullable;
import dev.easel.domain.ledger.Changes;
import dev.easel.domain.ledger.Condition;
import dev.easel.domain.ledger.Entry;
import dev.easel.domain.ledger.Page;
import dev.easel.domain.ledger.Query;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalLong;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// Pages, ends of ids, and changes. Safe for use by several threads.
final class SqliteBrowsing {

  private static final Pattern CURSOR = Pattern.compile("([0-9a-f]{8})-(\\d{1,18})");

  private record Change(long number, long place) {}

  private final SqliteLabels labels;
  private final String identity;

  /// @param identity of the log, so that a cursor of another one is not taken for one of its own
  SqliteBrowsing(SqliteLabels labels, String identity) {
    this.labels = labels;
    this.identity = identity;
  }

  /// A page.
  Page page(SqliteConnection connection, Query query, Page.Request request) throws SQLException {
    labels.refresh(connection);
    List<SqlitePlan> plans = SqlitePlan.all(connection, labels, query, request.before());
    return request.patience() == null
        ? fullPage(connection, plans, request)
        : SqliteSearch.page(connection, plans, query, request);
  }

  private static Page fullPage(
      SqliteConnection connection, List<SqlitePlan> plans, Page.Request request)
      throws SQLException {
    List<Entry> entries = entries(connection, plans, request.limit() + 1L);
    if (entries.size() <= request.limit()) {
      return new Page(entries, null);
    }
    List<Entry> page = entries.subList(0, request.limit());
    return new Page(page, page.getLast().id());
  }

  /// The entries whose ids end like this, newest first.
  List<Entry> endingWith(SqliteConnection connection, String suffix, int limit)
      throws SQLException {
    SqliteTail tail = SqliteTail.of(connection);
    Condition ends = new Condition.Is(Condition.Field.ID, suffix, false);
    Query query = new Query(suffix, List.of(ends));
    SqliteSpan known = tail.before(SqliteSpan.EVERYTHING);
    List<SqlitePlan> plans =
        List.of(
            SqlitePlan.of(tail.matching(connection, query, SqliteSpan.EVERYTHING)),
            new SqlitePlan(SqliteIdPattern.sourceOfEnd(suffix), known, SqliteFilter.ALWAYS, null));
    return entries(connection, plans, limit);
  }

  private static List<Entry> entries(
      SqliteConnection connection, List<SqlitePlan> plans, long limit) throws SQLException {
    List<Long> places = new ArrayList<>();
    for (SqlitePlan plan : plans) {
      SqliteFilter select = plan.select("NULL");
      long more = limit - places.size();
      connection.eachOnce(select.sql(), row -> places.add(row.getLong(1)), select.and(more));
    }
    return new SqliteDocuments(connection).at(places);
  }

  /// What changed since `cursor`.
  Changes changes(SqliteConnection connection, @Nullable String cursor, int limit)
      throws SQLException {
    long newest = connection.number("SELECT max(change) FROM entry");
    OptionalLong known = known(cursor, newest);
    long since = known.orElse(newest);
    List<Change> changes =
        connection.list(
            "SELECT change, place FROM entry WHERE change > ? ORDER BY change LIMIT ?",
            row -> new Change(row.getLong(1), row.getLong(2)),
            since,
            (long) limit);
    long seen = changes.isEmpty() ? since : changes.getLast().number();
    List<Long> places = changes.stream().map(Change::place).toList();
    return new Changes(
        new SqliteDocuments(connection).at(places), identity + "-" + seen, known.isPresent());
  }

  private OptionalLong known(@Nullable String cursor, long newest) {
    Matcher matcher = CURSOR.matcher(cursor == null ? "" : cursor);
    boolean ours = matcher.matches() && matcher.group(1).equals(identity);
    long seen = ours ? Long.parseLong(matcher.group(2)) : Long.MAX_VALUE;
    return seen <= newest ? OptionalLong.of(seen) : OptionalLong.empty();
  }
}
