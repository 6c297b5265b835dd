package dev.easel.adapter.persistence;

import dev.easel.adapter.persistence.JsonlJournal.KeyName;
import dev.easel.adapter.persistence.JsonlJournal.KeyUse;
import dev.easel.adapter.persistence.JsonlRecord.Reserved;
import dev.easel.domain.cost.Budget;
import dev.easel.domain.cost.Limits;
import dev.easel.domain.cost.Money;
import dev.easel.domain.cost.Spending;
import dev.easel.domain.cost.Standing;
import dev.easel.domain.ledger.Ending;
import dev.easel.domain.ledger.Entry;
import dev.easel.domain.ledger.EntryId;
import dev.easel.domain.ledger.EntryState;
import dev.easel.domain.ledger.Intent;
import dev.easel.domain.ledger.KeyTerm;
import dev.easel.domain.ledger.Reservation;
import java.io.IOException;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

/// Keys, budgets and ids, decided within one batch.
final class JsonlReserving {

  private final JsonlTransaction transaction;
  private final JsonlPresence presence;

  JsonlReserving(JsonlTransaction transaction, JsonlPresence presence) {
    this.transaction = transaction;
    this.presence = presence;
  }

  /// Answers the wish to make a request.
  Reservation reserve(Intent intent) throws IOException {
    Optional<Reservation> known = known(intent);
    if (known.isPresent()) {
      return known.get();
    }
    return switch (judge(intent)) {
      case Limits.Verdict.Passed(List<Standing> standings) -> passed(intent, standings);
      case Limits.Verdict.Refused(Budget.Refusal refusal) ->
          new Reservation.OverBudget(refuse(intent, "over_budget", refusal.message()), refusal);
    };
  }

  private Limits.Verdict judge(Intent intent) throws IOException {
    Limits limits = intent.limits(transaction.facts(), transaction.zone());
    Spending spending =
        limits.none() ? Spending.NONE : transaction.spending(intent.day(transaction.zone()));
    return limits.judge(spending, intent.estimate());
  }

  private Reservation passed(Intent intent, List<Standing> standings) throws IOException {
    return intent.hindrance() == null
        ? reserved(intent, standings)
        : new Reservation.Hindered(intent.hindrance());
  }

  private Reservation reserved(Intent intent, List<Standing> standings) throws IOException {
    transaction.demandLog();
    Entry entry = intent.reserved(transaction.issue(intent.proposed()));
    String owner = presence.owner();
    Money low = intent.estimate().low().orElse(null);
    transaction.record(next -> new Reserved(next, entry, owner, intent.key(), low));
    return new Reservation.Reserved(entry, standings);
  }

  private Optional<Reservation> known(Intent intent) throws IOException {
    Intent.IdempotencyKey key = intent.key();
    if (key == null) {
      return Optional.empty();
    }
    String caller = Objects.requireNonNullElse(intent.caller(), "");
    KeyUse use = transaction.use(new KeyName(caller, key.value()));
    if (use == null) {
      return Optional.empty();
    }
    Optional<Entry> entry = transaction.find(use.id());
    return entry.isEmpty() || isForgotten(entry.get(), intent)
        ? Optional.empty()
        : Optional.of(known(entry.get(), use.requestHash().equals(key.requestHash())));
  }

  private static Reservation known(Entry entry, boolean same) {
    if (!same) {
      return new Reservation.KeyReused(entry);
    }
    return entry.finished() ? new Reservation.Done(entry) : new Reservation.Running(entry);
  }

  private boolean isForgotten(Entry entry, Intent intent) throws IOException {
    KeyTerm term = KeyTerm.of(entry, intent);
    return entry.state() == EntryState.RELEASED || (term.isOver() && transaction.sawPass(term));
  }

  /// Writes a released entry for a request that Easel refuses.
  Entry refuse(Intent intent, String code, String error) throws IOException {
    EntryId id = transaction.issue(intent.proposed());
    return transaction.end(intent.reserved(id).ended(Ending.released(code, error)));
  }
}
