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
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import java.util.SortedSet;
import java.util.function.Consumer;

/// The log as lines of JSON: finished entries in the file that the user sees, one a line, and what
/// is in flight or changed later in a journal beside it. An entry is finished exactly when the file
/// has its line, and in flight exactly when only the journal has it; no fact needs both files to
/// change together, so a crash leaves each entry in one of these states.
final class JsonlGenerationLog implements GenerationLog {

  private final JsonlReader reader;
  private final JsonlWriter writer;

  JsonlGenerationLog(JsonlReader reader, JsonlWriter writer) {
    this.reader = reader;
    this.writer = writer;
  }

  @Override
  public Reservation reserve(Intent intent) {
    return record(steps -> steps.reserve(intent));
  }

  @Override
  public Entry refuse(Intent intent, String code, String error) {
    return write(steps -> steps.refuse(intent, code, error));
  }

  @Override
  public Entry attempt(EntryId id, Attempt attempt) {
    return record(steps -> steps.attempt(id, attempt));
  }

  @Override
  public Entry send(EntryId id) {
    return record(steps -> steps.send(id));
  }

  @Override
  public Entry finish(EntryId id, Ending ending) {
    return write(steps -> steps.finish(id, ending));
  }

  @Override
  public Entry finishKept(EntryId id, Ending ending) {
    return writer.run(JsonlJob.unforced(steps -> steps.finish(id, ending)));
  }

  @Override
  public void force() {
    write(_ -> true);
  }

  @Override
  public Optional<Entry> settle(EntryId id, Money charged) {
    return record(steps -> steps.settle(id, charged));
  }

  @Override
  public Optional<Entry> mark(EntryId id, boolean star, SortedSet<String> tags) {
    return record(steps -> steps.mark(id, star, tags));
  }

  @Override
  public long add(Records records) {
    return JsonlImport.add(records, some -> write(steps -> steps.add(some)));
  }

  @Override
  public void keys(Consumer<UsedKey> sink) {
    reader.keys().forEach(sink);
  }

  @Override
  public long remember(Keys keys) {
    return KeyImport.add(keys, some -> record(steps -> steps.remember(some)));
  }

  @Override
  public void declare(Fact fact) {
    record(steps -> steps.declare(fact));
  }

  private <T> T write(JsonlJob.Step<T> step) {
    return writer.run(new JsonlJob<>(JsonlJob.Target.LOG, step));
  }

  private <T> T record(JsonlJob.Step<T> step) {
    return writer.run(new JsonlJob<>(JsonlJob.Target.JOURNAL, step));
  }

  @Override
  public Optional<Entry> find(EntryId id) {
    return reader.read(view -> JsonlBrowsing.find(view, id));
  }

  @Override
  public List<Entry> endingWith(String suffix, int limit) {
    return reader.read(view -> JsonlBrowsing.endingWith(view, suffix, limit));
  }

  @Override
  public Page page(Query query, Page.Request request) {
    return reader.read(view -> JsonlBrowsing.page(view, query, request));
  }

  @Override
  public Statistics statistics(Query query) {
    return reader.statistics(query);
  }

  @Override
  public Changes changes(@Nullable String cursor, int limit) {
    return reader.changes(cursor, limit);
  }

  @Override
  public void export(Consumer<LogRecord> sink) {
    reader.read(view -> {
      JsonlExport.each(view, sink);
      return true;
    });
  }

  @Override
  public Spending spending(LocalDate day) {
    return reader.spending(day);
  }

  @Override
  public Facts facts() {
    return reader.facts();
  }

  @Override
  public void inspect(Inspector inspector) {
    reader.inspect(inspector);
  }

  @Override
  public ZoneId zone() {
    return reader.read(view -> view.reader().zone());
  }

  @Override
  public LogCondition condition() {
    return reader.condition();
  }

  @Override
  public void close() {
    writer.close();
    reader.close();
  }
}
