package dev.easel.adapter.persistence;

import dev.easel.domain.cost.Money;
import dev.easel.domain.cost.Spending;
import dev.easel.domain.image.Nullable;
import dev.easel.domain.ledger.Attempt;
import dev.easel.domain.ledger.Changes;
import dev.easel.domain.ledger.Ending;
import dev.easel.domain.ledger.Entry;
import dev.easel.domain.ledger.EntryId;
import dev.easel.domain.ledger.Fact;
import dev.easel.domain.ledger.Facts;
import dev.easel.domain.ledger.GenerationLog;
import dev.easel.domain.ledger.Inspector;
import dev.easel.domain.ledger.Intent;
import dev.easel.domain.ledger.LogCondition;
import dev.easel.domain.ledger.LogRecord;
import dev.easel.domain.ledger.Page;
import dev.easel.domain.ledger.Query;
import dev.easel.domain.ledger.Reservation;
import dev.easel.domain.ledger.Statistics;
import dev.easel.domain.ledger.UsedKey;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import java.util.SortedSet;
import java.util.function.Consumer;
import java.util.function.UnaryOperator;

/// A log in one SQLite file.
final class SqliteGenerationLog implements GenerationLog {

  private final SqliteFile file;
  private final ZoneId zone;
  private final SqliteWriter writer;
  private final SqliteReaders readers;
  private final SqliteAbandoned abandoned;
  private final SqliteBrowsing browsing;
  private final SqliteStatistics statistics;
  private final SqlitePresence presence;
  private final SqliteLookout lookout;
  private final SqliteFacts facts = new SqliteFacts();

  /// A log whose schema is this Easel's.
  ///
  /// @param readers are closed with the log
  /// @param connection that writes, and is closed with the log; null when there can be none yet
  /// @param mostWaiting so many entries are let wait for text search and sums to know them
  SqliteGenerationLog(
      SqliteFile file,
      SqliteBaptism baptism,
      SqliteReaders readers,
      @Nullable SqliteConnection connection,
      int mostWaiting) {
    this.file = file;
    this.zone = baptism.zone();
    this.abandoned = new SqliteAbandoned(file);
    SqliteLabels labels = new SqliteLabels();
    this.browsing = new SqliteBrowsing(labels, baptism.identity());
    this.statistics = new SqliteStatistics(labels, zone);
    SqliteHold hold = readers.hold();
    this.readers = readers;
    this.presence = new SqlitePresence(file, hold);
    this.writer =
        new SqliteWriter(
            file, new SqliteBatches(file, hold, presence, connection, zone, mostWaiting));
    this.writer.start();
    this.lookout = new SqliteLookout(readers, writer, abandoned);
  }

  @Override
  public Reservation reserve(Intent intent) {
    return writer.write(books -> {
      String owner = presence.owner();
      abandoned.release(books, owner);
      return new SqliteReserving(books).reserve(intent, owner);
    });
  }

  @Override
  public Entry refuse(Intent intent, String code, String error) {
    return writer.write(books -> new SqliteReserving(books).refuse(intent, code, error));
  }

  @Override
  public Entry attempt(EntryId id, Attempt attempt) {
    return changed(id, entry -> entry.attempted(attempt));
  }

  @Override
  public Entry send(EntryId id) {
    return changed(id, Entry::sending);
  }

  private Entry changed(EntryId id, UnaryOperator<Entry> change) {
    return writer.write(books -> {
      Entry entry =
          books
              .find(id)
              .filter(found -> !found.finished())
              .orElseThrow(() -> new IllegalStateException("no entry " + id + " is in flight"));
      return books.replace(entry, change.apply(entry));
    });
  }

  @Override
  public Entry finish(EntryId id, Ending ending) {
    return writer.write(books -> finished(books, id, ending));
  }

  private static Entry finished(SqliteBooks books, EntryId id, Ending ending) throws SQLException {
    Entry entry =
        books.find(id).orElseThrow(() -> new IllegalStateException("there is no entry " + id));
    return books.replace(entry, entry.ended(ending).sealed());
  }

  @Override
  public Entry finishKept(EntryId id, Ending ending) {
    return writer.writeUnforced(books -> finished(books, id, ending));
  }

  @Override
  public void force() {
    writer.force();
  }

  @Override
  public Optional<Entry> settle(EntryId id, Money charged) {
    return writer.write(books -> {
      abandoned.release(books, presence.known());
      Optional<Entry> entry = books.find(id);
      return entry.isEmpty()
          ? entry
          : Optional.of(books.replace(entry.get(), entry.get().settledByHand(charged).sealed()));
    });
  }

  @Override
  public Optional<Entry> mark(EntryId id, boolean star, SortedSet<String> tags) {
    return writer.write(books -> {
      Optional<Entry> entry = books.find(id);
      return entry.isEmpty()
          ? entry
          : Optional.of(books.replace(entry.get(), entry.get().marked(star, tags)));
    });
  }

  @Override
  public Optional<Entry> find(EntryId id) {
    return lookout.read(connection -> new SqliteDocuments(connection).find(id));
  }

  @Override
  public List<Entry> endingWith(String suffix, int limit) {
    return lookout.read(connection -> browsing.endingWith(connection, suffix, limit));
  }

  @Override
  public Page page(Query query, Page.Request request) {
    return lookout.read(connection -> browsing.page(connection, query, request));
  }

  @Override
  public Statistics statistics(Query query) {
    return lookout.read(connection -> statistics.of(connection, query));
  }

  @Override
  public Changes changes(@Nullable String cursor, int limit) {
    return lookout.read(connection -> browsing.changes(connection, cursor, limit));
  }

  @Override
  public void export(Consumer<LogRecord> sink) {
    lookout.look();
    new SqliteTransfer(readers, writer).export(sink);
  }

  @Override
  public long add(Records records) {
    return new SqliteTransfer(readers, writer).add(records);
  }

  @Override
  public void keys(Consumer<UsedKey> sink) {
    SqliteKeys.each(readers, sink);
  }

  @Override
  public long remember(Keys keys) {
    return KeyImport.add(keys, some -> writer.write(books -> SqliteKeys.add(books, some)));
  }

  @Override
  public void declare(Fact fact) {
    writer.write(books -> books.declare(fact));
  }

  @Override
  public Spending spending(LocalDate day) {
    return lookout.read(connection -> SqliteSpending.of(connection, day));
  }

  @Override
  public Facts facts() {
    return readers.read(facts::read);
  }

  @Override
  public void inspect(Inspector inspector) {
    Path witness = file.witness();
    LogWitness told = LogWitness.read(witness); // first, since it must not be ahead
    readers.readAnew(connection -> {
      new SqliteInspection(connection, new SqliteLabels(), zone, abandoned::alive, inspector).run();
      told.missed(witness, SqliteTestimony.of(connection)).ifPresent(inspector::found);
      return true;
    });
  }

  @Override
  public ZoneId zone() {
    return zone;
  }

  @Override
  public LogCondition condition() {
    return lookout.read(connection ->
        new LogCondition(
            "sqlite",
            file.path().toString(),
            zone,
            SqliteUnsummed.allEnded(connection),
            connection.number(
                "SELECT count(*) FROM entry INDEXED BY entry_state WHERE state = 0 AND state <> 1"),
            connection.number("SELECT count(*) FROM raw"),
            file.bytes(),
            damage(connection)));
  }

  private static @Nullable String damage(SqliteConnection connection) throws SQLException {
    return connection
        .first("SELECT reason FROM raw ORDER BY number LIMIT 1", row -> row.getString(1))
        .orElse(null);
  }

  @Override
  public void close() {
    readers.close();
    @Nullable String owner = presence.known();
    if (owner != null) {
      writer.close(books -> abandoned.end(books, owner, Ending::stopped));
    }
    writer.close(); // whoever may write must be the last, to leave one file behind
    presence.close();
  }
}
