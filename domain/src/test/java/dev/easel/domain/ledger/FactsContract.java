package dev.easel.domain.ledger;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.easel.domain.cost.BudgetPeriod;
import dev.easel.domain.cost.Money;
import java.util.List;
import org.junit.jupiter.api.Test;

/// What the user declares: raises and callers.
public interface FactsContract extends LogContract {

  /// One fact of each kind, in an order in which they can be true.
  static List<Fact> some() {
    return List.of(
        new Fact.Raise(MORNING, BudgetPeriod.DAY, null, Money.ofUsd("5")),
        new Fact.CallerAdded(MORNING.plusSeconds(1), "anna", "aa11", Money.ofUsd("2.5")),
        new Fact.CallerAdded(MORNING.plusSeconds(2), "bob", "bb22", null),
        new Fact.Raise(MORNING.plusSeconds(3), BudgetPeriod.DAY, "anna", new Money(1)),
        new Fact.Raise(MORNING.plusSeconds(4), BudgetPeriod.MONTH, null, Money.ofUsd("0.05")),
        new Fact.CallerRenewed(MORNING.plusSeconds(5), "bob", "cc33"),
        new Fact.CallerRemoved(MORNING.plusSeconds(6), "anna"));
  }

  @Test
  default void factsAreKeptInTheirOrder() {
    try (GenerationLog log = open()) {
      assertEquals(Facts.NONE, log.facts());

      some().forEach(log::declare);

      assertEquals(some(), log.facts().all());
      assertEquals(List.of("bob"), log.facts().callers().stream().map(Caller::name).toList());
    }
  }

  @Test
  default void whatCannotBeTrueIsNotDeclared() {
    try (GenerationLog log = open()) {
      log.declare(new Fact.CallerAdded(MORNING, "bob", "bb22", null));
      List<Fact> wrong =
          List.of(
              new Fact.CallerAdded(MORNING, "bob", "other", null),
              new Fact.CallerRenewed(MORNING, "anna", "other"),
              new Fact.CallerRemoved(MORNING, "anna"),
              new Fact.Raise(MORNING, BudgetPeriod.DAY, "anna", Money.ofUsd("1")),
              new Fact.Raise(MORNING, BudgetPeriod.DAY, "bob", Money.ofUsd("1")));

      for (Fact fact : wrong) {
        String words =
            String.valueOf(
                assertThrows(IllegalStateException.class, () -> log.declare(fact)).getMessage());
        assertTrue(words.contains("caller"), words);
      }

      assertEquals(1, log.facts().all().size());
    }
  }

  @Test
  default void aCopyOfALogHasItsFacts() {
    try (GenerationLog original = open();
        GenerationLog copy = open()) {
      some().forEach(original::declare);

      copy.add(original::export);
      original.facts().all().forEach(copy::declare);

      assertEquals(original.facts(), copy.facts());
    }
  }

  @Test
  default void factsAreNoEntries() {
    try (GenerationLog log = open()) {
      String cursor = log.changes(null, 10).cursor();

      some().forEach(log::declare);

      assertEquals(List.of(), log.changes(cursor, 10).entries());
      assertEquals(List.of(), LogContract.matching(log, ""));
      assertEquals(0, log.condition().entries());
    }
  }
}
