package dev.easel.domain.ledger;

import dev.easel.domain.cost.BudgetPeriod;
import dev.easel.domain.cost.Money;
import dev.easel.domain.image.Fields;
import java.math.BigDecimal;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.NoSuchElementException;
import java.util.Optional;

/// The one map from facts to the names and plain values that logs keep, and back.
public final class FactFields {

  private FactFields() {}

  /// The fields of a fact.
  public static Fields of(Fact fact) {
    return switch (fact) {
      case Fact.Raise raise ->
          named("raise", fact)
              .with("period", raise.period().word())
              .with("caller", raise.caller())
              .with("usd", raise.amount().usd());
      case Fact.CallerAdded added ->
          named("caller_added", fact)
              .with("caller", added.name())
              .with("token_sha256", added.tokenHash())
              .with("daily_usd", EntryFields.usd(added.daily()));
      case Fact.CallerRenewed renewed ->
          named("caller_renewed", fact)
              .with("caller", renewed.name())
              .with("token_sha256", renewed.tokenHash());
      case Fact.CallerRemoved removed ->
          named("caller_removed", fact).with("caller", removed.name());
    };
  }

  private static Fields named(String what, Fact fact) {
    return Fields.NONE.with("fact", what).with("at", EntryFields.time(fact.at()));
  }

  /// The fact that the fields are; empty when this Easel knows no such fact.
  public static Optional<Fact> read(Fields fields) {
    try {
      return Optional.ofNullable(
          switch (fields.text("fact").orElse("")) {
            case "raise" -> raise(fields);
            case "caller_added" ->
                new Fact.CallerAdded(
                    at(fields),
                    text(fields, "caller"),
                    text(fields, "token_sha256"),
                    fields.decimal("daily_usd").map(Money::ofUsd).orElse(null));
            case "caller_renewed" ->
                new Fact.CallerRenewed(
                    at(fields), text(fields, "caller"), text(fields, "token_sha256"));
            case "caller_removed" -> new Fact.CallerRemoved(at(fields), text(fields, "caller"));
            default -> null;
          });
    } catch (NoSuchElementException
        | DateTimeException
        | IllegalArgumentException
        | ArithmeticException _) {
      return Optional.empty();
    }
  }

  private static Fact raise(Fields fields) {
    BigDecimal usd = fields.decimal("usd").orElseThrow();
    return new Fact.Raise(
        at(fields),
        fields.text("period").flatMap(BudgetPeriod::named).orElseThrow(),
        fields.text("caller").orElse(null),
        Money.ofUsd(usd));
  }

  private static Instant at(Fields fields) {
    return Instant.parse(text(fields, "at"));
  }

  private static String text(Fields fields, String name) {
    return fields.text(name).orElseThrow();
  }
}
