package dev.easel.domain.ledger;

import dev.easel.domain.cost.Money;
import dev.easel.domain.cost.Spending;
import dev.easel.domain.image.Nullable;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import java.util.SortedSet;
import java.util.function.Consumer;

/// The port to the log: the one place where requests, budgets and idempotency keys are decided.
///
/// What a method that writes returns is on stable storage, but for [#finishKept]. All methods are
/// safe for use by several threads, and several processes may have the same log open. Each may
/// throw [LogUnavailable].
///
/// Whoever looks finds the entries of dead processes unknown, as [Ending#abandoned], unless the log
/// cannot be written just then: what can be read is answered all the same.
public interface GenerationLog extends AutoCloseable {

  /// In one atomic, durable step: ends the entries of dead processes as [Ending#abandoned], looks
  /// up the idempotency key, judges the budget, and writes the reserved entry. A wish that is
  /// hindered has its key and its budget answered as every other.
  ///
  /// A key belongs to its caller and to the last entry that was reserved under it. It is free again
  /// when that entry is released, since nothing came of it, or is more than seven days older than
  /// the wish and the log has seen that time pass: it holds an entry of a day between the two. A
  /// clock that jumps frees no key, see [KeyTerm].
  Reservation reserve(Intent intent);

  /// Writes a released entry for a request that Easel itself refuses.
  ///
  /// @param code a stable word
  /// @param error one sentence
  Entry refuse(Intent intent, String code, String error);

  /// Adds an attempt to a reserved entry, which from now on waits for the next.
  ///
  /// @throws IllegalStateException when there is no such entry in flight
  Entry attempt(EntryId id, Attempt attempt);

  /// Ends the wait of a reserved entry: its request is about to be sent. Nothing that waited is
  /// sent before this has returned.
  ///
  /// @throws IllegalStateException when there is no such entry in flight
  Entry send(EntryId id);

  /// Ends a reserved entry.
  ///
  /// @throws IllegalStateException when there is no such entry, or it has ended and is not unknown
  Entry finish(EntryId id, Ending ending);

  /// Ends a reserved entry as [#finish] does, but need not wait for stable storage: the ending is
  /// there already, with a picture of the entry (see [PictureStore.Kept]), and comes back from
  /// there should the machine stop before this log has it. That it has is sure once [#force] has
  /// returned.
  ///
  /// @throws IllegalStateException when there is no such entry, or it has ended and is not unknown
  Entry finishKept(EntryId id, Ending ending);

  /// Returns when all that this handle wrote is on stable storage.
  void force();

  /// Settles an entry by hand, as [Entry#settledByHand].
  ///
  /// @param charged what was charged
  /// @return the entry, or empty when there is none with this id
  /// @throws IllegalStateException when there is nothing to settle
  Optional<Entry> settle(EntryId id, Money charged);

  /// Sets star and tags of an entry; empty when there is none with this id.
  Optional<Entry> mark(EntryId id, boolean star, SortedSet<String> tags);

  /// The entry with this id.
  Optional<Entry> find(EntryId id);

  /// The entries whose ids end with `suffix` (lower case), newest first, at most `limit`.
  List<Entry> endingWith(String suffix, int limit);

  /// The entries that match, newest first by id, reserved ones included.
  ///
  /// Where few entries match and no index knows them, a request with a patience is answered before
  /// the page is full, perhaps with no entry at all. Its `next` is lower than the `before` of the
  /// request even when there was no patience, and the pages that follow each other hold what one
  /// without a patience would, nothing twice.
  Page page(Query query, Page.Request request);

  /// The statistics of the entries that match.
  Statistics statistics(Query query);

  /// What changed since `cursor`; a null or unreadable cursor means: from now on, no entries.
  ///
  /// @param limit the most entries, 1 or more
  Changes changes(@Nullable String cursor, int limit);

  /// Gives every record that is not in flight to `sink`, oldest first as the log holds them.
  void export(Consumer<LogRecord> sink);

  /// Adds records; an entry whose id the log holds already is left out.
  /// `copy.add(original::export)`, `copy.remember(original::keys)` and
  /// `original.facts().all().forEach(copy::declare)`, in this order, copy a log.
  ///
  /// @return the number of records added
  long add(Records records);

  /// Something that holds records.
  @FunctionalInterface
  interface Records {
    /// Gives every record to `sink`, one after the other.
    void each(Consumer<LogRecord> sink);
  }

  /// Gives what every idempotency key was last used for to `sink`, in any order. One that is free
  /// again may be left out.
  void keys(Consumer<UsedKey> sink);

  /// Remembers what idempotency keys were used for in another log. One that the log knows already,
  /// or whose entry it does not hold, is left out.
  ///
  /// @return the number of keys that it knows now and did not know before
  long remember(Keys keys);

  /// Something that holds idempotency keys.
  @FunctionalInterface
  interface Keys {
    /// Gives every key to `sink`, one after the other.
    void each(Consumer<UsedKey> sink);
  }

  /// Declares a fact: from now on every process goes by it.
  ///
  /// @throws IllegalStateException when it cannot be true after those that are declared, see
  ///   [Facts#with]; the message is one sentence
  void declare(Fact fact);

  /// What is committed on a day and in its month, and on the day by each named caller: what
  /// [#reserve] judges by.
  Spending spending(LocalDate day);

  /// What has been declared, by all processes up to now.
  Facts facts();

  /// Gives everything that the log holds, as it is at one moment, to `inspector`, and what only the
  /// log can know to be wrong with it. Changes nothing and keeps nobody from writing.
  void inspect(Inspector inspector);

  /// The zone whose days it counts.
  ZoneId zone();

  /// How the log is.
  LogCondition condition();

  /// Ends what this handle has reserved and not finished, as [Ending#stopped], and gives everything
  /// back. What cannot be written now ends when somebody looks. A call that comes late fails with
  /// [IllegalStateException]; another handle can still finish what has become unknown.
  @Override
  void close();
}
