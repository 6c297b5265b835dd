package dev.easel.adapter.persistence;

import dev.easel.domain.image.Nullable;
import dev.easel.domain.ledger.LogUnavailable;
import java.sql.SQLException;
import java.time.ZoneId;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.locks.ReentrantLock;

/// The one that writes to a log in this handle: a thread that takes what waits, writes it in one
/// transaction, and answers once that is on stable storage. Safe for use by several threads.
final class SqliteWriter implements AutoCloseable {

  /// Something to be written. It throws [IllegalStateException] only before it writes anything.
  @FunctionalInterface
  interface Job<T> {
    T run(SqliteBooks books) throws SQLException;
  }

  private final SqliteFile file;
  private final ZoneId zone;
  private final SqliteLabels labels = new SqliteLabels();
  private final SqliteFacts facts = new SqliteFacts();
  private final SqliteQueue queue = new SqliteQueue();
  private final Thread thread;
  private final SqliteTestimony testimony;
  private final SqliteHold hold;
  private final ReentrantLock turn = new ReentrantLock();
  private @Nullable SqliteConnection connection;
  private @Nullable SqliteBooks books;
  private boolean wrote;

  /// A writer that has not begun.
  ///
  /// @param hold on the files of the log
  /// @param connection is closed with the writer; null to open it when it is needed
  SqliteWriter(
      SqliteFile file, SqliteHold hold, @Nullable SqliteConnection connection, ZoneId zone) {
    this.file = file;
    this.connection = connection;
    this.zone = zone;
    this.hold = hold;
    this.testimony = new SqliteTestimony(file);
    this.thread = Thread.ofPlatform().daemon().name("easel-log-writer").unstarted(this::work);
  }

  /// Begins to write. From now on the connection is the writer's alone.
  void start() {
    if (connection != null) {
      hold.kept();
    }
    thread.start();
  }

  /// Runs `job` and gives its answer when what it wrote is on stable storage.
  ///
  /// @throws LogUnavailable when it could not be written; nothing is
  <T> T write(Job<T> job) {
    SqlitePending<T> pending = new SqlitePending<>(job);
    if (!doneAtOnce(pending)) {
      queue(pending);
    }
    return answer(pending.future());
  }

  // Where nobody else writes, to wake a thread and to be woken by it takes as long as to write.
  private boolean doneAtOnce(SqlitePending<?> pending) {
    if (!queue.isIdle() || !turn.tryLock()) {
      return false;
    }
    try {
      boolean open = queue.isOpen();
      if (open) {
        accept(List.of(pending));
      }
      return open;
    } finally {
      turn.unlock();
    }
  }

  /// Has `job` run in its turn.
  <T> CompletableFuture<T> submit(Job<T> job) {
    SqlitePending<T> pending = new SqlitePending<>(job);
    queue(pending);
    return pending.future();
  }

  private void queue(SqlitePending<?> pending) {
    if (!queue.add(pending)) {
      throw new IllegalStateException("the log " + file.path() + " is closed");
    }
  }

  /// Waits for the answer to a job.
  static <T> T answer(CompletableFuture<T> future) {
    try {
      return future.join();
    } catch (CompletionException failed) {
      switch (failed.getCause()) {
        case RuntimeException cause -> throw cause;
        case Error cause -> throw cause;
        case null, default -> throw failed;
      }
    }
  }

  private void work() {
    boolean more = true;
    while (more) {
      try {
        List<SqlitePending<?>> batch = queue.take();
        inTurn(() -> accept(batch));
        more = !batch.isEmpty();
      } catch (InterruptedException _) {
        queue.close();
      }
    }
    inTurn(this::end);
  }

  private void inTurn(Runnable work) {
    turn.lock();
    try {
      work.run();
    } finally {
      turn.unlock();
    }
  }

  private void accept(List<SqlitePending<?>> batch) {
    if (batch.isEmpty()) {
      return;
    }
    try {
      hold.demand();
      write(batch);
      tell();
    } catch (LogUnavailable moved) {
      batch.forEach(pending -> pending.fail(moved));
    }
  }

  private void tell() {
    if (connection != null && wrote) {
      testimony.committed(connection);
    }
  }

  private void write(List<SqlitePending<?>> batch) {
    try {
      SqliteConnection open = connected();
      hold.demandJournal(open);
      open.begin();
      SqliteBooks current = books(open);
      for (SqlitePending<?> pending : batch) {
        pending.run(current);
      }
      current.balance();
      open.commit();
      wrote = true;
      batch.forEach(SqlitePending::complete);
    } catch (SQLException failure) {
      takeBack();
      failed(batch, failure);
    } catch (RuntimeException | Error failure) {
      takeBack();
      oneByOne(batch, failure);
    }
  }

  private SqliteConnection connected() throws SQLException {
    if (connection == null) {
      connection = file.write();
      hold.kept();
    }
    return connection;
  }

  private SqliteBooks books(SqliteConnection open) throws SQLException {
    SqliteBooks current = books;
    if (current == null || !current.reopen()) {
      current = new SqliteBooks(open, labels, facts, zone);
      books = current;
    }
    return current;
  }

  private void takeBack() {
    books = null;
    labels.forget();
    facts.forget();
    if (connection != null) {
      connection.rollback();
    }
  }

  private void failed(List<SqlitePending<?>> batch, SQLException failure) {
    if (SqliteFailures.breaksConnection(failure)) {
      reconnect();
    }
    LogUnavailable translated = SqliteFailures.of(file.path(), failure);
    if (SqliteFailures.isOutside(failure)) {
      batch.forEach(pending -> pending.fail(translated));
    } else {
      oneByOne(batch, translated);
    }
  }

  // What is wrong with one must not keep the others from being written.
  private void oneByOne(List<SqlitePending<?>> batch, Throwable failure) {
    if (batch.size() == 1) {
      batch.getFirst().fail(failure);
    } else {
      batch.forEach(pending -> write(List.of(pending)));
    }
  }

  private void reconnect() {
    if (connection == null) {
      return;
    }
    try {
      SqliteConnection fresh = file.write();
      connection.close();
      connection = fresh;
    } catch (SQLException _) {
      // the old one reports at its next use what is wrong
    }
  }

  private void end() {
    hold.released();
    try (SqliteConnection last = connection) {
      if (last != null && wrote) {
        testimony.tell(last);
        last.update("PRAGMA optimize");
        last.number("PRAGMA wal_checkpoint(TRUNCATE)");
      }
    } catch (SQLException _) {
      // both only tidy up; another process will
    }
  }

  /// The same after a last job, of whose failure nobody hears.
  void close(Job<?> last) {
    queue.close(new SqlitePending<>(last));
    close();
  }

  /// Writes what waits and gives the connection back.
  @Override
  public void close() {
    queue.close();
    boolean interrupted = false;
    while (thread.isAlive()) {
      try {
        thread.join();
      } catch (InterruptedException _) {
        interrupted = true;
      }
    }
    if (interrupted) {
      Thread.currentThread().interrupt();
    }
  }
}
