package dev.easel.domain.ledger;

import static org.junit.jupiter.api.Assertions.assertInstanceOf;

import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.List;

/// What every part of a log's contract needs: a log, and short ways to fill it.
public interface LogContract {

  /// The morning on which the contract's examples begin.
  Instant MORNING = Instant.parse("2026-11-23T10:30:00Z");

  /// An empty log of its own, which counts the days of `zone`. The test closes it.
  GenerationLog open(ZoneId zone);

  /// An empty log that counts the days of UTC.
  default GenerationLog open() {
    return open(ZoneOffset.UTC);
  }

  /// Reserves and gives back the entry; fails when the log refuses.
  static Entry reserved(GenerationLog log, IntentDraft draft) {
    Reservation reservation = log.reserve(draft.intent());
    return assertInstanceOf(Reservation.Reserved.class, reservation).entry();
  }

  /// Adds these entries as an import does.
  static void add(GenerationLog log, Entry... entries) {
    log.add(sink -> List.of(entries).forEach(entry -> sink.accept(new LogRecord.Whole(entry))));
  }

  /// Reads a query as if it were typed on the morning, in UTC.
  static Query query(String text) {
    return Query.parse(text, ZoneOffset.UTC, MORNING);
  }

  /// All entries that match, newest first.
  static List<Entry> matching(GenerationLog log, String text) {
    return log.page(query(text), Page.Request.newest(Page.Request.MOST)).entries();
  }

  /// The prompts of all entries that match, newest first.
  static List<String> prompts(GenerationLog log, String text) {
    return matching(log, text).stream().map(Entry::prompt).toList();
  }
}
