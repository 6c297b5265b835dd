package dev.easel.adapter.persistence;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.easel.domain.cost.Money;
import dev.easel.domain.ledger.Endings;
import dev.easel.domain.ledger.Entry;
import dev.easel.domain.ledger.EntryId;
import dev.easel.domain.ledger.GenerationLog;
import dev.easel.domain.ledger.IntentDraft;
import dev.easel.domain.ledger.LogContract;
import dev.easel.domain.ledger.Query;
import dev.easel.domain.ledger.RandomEntries;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.function.Supplier;

/// Does the same to a log that sums at once and to one that lets entries wait, through two handles
/// by turns, and asks both the same.
final class SqliteTwins {

  private static final List<String> QUERIES =
      List.of(
          "",
          "model:gpt-image-2",
          "-state:settled",
          "state:unknown,released",
          "time>=2026-10-30 time<2026-11-03",
          "time>=2026-10-30 model:dall-e-3",
          "time:2026-11-05 -state:settled",
          "caller:alice");

  private static final Instant END = Instant.parse("2026-11-05T12:00:00Z");

  private final GenerationLog exact;
  private final GenerationLog[] late;
  private final SplittableRandom random;
  private final List<EntryId> running = new ArrayList<>();
  private final List<EntryId> ended = new ArrayList<>();
  private int number;

  SqliteTwins(GenerationLog exact, SplittableRandom random, GenerationLog... late) {
    this.exact = exact;
    this.late = late;
    this.random = random;
  }

  private <T> T each(Function<GenerationLog, T> step) {
    T answer = step.apply(late[random.nextInt(late.length)]);
    assertEquals(step.apply(exact), answer);
    return answer;
  }

  void step() {
    switch (random.nextInt(10)) {
      case 0, 1, 2 -> reserve();
      case 3, 4, 5 -> finish();
      case 6 -> settle();
      case 7 -> mark();
      case 8 -> refuse();
      default -> add();
    }
  }

  private IntentDraft draft() {
    Instant at = END.minusSeconds(random.nextInt(9 * 86_400));
    IntentDraft draft = IntentDraft.at(at, ++number);
    draft = random.nextBoolean() ? draft.model("dall-e-3") : draft;
    return random.nextBoolean() ? draft.caller("alice") : draft;
  }

  private void reserve() {
    IntentDraft draft = draft();
    running.add(each(log -> LogContract.reserved(log, draft)).id());
  }

  private void finish() {
    if (!running.isEmpty()) {
      EntryId id = running.remove(random.nextInt(running.size()));
      int kind = random.nextInt(4);
      long latency = random.nextLong(1, 90_000_000);
      each(log ->
          switch (kind) {
            case 0 -> log.finish(id, Endings.released());
            case 1 -> log.finish(id, Endings.unknown("0.08"));
            case 2 -> log.finish(id, Endings.unpriced("0.02"));
            default -> log.finish(id, Endings.settled("0.04", latency));
          });
      ended.add(id);
    }
  }

  private void settle() {
    if (!ended.isEmpty()) {
      EntryId id = ended.get(random.nextInt(ended.size()));
      Money charged = new Money(random.nextLong(1_000_000_000L));
      each(log -> refused(() -> log.settle(id, charged)));
    }
  }

  // Not everything that has ended may be settled by hand.
  private static Object refused(Supplier<?> step) {
    try {
      return step.get();
    } catch (IllegalStateException refusal) {
      return String.valueOf(refusal.getMessage());
    }
  }

  private void mark() {
    if (!ended.isEmpty()) {
      EntryId id = ended.get(random.nextInt(ended.size()));
      boolean star = random.nextBoolean();
      each(log -> log.mark(id, star, new TreeSet<>(List.of("kept"))));
    }
  }

  private void refuse() {
    IntentDraft draft = draft();
    ended.add(each(log -> log.refuse(draft.intent(), "over_budget", "too much")).id());
  }

  private void add() {
    Instant at = END.minusSeconds(random.nextInt(9 * 86_400));
    Entry[] some = {RandomEntries.one(random, at, 100_000 + ++number)};
    each(log -> {
      LogContract.add(log, some);
      return some.length;
    });
  }

  void compare() {
    for (GenerationLog log : late) {
      for (String query : QUERIES) {
        Query parsed = LogContract.query(query);
        assertEquals(exact.statistics(parsed), log.statistics(parsed), query);
      }
      LocalDate day = END.atZone(ZoneOffset.UTC).toLocalDate().minusDays(random.nextInt(10));
      assertEquals(exact.spending(day), log.spending(day));
      assertEquals(exact.condition().entries(), log.condition().entries());
    }
  }
}
