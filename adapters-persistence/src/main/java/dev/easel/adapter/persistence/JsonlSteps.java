package dev.easel.adapter.persistence;

import dev.easel.adapter.persistence.JsonlJournal.KeyName;
import dev.easel.adapter.persistence.JsonlRecord.Changed;
import dev.easel.adapter.persistence.JsonlRecord.Declared;
import dev.easel.adapter.persistence.JsonlRecord.Keyed;
import dev.easel.adapter.persistence.JsonlRecord.Marked;
import dev.easel.adapter.persistence.JsonlView.Found;
import dev.easel.domain.cost.Money;
import dev.easel.domain.ledger.Attempt;
import dev.easel.domain.ledger.Ending;
import dev.easel.domain.ledger.Entry;
import dev.easel.domain.ledger.EntryId;
import dev.easel.domain.ledger.Fact;
import dev.easel.domain.ledger.Facts;
import dev.easel.domain.ledger.Intent;
import dev.easel.domain.ledger.Reservation;
import dev.easel.domain.ledger.UsedKey;
import java.io.IOException;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.SortedSet;

/// What the methods of a log that write decide. Each step looks first and changes afterwards, so
/// that one that is refused has changed nothing.
final class JsonlSteps {

  private static final Ending NOT_RECORDED =
      Ending.released("not_recorded", "the log could not be written, so nothing was sent");

  private final JsonlTransaction transaction;
  private final JsonlPresence presence;
  private final JsonlReserving reserving;
  private boolean buried;

  JsonlSteps(JsonlTransaction transaction, JsonlPresence presence) {
    this.transaction = transaction;
    this.presence = presence;
    this.reserving = new JsonlReserving(transaction, presence);
  }

  /// Answers the wish to make a request.
  Reservation reserve(Intent intent) throws IOException {
    buryTheDead();
    return reserving.reserve(intent);
  }

  /// Writes a released entry for a request that Easel refuses.
  Entry refuse(Intent intent, String code, String error) throws IOException {
    return reserving.refuse(intent, code, error);
  }

  /// Adds an attempt to an entry in flight.
  Entry attempt(EntryId id, Attempt attempt) throws IOException {
    return changed(flying(id).attempted(attempt));
  }

  /// Ends the wait of an entry in flight.
  Entry send(EntryId id) throws IOException {
    return changed(flying(id).sending());
  }

  private Entry flying(EntryId id) throws IOException {
    return transaction
        .inFlight(id)
        .map(JsonlInFlight::entry)
        .orElseThrow(() -> new IllegalStateException("no entry " + id + " is in flight"));
  }

  private Entry changed(Entry flying) throws IOException {
    transaction.record(next -> new Changed(next, flying, JsonlRecord.IN_FLIGHT));
    return flying;
  }

  /// Ends an entry in flight, or an unknown one.
  Entry finish(EntryId id, Ending ending) throws IOException {
    Optional<JsonlInFlight> flying = transaction.inFlight(id);
    if (flying.isPresent()) {
      return transaction.end(flying.get().entry().ended(ending));
    }
    Found found =
        transaction
            .line(id)
            .orElseThrow(() -> new IllegalStateException("there is no entry " + id));
    return changed(found, transaction.now(found).ended(ending).sealed());
  }

  /// Settles an unknown entry by hand.
  Optional<Entry> settle(EntryId id, Money charged) throws IOException {
    buryTheDead();
    Optional<JsonlInFlight> flying = transaction.inFlight(id);
    if (flying.isPresent()) {
      return Optional.of(flying.get().entry().settledByHand(charged));
    }
    Optional<Found> found = transaction.line(id);
    if (found.isEmpty()) {
      return Optional.empty();
    }
    Entry settled = transaction.now(found.get()).settledByHand(charged).sealed();
    return Optional.of(changed(found.get(), settled));
  }

  private Entry changed(Found found, Entry entry) throws IOException {
    transaction.record(next -> new Changed(next, entry, found.line()));
    return entry;
  }

  /// Adds lines, without those whose entry is there already.
  ///
  /// @return how many were new
  long add(List<JsonlImport.Line> lines) throws IOException {
    long added = 0;
    for (JsonlImport.Line line : lines) {
      EntryId id = line.id();
      if (id == null || !transaction.holds(id)) {
        transaction.add(id, line.text());
        added++;
      }
    }
    return added;
  }

  /// Adds idempotency keys of entries that the log holds, without those that are known.
  ///
  /// @return how many were new
  long remember(List<UsedKey> keys) throws IOException {
    long added = 0;
    for (UsedKey used : keys) {
      if (transaction.use(KeyName.of(used)) == null && transaction.holds(used.id())) {
        transaction.record(next -> new Keyed(next, used.caller(), used.key(), used.id()));
        added++;
      }
    }
    return added;
  }

  /// Sets star and tags.
  Optional<Entry> mark(EntryId id, boolean star, SortedSet<String> tags) throws IOException {
    Optional<JsonlInFlight> flying = transaction.inFlight(id);
    if (flying.isPresent()) {
      return Optional.of(marked(flying.get().entry(), star, tags, JsonlRecord.IN_FLIGHT));
    }
    Optional<Found> found = transaction.line(id);
    if (found.isEmpty()) {
      return Optional.empty();
    }
    Entry now = transaction.now(found.get());
    return Optional.of(marked(now, star, tags, found.get().line()));
  }

  private Entry marked(Entry entry, boolean star, SortedSet<String> tags, long line)
      throws IOException {
    Entry marked = entry.marked(star, tags);
    transaction.record(next -> new Marked(next, entry.id(), star, marked.tags(), line));
    return marked;
  }

  /// Declares a fact.
  ///
  /// @return what is declared then
  Facts declare(Fact fact) throws IOException {
    Facts declared = transaction.facts().with(fact);
    transaction.record(next -> new Declared(next, fact));
    return declared;
  }

  /// Releases an entry that was reserved in vain: nobody was told that it is, because the disk
  /// refused, so nothing was sent. One that never came to be has left its id to others.
  void release(EntryId id) throws IOException {
    transaction
        .inFlight(id)
        .filter(flying -> presence.isOwn(flying.owner()))
        .ifPresent(flying -> transaction.end(flying.entry().ended(NOT_RECORDED)));
  }

  /// Ends the entries of dead handles; once for all steps of a batch.
  void buryTheDead() throws IOException {
    if (!buried) {
      buried = true;
      bury();
    }
  }

  /// The same, as the step of a job.
  boolean buriedTheDead() throws IOException {
    buryTheDead();
    return true;
  }

  /// Ends what this handle has in flight: it is closing.
  boolean stopped() throws IOException {
    for (JsonlInFlight flying : transaction.inFlight()) {
      if (presence.isOwn(flying.owner())) {
        Entry entry = flying.entry();
        transaction.end(entry.ended(Ending.stopped(entry)));
      }
    }
    return true;
  }

  private void bury() throws IOException {
    Set<String> dead = new HashSet<>();
    for (String owner : transaction.owners()) {
      if (!presence.isAlive(owner)) {
        dead.add(owner);
      }
    }
    if (!dead.isEmpty()) {
      bury(dead);
    }
  }

  private void bury(Set<String> dead) throws IOException {
    for (JsonlInFlight flying : transaction.inFlight()) {
      if (dead.contains(flying.owner())) {
        Entry entry = flying.entry();
        transaction.end(entry.ended(Ending.abandoned(entry)));
      }
    }
    transaction.flush();
  }
}
