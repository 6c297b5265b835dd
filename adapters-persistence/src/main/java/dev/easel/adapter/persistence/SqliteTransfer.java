package dev.easel.adapter.persistence;

import dev.easel.domain.image.Nullable;
import dev.easel.domain.ledger.Entry;
import dev.easel.domain.ledger.EntryId;
import dev.easel.domain.ledger.GenerationLog;
import dev.easel.domain.ledger.LogRecord;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.function.Consumer;

/// Records on their way out and in, in batches, so that neither readers nor writers wait long.
final class SqliteTransfer {

  private static final int BATCH = 1_000;

  /// Written in a quarter of a second, and large enough that commits cost little.
  private static final int ADDED_AT_ONCE = 4_000;

  /// Lets other processes write between two batches.
  private static final Duration PAUSE = Duration.ofMillis(3);

  /// Comes before every id.
  private static final byte[] FIRST = {};

  private final SqliteReaders readers;
  private final SqliteWriter writer;

  SqliteTransfer(SqliteReaders readers, SqliteWriter writer) {
    this.readers = readers;
    this.writer = writer;
  }

  /// Gives every record that is not in flight to `sink`, in the order of ids, raw text where it was
  /// found.
  void export(Consumer<LogRecord> sink) {
    readers
        .read(connection -> raw(connection, FIRST, FIRST))
        .forEach(held -> sink.accept(held.raw()));
    byte[] last = FIRST;
    for (Batch batch = batch(last); !batch.entries().isEmpty(); batch = batch(last)) {
      batch.give(sink);
      last = SqliteIds.bytes(batch.entries().getLast().id());
    }
  }

  private Batch batch(byte[] last) {
    return readers.read(connection -> {
      List<Entry> entries =
          connection.list(
              """
              SELECT document.text FROM entry CROSS JOIN document USING (place)
              WHERE entry.id > ? AND entry.state <> 0 ORDER BY entry.id LIMIT ?
              """,
              row -> SqliteDocuments.read(row.getString(1)),
              last,
              (long) BATCH);
      return entries.isEmpty()
          ? new Batch(entries, List.of())
          : new Batch(
              entries,
              raw(
                  connection,
                  SqliteIds.bytes(entries.getFirst().id()),
                  SqliteIds.bytes(entries.getLast().id())));
    });
  }

  private static List<Held> raw(SqliteConnection connection, byte[] from, byte[] to)
      throws SQLException {
    return connection.list(
        """
        SELECT follows, text, reason FROM raw INDEXED BY raw_follows
        WHERE follows BETWEEN ? AND ? ORDER BY follows, number
        """,
        row -> new Held(follows(row), new LogRecord.Raw(row.getString(2), row.getString(3))),
        from,
        to);
  }

  private static Optional<EntryId> follows(ResultSet row) throws SQLException {
    byte[] id = row.getBytes(1);
    return id == null || id.length == 0 ? Optional.empty() : Optional.of(SqliteIds.of(id));
  }

  private record Held(Optional<EntryId> follows, LogRecord.Raw raw) {}

  private record Batch(List<Entry> entries, List<Held> raw) {
    void give(Consumer<LogRecord> sink) {
      Map<EntryId, List<LogRecord>> after = new HashMap<>();
      for (Held held : raw) {
        EntryId entry = held.follows().orElseThrow();
        after.computeIfAbsent(entry, _ -> new ArrayList<>()).add(held.raw());
      }
      for (Entry entry : entries) {
        sink.accept(new LogRecord.Whole(entry));
        after.getOrDefault(entry.id(), List.of()).forEach(sink);
      }
    }
  }

  /// Adds records; entries whose ids are taken are left out.
  ///
  /// @return the number of records added
  long add(GenerationLog.Records records) {
    Adding adding = new Adding();
    records.each(adding);
    return adding.end();
  }

  /// Something to add.
  private sealed interface Item {
    record Whole(Entry entry, String document, String words) implements Item {}

    record Raw(Optional<EntryId> follows, LogRecord.Raw raw) implements Item {}
  }

  /// Collects a batch while the one before it is being written.
  private final class Adding implements Consumer<LogRecord> {
    private List<Item> batch = new ArrayList<>();
    private Optional<EntryId> last = Optional.empty();
    private @Nullable CompletableFuture<Long> writing;
    private long added;

    @Override
    public void accept(LogRecord next) {
      batch.add(item(next));
      if (batch.size() == ADDED_AT_ONCE) {
        write();
      }
    }

    private Item item(LogRecord next) {
      return switch (next) {
        case LogRecord.Whole(Entry entry) -> {
          last = Optional.of(entry.id());
          yield new Item.Whole(entry, SqliteDocuments.write(entry), SqliteWords.of(entry));
        }
        case LogRecord.Raw raw -> new Item.Raw(last, raw);
      };
    }

    private void write() {
      List<Item> full = batch;
      batch = new ArrayList<>(ADDED_AT_ONCE);
      await();
      pause();
      writing = writer.submit(books -> SqliteTransfer.add(books, full));
    }

    private void pause() {
      try {
        Thread.sleep(PAUSE);
      } catch (InterruptedException _) {
        Thread.currentThread().interrupt(); // it is the caller's, who learns of it afterwards
      }
    }

    private void await() {
      if (writing != null) {
        added += SqliteWriter.answer(writing);
        writing = null;
      }
    }

    long end() {
      write();
      await();
      return added;
    }
  }

  private static long add(SqliteBooks books, List<Item> items) throws SQLException {
    long added = 0;
    for (Item item : items) {
      added +=
          switch (item) {
            case Item.Whole whole -> add(books, whole);
            case Item.Raw(Optional<EntryId> follows, LogRecord.Raw raw) -> add(books, follows, raw);
          };
    }
    return added;
  }

  private static int add(SqliteBooks books, Item.Whole whole) throws SQLException {
    Entry entry = whole.entry();
    if (books.taken(entry.id())) {
      return 0;
    }
    String owner = entry.finished() ? null : SqliteAbandoned.NOBODY;
    books.addMany(entry, whole.document(), whole::words, owner);
    return 1;
  }

  private static int add(SqliteBooks books, Optional<EntryId> follows, LogRecord.Raw raw)
      throws SQLException {
    return books
        .connection()
        .update(
            "INSERT INTO raw (follows, text, reason) VALUES (?, ?, ?)",
            follows.map(SqliteIds::bytes).orElse(FIRST),
            raw.text(),
            raw.reason());
  }
}
