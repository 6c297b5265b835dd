package dev.easel.domain.ledger;

import dev.easel.domain.cost.Budget;
import dev.easel.domain.cost.BudgetPeriod;
import dev.easel.domain.cost.Limit;
import dev.easel.domain.cost.Limits;
import dev.easel.domain.cost.Money;
import dev.easel.domain.image.Nullable;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;

/// What has been declared in a log, and what it adds up to.
///
/// @param all in the order in which they were declared
public record Facts(List<Fact> all) {

  /// Nothing has been declared.
  public static final Facts NONE = new Facts(List.of());

  /// Copies the list.
  public Facts {
    all = List.copyOf(all);
  }

  /// These and one more.
  ///
  /// @throws IllegalStateException when it cannot be true after these; the message is one sentence
  public Facts with(Fact fact) {
    objection(fact)
        .ifPresent(words -> {
          throw new IllegalStateException(words);
        });
    List<Fact> more = new ArrayList<>(all);
    more.add(fact);
    return new Facts(more);
  }

  private Optional<String> objection(Fact fact) {
    return switch (fact) {
      case Fact.Raise raise -> Optional.ofNullable(raise.caller()).flatMap(this::objection);
      case Fact.CallerAdded added ->
          caller(added.name()).map(there -> "there is a caller %s already".formatted(there.name()));
      case Fact.CallerRenewed renewed -> missing(renewed.name());
      case Fact.CallerRemoved removed -> missing(removed.name());
    };
  }

  private Optional<String> objection(String raised) {
    return missing(raised)
        .or(() ->
            caller(raised)
                .filter(caller -> caller.daily() == null)
                .map(caller ->
                    "the caller %s has no daily budget that could be raised"
                        .formatted(caller.name())));
  }

  private Optional<String> missing(String name) {
    return caller(name).isPresent()
        ? Optional.empty()
        : Optional.of("there is no caller %s".formatted(name));
  }

  /// The callers that there are, by name.
  public List<Caller> callers() {
    SortedMap<String, Caller> callers = new TreeMap<>();
    all.forEach(fact -> apply(fact, callers));
    return List.copyOf(callers.values());
  }

  private static void apply(Fact fact, Map<String, Caller> callers) {
    switch (fact) {
      case Fact.Raise _ -> {}
      case Fact.CallerAdded added ->
          callers.put(
              added.name(), new Caller(added.name(), added.tokenHash(), added.daily(), added.at()));
      case Fact.CallerRenewed renewed ->
          callers.computeIfPresent(
              renewed.name(),
              (name, old) -> new Caller(name, renewed.tokenHash(), old.daily(), old.since()));
      case Fact.CallerRemoved removed -> callers.remove(removed.name());
    }
  }

  /// The caller of this name.
  public Optional<Caller> caller(String name) {
    return callers().stream().filter(caller -> caller.name().equals(name)).findFirst();
  }

  /// The budgets that a request must keep within: those of all together, and the caller's own.
  ///
  /// @param base what is configured
  /// @param caller who asks, null for the user
  /// @param day on which
  public Limits limits(Budget base, @Nullable String caller, LocalDate day, ZoneId zone) {
    List<Limit> limits = new ArrayList<>();
    for (BudgetPeriod period : BudgetPeriod.values()) {
      base.base(period)
          .map(money -> new Limit(period, null, money, raised(period, null, day, zone)))
          .ifPresent(limits::add);
    }
    Optional.ofNullable(caller)
        .flatMap(this::caller)
        .flatMap(known -> limit(known, day, zone))
        .ifPresent(limits::add);
    return new Limits(limits, base.allowUnknown(), caller);
  }

  /// The daily budget of a caller, if it has one.
  public Optional<Limit> limit(Caller caller, LocalDate day, ZoneId zone) {
    BudgetPeriod daily = BudgetPeriod.DAY;
    return Optional.ofNullable(caller.daily())
        .map(
            base -> new Limit(daily, caller.name(), base, raised(daily, caller.name(), day, zone)));
  }

  /// By how much a budget is raised in the period that `day` lies in.
  ///
  /// @param caller whose, null for that of all together
  public Money raised(BudgetPeriod period, @Nullable String caller, LocalDate day, ZoneId zone) {
    Money raised = Money.ZERO;
    for (Fact fact : all) {
      if (fact instanceof Fact.Raise raise
          && raise.period() == period
          && Objects.equals(raise.caller(), caller)
          && period.joins(LocalDate.ofInstant(raise.at(), zone), day)) {
        raised = raised.plusInRange(raise.amount());
      }
    }
    return raised;
  }
}
