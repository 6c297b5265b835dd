package dev.easel.domain.usecase;

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
import dev.easel.domain.ledger.InMemoryGenerationLog;
import dev.easel.domain.ledger.Inspector;
import dev.easel.domain.ledger.Intent;
import dev.easel.domain.ledger.LogCondition;
import dev.easel.domain.ledger.LogRecord;
import dev.easel.domain.ledger.LogUnavailable;
import dev.easel.domain.ledger.Page;
import dev.easel.domain.ledger.Query;
import dev.easel.domain.ledger.Reservation;
import dev.easel.domain.ledger.Statistics;
import dev.easel.domain.ledger.UsedKey;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import java.util.SortedSet;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Consumer;

/// An in-memory log whose disk can be full: then nothing can be written, and everything still be
/// read. Or entries are gone from it, so that none can be finished.
final class BreakableLog implements GenerationLog {

  private final GenerationLog log;
  private volatile Runnable beforeWriting = () -> {};
  private volatile boolean broken;
  private volatile boolean emptied;
  private final AtomicInteger untilFailure = new AtomicInteger();

  BreakableLog(ZoneId zone) {
    this.log = new InMemoryGenerationLog(zone);
  }

  /// What happens before each write.
  void beforeWriting(Runnable action) {
    beforeWriting = action;
  }

  void broken(boolean isBroken) {
    broken = isBroken;
  }

  void emptied(boolean isEmptied) {
    emptied = isEmptied;
  }

  /// The next write fails, and only that.
  void breakOnce() {
    breakAt(1);
  }

  /// The write with this number from now on, 1 or more, fails, and only that.
  void breakAt(int write) {
    untilFailure.set(write);
  }

  private GenerationLog writable() {
    beforeWriting.run();
    if (broken || untilFailure.getAndUpdate(left -> Math.max(0, left - 1)) == 1) {
      throw new LogUnavailable(LogUnavailable.Reason.FULL, "the disk of the log is full");
    }
    return log;
  }

  @Override
  public Reservation reserve(Intent intent) {
    return writable().reserve(intent);
  }

  @Override
  public Entry refuse(Intent intent, String code, String error) {
    return writable().refuse(intent, code, error);
  }

  @Override
  public Entry attempt(EntryId id, Attempt attempt) {
    return writable().attempt(id, attempt);
  }

  @Override
  public Entry send(EntryId id) {
    return writable().send(id);
  }

  @Override
  public Entry finish(EntryId id, Ending ending) {
    if (emptied) {
      throw new IllegalStateException("there is no entry " + id);
    }
    return writable().finish(id, ending);
  }

  @Override
  public Entry finishKept(EntryId id, Ending ending) {
    return finish(id, ending);
  }

  @Override
  public void force() {
    writable().force();
  }

  @Override
  public Optional<Entry> settle(EntryId id, Money charged) {
    return writable().settle(id, charged);
  }

  @Override
  public Optional<Entry> mark(EntryId id, boolean star, SortedSet<String> tags) {
    return writable().mark(id, star, tags);
  }

  @Override
  public long add(Records records) {
    return writable().add(records);
  }

  @Override
  public void keys(Consumer<UsedKey> sink) {
    log.keys(sink);
  }

  @Override
  public long remember(Keys keys) {
    return writable().remember(keys);
  }

  @Override
  public void declare(Fact fact) {
    writable().declare(fact);
  }

  @Override
  public Spending spending(LocalDate day) {
    return log.spending(day);
  }

  @Override
  public Facts facts() {
    return log.facts();
  }

  @Override
  public Optional<Entry> find(EntryId id) {
    return log.find(id);
  }

  @Override
  public List<Entry> endingWith(String suffix, int limit) {
    return log.endingWith(suffix, limit);
  }

  @Override
  public Page page(Query query, Page.Request request) {
    return log.page(query, request);
  }

  @Override
  public Statistics statistics(Query query) {
    return log.statistics(query);
  }

  @Override
  public Changes changes(@Nullable String cursor, int limit) {
    return log.changes(cursor, limit);
  }

  @Override
  public void export(Consumer<LogRecord> sink) {
    log.export(sink);
  }

  @Override
  public void inspect(Inspector inspector) {
    log.inspect(inspector);
  }

  @Override
  public ZoneId zone() {
    return log.zone();
  }

  @Override
  public LogCondition condition() {
    return log.condition();
  }

  @Override
  public void close() {
    log.close();
  }
}
