package dev.easel.domain.ledger;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.easel.domain.cost.BudgetPeriod;
import dev.easel.domain.cost.Money;
import dev.easel.domain.image.Fields;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

final class FactsTest {

  private static final ZoneId BERLIN = ZoneId.of("Europe/Berlin");
  private static final Money ONE = Money.ofUsd("1");

  private static Fact raise(String at, BudgetPeriod period) {
    return new Fact.Raise(Instant.parse(at), period, null, ONE);
  }

  @Test
  void everyFactComesBackFromItsFields() {
    for (Fact fact : FactsContract.some()) {
      assertEquals(Optional.of(fact), FactFields.read(FactFields.of(fact)));
    }
  }

  @Test
  void whatIsNoFactThatThisEaselKnowsIsPassedOver() {
    Fields raise = FactFields.of(FactsContract.some().getFirst());

    assertEquals(Optional.empty(), FactFields.read(Fields.NONE));
    assertEquals(Optional.empty(), FactFields.read(raise.with("fact", "holiday")));
    assertEquals(Optional.empty(), FactFields.read(raise.with("at", "yesterday")));
    assertEquals(Optional.empty(), FactFields.read(raise.with("usd", -1)));
    assertEquals(Optional.empty(), FactFields.read(raise.with("usd", "1e400")));
    assertEquals(Optional.empty(), FactFields.read(raise.with("period", "week")));
    assertEquals(Optional.empty(), FactFields.read(raise.without("usd")));
  }

  // On 2026-03-29 the day in Berlin has 23 hours: 23:00Z of the day before to 22:00Z.
  // On 2026-10-25 it has 25: 22:00Z of the day before to 23:00Z.
  @ParameterizedTest
  @CsvSource({
    "2026-03-28T22:59:59Z, 2026-03-28",
    "2026-03-28T23:00:00Z, 2026-03-29",
    "2026-03-29T21:59:59Z, 2026-03-29",
    "2026-03-29T22:00:00Z, 2026-03-30",
    "2026-10-24T22:00:00Z, 2026-10-25",
    "2026-10-25T22:59:59Z, 2026-10-25",
    "2026-10-25T23:00:00Z, 2026-10-26",
  })
  void aRaiseIsForItsDayInTheZone(String at, LocalDate day) {
    Facts facts = new Facts(List.of(raise(at, BudgetPeriod.DAY)));

    for (LocalDate other : List.of(day.minusDays(1), day, day.plusDays(1))) {
      assertEquals(
          other.equals(day) ? ONE : Money.ZERO,
          facts.raised(BudgetPeriod.DAY, null, other, BERLIN),
          () -> "on " + other);
    }
  }

  @Test
  void aRaiseOfAMonthIsForAllItsDaysAndNoOthers() {
    Facts facts =
        new Facts(
            List.of(
                raise("2026-10-31T23:00:00Z", BudgetPeriod.MONTH),
                raise("2026-11-30T22:59:59Z", BudgetPeriod.MONTH)));

    assertEquals(Money.ZERO, month(facts, "2026-10-31"));
    assertEquals(Money.ofUsd("2"), month(facts, "2026-11-01"));
    assertEquals(Money.ofUsd("2"), month(facts, "2026-11-30"));
    assertEquals(Money.ZERO, month(facts, "2026-12-01"));
    assertEquals(Money.ZERO, month(facts, "2025-11-15"));
    assertEquals(
        Money.ZERO, facts.raised(BudgetPeriod.DAY, null, LocalDate.parse("2026-11-01"), BERLIN));
  }

  private static Money month(Facts facts, String day) {
    return facts.raised(BudgetPeriod.MONTH, null, LocalDate.parse(day), BERLIN);
  }

  @Test
  void raisesBeyondTheRangeOfMoneyStayAtItsEnd() {
    Instant at = Instant.parse("2026-11-23T10:30:00Z");
    Fact most = new Fact.Raise(at, BudgetPeriod.DAY, null, new Money(Long.MAX_VALUE));

    assertEquals(
        new Money(Long.MAX_VALUE),
        new Facts(List.of(most, most))
            .raised(BudgetPeriod.DAY, null, LocalDate.parse("2026-11-23"), BERLIN));
  }

  @Test
  void aCallerKeepsItsBudgetWhenItsTokenIsNew() {
    Instant at = Instant.parse("2026-11-23T10:30:00Z");
    Facts facts =
        Facts.NONE
            .with(new Fact.CallerAdded(at, "anna", "old", ONE))
            .with(new Fact.CallerRenewed(at.plusSeconds(5), "anna", "new"));

    assertEquals(List.of(new Caller("anna", "new", ONE, at)), facts.callers());
  }

  @Test
  void aNameThatIsFreeAgainCanBeTaken() {
    Instant at = Instant.parse("2026-11-23T10:30:00Z");
    Facts facts =
        Facts.NONE
            .with(new Fact.CallerAdded(at, "anna", "old", ONE))
            .with(new Fact.CallerRemoved(at, "anna"))
            .with(new Fact.CallerAdded(at, "anna", "new", null));

    assertEquals(new Caller("anna", "new", null, at), facts.caller("anna").orElseThrow());
  }

  @Test
  void namesAreTheSameInAnyCase() {
    assertEquals("büro-2.a_b", Caller.name("BÜRO-2.a_B"));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"", " ", "a b", "a,b", "a\"b", "a/b", "a\nb", "none", "None", "a*", "\u0130"})
  void otherWordsAreNoNames(String text) {
    String words =
        String.valueOf(
            assertThrows(IllegalArgumentException.class, () -> Caller.name(text)).getMessage());

    assertTrue(words.startsWith("a caller"), words);
  }

  @Test
  void aNameHasAtMostSixtyFourCharacters() {
    assertEquals(64, Caller.name("a".repeat(64)).length());
    assertThrows(IllegalArgumentException.class, () -> Caller.name("a".repeat(65)));
  }

  @Test
  void aRaiseIsMoreThanNothingAndACallersIsForADay() {
    Instant at = Instant.parse("2026-11-23T10:30:00Z");

    assertThrows(
        IllegalArgumentException.class,
        () -> new Fact.Raise(at, BudgetPeriod.DAY, null, Money.ZERO));
    assertThrows(
        IllegalArgumentException.class,
        () -> new Fact.Raise(at, BudgetPeriod.DAY, null, new Money(-1)));
    assertThrows(
        IllegalArgumentException.class, () -> new Fact.Raise(at, BudgetPeriod.MONTH, "anna", ONE));
  }
}
