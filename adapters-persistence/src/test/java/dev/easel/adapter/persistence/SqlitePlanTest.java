package dev.easel.adapter.persistence;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.easel.config.LogBackend;
import dev.easel.config.LogSettings;
import dev.easel.domain.image.Fields;
import dev.easel.domain.image.Nullable;
import dev.easel.domain.ledger.EntryDraft;
import dev.easel.domain.ledger.EntryId;
import dev.easel.domain.ledger.GenerationLog;
import dev.easel.domain.ledger.LogContract;
import dev.easel.domain.ledger.Query;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// By which indexes the entries of a query are read, so that ten million of them are no slower than
/// these few.
class SqlitePlanTest {

  private static final EntryId MIDDLE = EntryId.of(LogContract.MORNING, 0, 3);

  @TempDir Path directory;
  private GenerationLog log;
  private SqliteConnection connection;
  private final SqliteLabels labels = new SqliteLabels();

  @BeforeEach
  void openLog() throws SQLException {
    Path path = directory.resolve("easel.db");
    log = GenerationLogs.open(new LogSettings(LogBackend.SQLITE, path, ZoneOffset.UTC));
    for (int number = 0; number < 7; number++) {
      LogContract.add(
          log,
          EntryDraft.at(LogContract.MORNING, number)
              .actual(Fields.NONE.with("output_format", "png"))
              .caller("alice")
              .tags("poster")
              .entry());
    }
    connection = new SqliteFile(path).read();
    labels.refresh(connection);
  }

  @AfterEach
  void closeLog() throws SQLException {
    connection.close();
    log.close();
  }

  @Test
  void aPageOfEverythingBeginsAtItsPlace() throws SQLException {
    assertEquals(List.of("SCAN entry"), plan("", null));
    assertEquals(
        List.of("SEARCH entry USING INTEGER PRIMARY KEY (rowid>? AND rowid<?)"), plan("", MIDDLE));
  }

  @ParameterizedTest
  @CsvSource({
    "model:gpt-image-2, entry_model",
    "provider:openai, entry_provider",
    "size:1024x1024, entry_size",
    "quality:medium, entry_quality",
    "format:png, entry_format",
    "caller:alice, entry_caller",
    "state:unknown, entry_state",
    "star:yes, entry_star",
    "size:none, entry_size",
    "cost:none, entry_cost",
    "latency:none, entry_latency"
  })
  void aFieldIsReadFromItsIndexInOrder(String query, String index) throws SQLException {
    for (EntryId before : new EntryId[] {null, MIDDLE}) {
      List<String> plan = plan(query, before);
      assertEquals(1, plan.size(), plan.toString());
      assertTrue(plan.getFirst().startsWith("SEARCH entry USING INDEX " + index), plan.toString());
    }
  }

  @Test
  void whatAnIndexDoesNotKnowYetIsLookedAtFirst() throws SQLException {
    try (SqliteConnection writer = new SqliteFile(directory.resolve("easel.db")).write()) {
      writer.update("UPDATE meta SET value = ? WHERE name = 'indexed'", place(MIDDLE));
    }
    List<SqlitePlan> plans =
        SqlitePlan.all(connection, labels, LogContract.query("model:gpt-image-2"), null);

    assertEquals(2, plans.size());
    assertEquals(
        List.of("SEARCH entry USING INTEGER PRIMARY KEY (rowid>? AND rowid<?)"),
        explain(plans.getFirst().select("1")));
    assertTrue(explain(plans.getLast().select("1")).getFirst().contains("INDEX entry_model"));
    assertEquals(
        1, SqlitePlan.all(connection, labels, LogContract.query("state:unknown"), null).size());
  }

  @Test
  void theTailBeginsBehindWhatIsIndexed() {
    SqliteTail tail = new SqliteTail(5);

    assertEquals(new SqliteSpan(6, 10), tail.in(new SqliteSpan(0, 10)));
    assertEquals(new SqliteSpan(8, 10), tail.in(new SqliteSpan(8, 10)));
    assertEquals(new SqliteSpan(5, 5), tail.in(new SqliteSpan(3, 5)));
    assertEquals(new SqliteSpan(10, 10), new SqliteTail(Long.MAX_VALUE).in(new SqliteSpan(8, 10)));
  }

  private String place(EntryId id) throws SQLException {
    return Long.toString(SqlitePlaces.find(connection, id));
  }

  @Test
  void aTagIsReadFromItsTableInOrder() throws SQLException {
    assertEquals(
        List.of(
            "SEARCH tag USING PRIMARY KEY (label=? AND place>? AND place<?)",
            "SEARCH entry USING INTEGER PRIMARY KEY (rowid=?)"),
        plan("tag:poster", MIDDLE));
  }

  @Test
  void textIsReadFromItsIndexInOrder() throws SQLException {
    for (String query : List.of("lighthouse", "light*", "\"at dusk\"", "text:a,b", "a b model:x")) {
      List<String> plan = plan(query, MIDDLE);
      assertFalse(plan.toString().contains("TEMP B-TREE"), plan.toString());
    }
    assertTrue(plan("lighthouse", MIDDLE).getFirst().startsWith("SCAN words VIRTUAL TABLE"));
  }

  @Test
  void unwantedTextIsTakenAwayInPassing() throws SQLException {
    assertTrue(plan("-lighthouse", null).contains("MERGE (EXCEPT)"));
    assertFalse(plan("-lighthouse caller:alice", null).contains("MERGE (EXCEPT)"));
    SqlitePlan plan =
        new SqlitePlan(
            SqliteSource.EVERYTHING, SqliteSpan.EVERYTHING, SqliteFilter.ALWAYS, "\"a\"");
    List<String> steps = explain(plan.select("1"));
    assertTrue(steps.contains("MERGE (EXCEPT)"), steps.toString());
    assertFalse(steps.toString().contains("TEMP B-TREE"), steps.toString());
  }

  @Test
  void aSearchThatMayBeBrokenOffIsReadAsOneThatMayNot() throws SQLException {
    SqlitePlan unwanted =
        new SqlitePlan(
            SqliteSource.EVERYTHING, SqliteSpan.EVERYTHING, SqliteFilter.ALWAYS, "\"a\"");
    List<String> steps = explain(unwanted.search());
    assertTrue(steps.contains("MERGE (EXCEPT)"), steps.toString());
    assertFalse(steps.toString().contains("TEMP B-TREE"), steps.toString());
    for (String query : List.of("cost>1", "model:gpt-image-2 cost>1", "lighthouse cost>1")) {
      SqlitePlan plan = known(LogContract.query(query), MIDDLE);
      assertEquals(explain(plan.select("1")), explain(plan.search()));
    }
  }

  @Test
  void theEndOfAnIdIsFoundByTextSearch() throws SQLException {
    List<String> plan = plan("id:000003", null);
    assertTrue(
        plan.stream().anyMatch(step -> step.startsWith("SCAN words VIRTUAL TABLE")),
        plan.toString());
    assertTrue(plan.contains("SEARCH entry USING INTEGER PRIMARY KEY (rowid=?)"), plan.toString());
  }

  @Test
  void aSpanOfTimeIsASpanOfPlaces() throws SQLException {
    SqliteSpan span = SqliteSpan.of(connection, LogContract.query("since:2026-11-24"), null);
    assertEquals(new SqliteSpan(Long.MAX_VALUE, Long.MAX_VALUE), span);
    assertEquals(
        List.of("SEARCH entry USING INTEGER PRIMARY KEY (rowid>? AND rowid<?)"),
        plan("time:2026-11-23 cost>0.01", null));
  }

  @Test
  void theFewerEntriesAreTakenFirst() throws SQLException {
    LogContract.add(log, EntryDraft.at(LogContract.MORNING, 90).caller("bob").entry());
    labels.refresh(connection);
    SqlitePlan plan = known(LogContract.query("model:gpt-image-2 caller:bob"), null);
    assertEquals("entry INDEXED BY entry_caller", plan.source().from());
  }

  @Test
  void theOtherHotQueriesUseIndexesToo() throws SQLException {
    for (String sql :
        List.of(
            "SELECT max(change) FROM entry",
            "SELECT change, place FROM entry WHERE change > 1 ORDER BY change LIMIT 5",
            "SELECT id, place FROM entry ORDER BY place DESC LIMIT 1",
            "SELECT place FROM entry WHERE id = x'00'",
            "SELECT place FROM entry WHERE id >= x'00' ORDER BY id LIMIT 1",
            "SELECT ifnull(sum(cost + at_risk), 0) FROM sum_day WHERE day BETWEEN 1 AND 2",
            "SELECT hash, id FROM idempotency_key WHERE caller = '' AND value = ''",
            "SELECT hash FROM idempotency_key WHERE (caller, value) > ('', '')"
                + " ORDER BY caller, value LIMIT 5")) {
      List<String> plan = explain(SqliteFilter.of(sql));
      assertTrue(plan.getFirst().startsWith("SEARCH") || sql.contains("place DESC"), sql + plan);
      assertFalse(plan.toString().contains("TEMP B-TREE"), sql + plan);
    }
  }

  private List<String> plan(String query, @Nullable EntryId before) throws SQLException {
    Query parsed = LogContract.query(query);
    return explain(known(parsed, before).select("entry.day"));
  }

  private SqlitePlan known(Query query, @Nullable EntryId before) throws SQLException {
    SqliteSpan span = SqliteSpan.of(connection, query, before);
    return SqlitePlan.of(connection, labels, query, span);
  }

  private List<String> explain(SqliteFilter select) throws SQLException {
    List<String> steps = new ArrayList<>();
    List<Object> values = new ArrayList<>(select.values());
    if (select.sql().contains("LIMIT ?")) {
      values.add(50L);
    }
    connection.eachOnce(
        "EXPLAIN QUERY PLAN " + select.sql(), row -> steps.add(row.getString(4)), values);
    return steps;
  }
}
