package dev.easel.domain.ledger;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;

/// The time from the use of an idempotency key to a wish that brings it again.
///
/// A clock may be wrong, and a key must not be free only because the clock was put right. So the
/// time is over only where the log has seen it pass: it holds an entry of a day between the two.
/// The key's entry counts by its id, which no clock that is set back makes older than the ids
/// before.
///
/// @param used when the key was last used
/// @param wished when it comes again
public record KeyTerm(Instant used, Instant wished) {

  private static final Duration SPAN = Duration.ofDays(7);

  /// The time from the entry that a key stands for to a wish.
  public static KeyTerm of(Entry entry, Intent intent) {
    return new KeyTerm(entry.id().moment(), intent.accepted());
  }

  /// Whether more than seven days have passed by the clock. The key is free if the log, besides,
  /// holds an entry of a day from [#first] to [#last], whatever its state.
  public boolean isOver() {
    return used.plus(SPAN).isBefore(wished);
  }

  /// The first day after that of the use.
  public LocalDate first(ZoneId zone) {
    return LocalDate.ofInstant(used, zone).plusDays(1);
  }

  /// The last day before that of the wish.
  public LocalDate last(ZoneId zone) {
    return LocalDate.ofInstant(wished, zone).minusDays(1);
  }
}
