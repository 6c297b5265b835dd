package dev.easel.domain.ledger;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.easel.domain.cost.Cost;
import dev.easel.domain.cost.CostBasis;
import dev.easel.domain.cost.Money;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;

/// From which state an entry may go to which, and by what.
public interface TransitionsContract extends LogContract {

  /// Something that is done to an entry.
  enum Deed {
    ATTEMPT,
    SETTLED,
    RELEASED,
    UNKNOWN,
    BY_HAND_CHARGED,
    BY_HAND_FREE,
    MARK;

    private static final Attempt AN_ATTEMPT =
        new Attempt(MORNING, "http_503", 503, "busy", 10L, null);

    /// The states in which it may be done.
    Set<EntryState> allowedIn() {
      return switch (this) {
        case ATTEMPT -> EnumSet.of(EntryState.RESERVED);
        case SETTLED, RELEASED, UNKNOWN -> EnumSet.of(EntryState.RESERVED, EntryState.UNKNOWN);
        case BY_HAND_CHARGED, BY_HAND_FREE -> EnumSet.of(EntryState.UNKNOWN);
        case MARK -> EnumSet.allOf(EntryState.class);
      };
    }

    /// The state afterwards.
    EntryState from(EntryState before) {
      return switch (this) {
        case ATTEMPT, MARK -> before;
        case SETTLED, BY_HAND_CHARGED -> EntryState.SETTLED;
        case RELEASED, BY_HAND_FREE -> EntryState.RELEASED;
        case UNKNOWN -> EntryState.UNKNOWN;
      };
    }

    Entry doTo(GenerationLog log, EntryId id) {
      return switch (this) {
        case ATTEMPT -> log.attempt(id, AN_ATTEMPT);
        case SETTLED -> log.finish(id, Endings.settled("0.03", 1_000_000));
        case RELEASED -> log.finish(id, Endings.released());
        case UNKNOWN -> log.finish(id, Endings.unknown("0.07"));
        case BY_HAND_CHARGED -> log.settle(id, Money.ofUsd("0.05")).orElseThrow();
        case BY_HAND_FREE -> log.settle(id, Money.ZERO).orElseThrow();
        case MARK -> log.mark(id, true, new TreeSet<>(List.of("seen"))).orElseThrow();
      };
    }
  }

  @Test
  default void onlyTheAllowedStepsAreMadeAndTheOthersChangeNothing() {
    SplittableRandom random = new SplittableRandom(21);
    try (GenerationLog log = open()) {
      Map<EntryId, EntryState> states = new HashMap<>();
      List<EntryId> ids = new ArrayList<>();
      for (int step = 0; step < 250; step++) {
        if (ids.isEmpty() || random.nextInt(5) == 0) {
          EntryId id = LogContract.reserved(log, IntentDraft.at(MORNING, step)).id();
          ids.add(id);
          states.put(id, EntryState.RESERVED);
        }
        EntryId id = ids.get(random.nextInt(ids.size()));
        Deed deed = Deed.values()[random.nextInt(Deed.values().length)];
        EntryState state = states.getOrDefault(id, EntryState.RESERVED);
        if (deed.allowedIn().contains(state)) {
          assertSound(deed.doTo(log, id), deed.from(state));
          states.put(id, deed.from(state));
        } else {
          Entry before = log.find(id).orElseThrow();
          assertThrows(IllegalStateException.class, () -> deed.doTo(log, id), deed + " " + state);
          assertEquals(before, log.find(id).orElseThrow());
        }
      }
      for (EntryId id : ids) {
        assertEquals(states.get(id), log.find(id).orElseThrow().state());
      }
      assertTrue(EnumSet.allOf(EntryState.class).equals(EnumSet.copyOf(states.values())));
    }
  }

  @Test
  default void aPictureOfUnknownCostIsPricedByHandOnceAndStaysAPicture() {
    for (String usd : List.of("0.05", "0")) {
      try (GenerationLog log = open()) {
        EntryId id = LogContract.reserved(log, IntentDraft.at(MORNING, 1)).id();
        Entry made = log.finish(id, Endings.unpriced("0.06"));
        Statistics.Totals before = log.statistics(Query.EVERYTHING).totals();
        assertEquals(Money.ofUsd("0.06"), before.atRisk());
        assertEquals(0, before.unpriced());

        Entry priced = log.settle(id, Money.ofUsd(usd)).orElseThrow();

        assertSound(priced, EntryState.SETTLED);
        assertEquals(Cost.of(Money.ofUsd(usd), CostBasis.BY_HAND), priced.cost());
        assertEquals(made.images(), priced.images());
        assertEquals(priced, log.find(id).orElseThrow());
        DiskLogContract.assertSums(log, List.of(priced));
        assertThrows(IllegalStateException.class, () -> log.settle(id, Money.ofUsd("1")));
        assertThrows(IllegalStateException.class, () -> log.finish(id, Endings.released()));
      }
    }
  }

  /// Asserts what holds for every entry in a state.
  private static void assertSound(Entry entry, EntryState state) {
    assertEquals(state, entry.state());
    assertEquals(entry.finished() ? CanonicalForm.hash(entry) : null, entry.hash());
    switch (state) {
      case RESERVED -> assertEquals(Money.ofUsd("0.04"), entry.atRisk());
      case SETTLED -> assertTrue(entry.atRisk() == null && entry.cost().known().isPresent());
      case RELEASED -> {
        assertEquals(Money.ZERO, entry.cost().known().orElseThrow());
        assertTrue(
            entry.atRisk() == null && entry.cost().basis() != CostBasis.UNKNOWN, entry.toString());
      }
      case UNKNOWN -> assertTrue(entry.atRisk() != null && entry.cost().known().isEmpty());
    }
  }

  @Test
  default void everySequenceOfStepsKeepsTheSumsOfItsEntries() {
    for (int seed = 100; seed < 106; seed++) {
      try (GenerationLog log = open()) {
        OperationSequence operations =
            new OperationSequence(log, new SplittableRandom(seed), MORNING);
        for (int step = 0; step < 25; step++) {
          operations.step();
          Rollups counted = new Rollups();
          DiskLogContract.all(log)
              .forEach(
                  entry -> counted.add(entry, entry.timestamp().atZone(log.zone()).toLocalDate()));
          assertEquals(
              counted.statistics(Statistics.Coverage.KEPT),
              StatisticsContract.uncovered(log.statistics(Query.EVERYTHING)),
              "seed " + seed + ", step " + step);
        }
      }
    }
  }
}
