package dev.easel.domain.ledger;

import dev.easel.domain.cost.Money;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.SplittableRandom;
import java.util.TreeSet;
import java.util.function.Predicate;

/// Random steps on a log, each of them one that users and faces make.
public final class OperationSequence {

  private static final List<String> MODELS = List.of("gpt-image-2", "dall-e-3", "flux");

  private final GenerationLog log;
  private final SplittableRandom random;
  private final List<EntryId> ids = new ArrayList<>();
  private Instant now;
  private int number;

  /// Steps on `log` that begin at `start`.
  public OperationSequence(GenerationLog log, SplittableRandom random, Instant start) {
    this.log = log;
    this.random = random;
    this.now = start;
  }

  /// Makes one step.
  public void step() {
    now = now.plusSeconds(random.nextInt(-600, 20_000));
    switch (random.nextInt(6)) {
      case 0, 1 -> reserve();
      case 2 -> finish();
      case 3 -> settle();
      case 4 -> mark();
      default -> add();
    }
  }

  private void reserve() {
    IntentDraft draft =
        IntentDraft.at(now, ++number)
            .model(MODELS.get(random.nextInt(MODELS.size())))
            .caller(random.nextBoolean() ? "alice" : null)
            .budget(random.nextBoolean() ? "1" : null, null, true)
            .estimate(
                random.nextInt(4) == 0
                    ? IntentDraft.unknown()
                    : IntentDraft.exactly("0." + random.nextInt(1, 40)));
    switch (log.reserve(draft.intent())) {
      case Reservation.Reserved reserved -> ids.add(reserved.entry().id());
      case Reservation.OverBudget refused -> ids.add(refused.entry().id());
      case Reservation unexpected -> throw new AssertionError(unexpected);
    }
  }

  private void finish() {
    inState(EntryState.RESERVED, EntryState.UNKNOWN).ifPresent(this::finish);
  }

  private void finish(EntryId id) {
    Ending ending =
        switch (random.nextInt(4)) {
          case 0 -> Endings.released();
          case 1 -> Endings.unknown("0.07");
          case 2 -> Endings.unpriced("0.08");
          default -> Endings.settled("0.033", random.nextLong(1, 90_000_000));
        };
    if (random.nextBoolean()) {
      log.finish(id, ending);
    } else {
      log.finishKept(id, ending);
    }
  }

  private void settle() {
    having(Entry::settleable)
        .ifPresent(id -> log.settle(id, random.nextBoolean() ? Money.ZERO : Money.ofUsd("0.06")));
  }

  private void mark() {
    if (!ids.isEmpty()) {
      TreeSet<String> tags = new TreeSet<>(List.of("tag" + random.nextInt(3)));
      log.mark(ids.get(random.nextInt(ids.size())), random.nextBoolean(), tags);
    }
  }

  private void add() {
    LogContract.add(log, RandomEntries.one(random, now, ++number));
  }

  private Optional<EntryId> inState(EntryState... states) {
    List<EntryState> wanted = List.of(states);
    return having(entry -> wanted.contains(entry.state()));
  }

  private Optional<EntryId> having(Predicate<Entry> condition) {
    return ids.stream().filter(id -> condition.test(log.find(id).orElseThrow())).findFirst();
  }
}
