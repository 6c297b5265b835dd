package dev.easel.adapter.persistence;

import dev.easel.domain.cost.Budget;
import dev.easel.domain.cost.Limits;
import dev.easel.domain.cost.Spending;
import dev.easel.domain.cost.Standing;
import dev.easel.domain.ledger.Ending;
import dev.easel.domain.ledger.Entry;
import dev.easel.domain.ledger.EntryState;
import dev.easel.domain.ledger.Intent;
import dev.easel.domain.ledger.KeyTerm;
import dev.easel.domain.ledger.Reservation;
import dev.easel.domain.ledger.UsedKey;
import java.sql.SQLException;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

/// Keys, budgets and ids, decided within one transaction.
final class SqliteReserving {

  private static final String OVER_BUDGET = "over_budget";

  /// So many changes are read as fast as the sums could be told of them.
  private static final int FEW = 32;

  private static final String SEEN =
      """
      SELECT EXISTS (SELECT 1 FROM sum_day WHERE day BETWEEN ? AND ? AND entries <> 0)
        OR EXISTS (SELECT 1 FROM entry INDEXED BY entry_state
          WHERE state = 0 AND state <> 1 AND day BETWEEN ? AND ?)
      """;

  private final SqliteBooks books;
  private final SqliteConnection connection;
  private final SqliteKeys keys;

  SqliteReserving(SqliteBooks books) {
    this.books = books;
    this.connection = books.connection();
    this.keys = new SqliteKeys(connection);
  }

  /// Answers the wish to make a request; what it reserves belongs to `owner`.
  Reservation reserve(Intent intent, String owner) throws SQLException {
    Optional<Reservation> known = known(intent);
    if (known.isPresent()) {
      return known.get();
    }
    return switch (judge(intent)) {
      case Limits.Verdict.Passed(List<Standing> standings) -> passed(intent, owner, standings);
      case Limits.Verdict.Refused(Budget.Refusal refusal) ->
          new Reservation.OverBudget(refuse(intent, OVER_BUDGET, refusal.message()), refusal);
    };
  }

  private Reservation passed(Intent intent, String owner, List<Standing> standings)
      throws SQLException {
    return intent.hindrance() == null
        ? reserved(intent, owner, standings)
        : new Reservation.Hindered(intent.hindrance());
  }

  private Reservation reserved(Intent intent, String owner, List<Standing> standings)
      throws SQLException {
    Entry entry = books.add(intent.reserved(books.issue(intent.proposed())), owner);
    remember(intent, entry);
    return new Reservation.Reserved(entry, standings);
  }

  /// Writes a released entry for a request that is not made.
  Entry refuse(Intent intent, String code, String error) throws SQLException {
    Entry reserved = intent.reserved(books.issue(intent.proposed()));
    return books.add(reserved.ended(Ending.released(code, error)).sealed(), null);
  }

  private Optional<Reservation> known(Intent intent) throws SQLException {
    Intent.IdempotencyKey key = intent.key();
    Optional<UsedKey> use = key == null ? Optional.empty() : keys.find(caller(intent), key.value());
    Optional<Entry> entry = use.isEmpty() ? Optional.empty() : books.find(use.get().id());
    if (key == null || entry.isEmpty() || forgotten(entry.get(), intent)) {
      return Optional.empty();
    }
    boolean same = use.orElseThrow().key().requestHash().equals(key.requestHash());
    return Optional.of(same ? repeated(entry.get()) : new Reservation.KeyReused(entry.get()));
  }

  private boolean forgotten(Entry entry, Intent intent) throws SQLException {
    KeyTerm term = KeyTerm.of(entry, intent);
    return entry.state() == EntryState.RELEASED || (term.isOver() && sawPass(term));
  }

  private boolean sawPass(KeyTerm term) throws SQLException {
    books.sumUp(0);
    long first = term.first(books.zone()).toEpochDay();
    long last = term.last(books.zone()).toEpochDay();
    return connection.number(SEEN, first, last, first, last) > 0;
  }

  private static Reservation repeated(Entry entry) {
    return entry.finished() ? new Reservation.Done(entry) : new Reservation.Running(entry);
  }

  private Limits.Verdict judge(Intent intent) throws SQLException {
    Limits limits = intent.limits(books.facts(), books.zone());
    return limits.judge(
        limits.none() ? Spending.NONE : spending(intent, limits), intent.estimate());
  }

  private Spending spending(Intent intent, Limits limits) throws SQLException {
    books.sumUp(FEW);
    return SqliteSpending.of(connection, intent.day(books.zone()), limits);
  }

  private void remember(Intent intent, Entry entry) throws SQLException {
    Intent.IdempotencyKey key = intent.key();
    if (key != null) {
      keys.put(new UsedKey(caller(intent), key, entry.id()));
    }
  }

  private static String caller(Intent intent) {
    return Objects.requireNonNullElse(intent.caller(), "");
  }
}
