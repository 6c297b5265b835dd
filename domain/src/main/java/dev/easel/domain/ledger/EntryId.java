package dev.easel.domain.ledger;

import dev.easel.domain.image.Nullable;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;

/// The identity of an entry: a UUID of version 7 (RFC 9562), whose first 48 bits are the
/// milliseconds of the moment when the request was accepted. Ids compare as their text does, so
/// newer is higher.
public record EntryId(UUID value) implements Comparable<EntryId> {

  /// How many of the last characters faces show.
  public static final int SHORT_LENGTH = 6;

  /// The id of `moment` (at or after 1970) with the low 12 bits of `high` and the low 62 bits of
  /// `low` as its random part.
  public static EntryId of(Instant moment, long high, long low) {
    long millis = Math.max(0, moment.toEpochMilli());
    long most = (millis << 16) | 0x7000L | (high & 0x0fffL);
    long least = 0x8000_0000_0000_0000L | (low & 0x3fff_ffff_ffff_ffffL);
    return new EntryId(new UUID(most, least));
  }

  /// Reads the whole text of an id, in any case; empty when it is none.
  public static Optional<EntryId> parse(String text) {
    try {
      EntryId id = new EntryId(UUID.fromString(text));
      // UUID itself is content with digits missing here and too many there.
      return id.toString().equalsIgnoreCase(text) ? Optional.of(id) : Optional.empty();
    } catch (IllegalArgumentException _) {
      return Optional.empty();
    }
  }

  /// This id, or the next one above `last` when this one is not above it: ids of a log never fall.
  public EntryId above(EntryId last) {
    return compareTo(last) > 0 ? this : last.next();
  }

  private EntryId next() {
    long least = value.getLeastSignificantBits();
    boolean carry = (least & 0x3fff_ffff_ffff_ffffL) == 0x3fff_ffff_ffff_ffffL;
    return new EntryId(
        carry
            ? new UUID(nextMost(value.getMostSignificantBits()), 0x8000_0000_0000_0000L)
            : new UUID(value.getMostSignificantBits(), least + 1));
  }

  private static long nextMost(long most) {
    return (most & 0x0fffL) == 0x0fffL ? ((most >>> 16) + 1) << 16 | 0x7000L : most + 1;
  }

  /// The moment in the id, to the millisecond.
  public Instant moment() {
    return Instant.ofEpochMilli(value.getMostSignificantBits() >>> 16);
  }

  /// The last six characters, which faces show and commands take.
  public String shortForm() {
    String text = toString();
    return text.substring(text.length() - SHORT_LENGTH);
  }

  @Override
  public int compareTo(EntryId other) {
    int most =
        Long.compareUnsigned(value.getMostSignificantBits(), other.value.getMostSignificantBits());
    return most != 0
        ? most
        : Long.compareUnsigned(
            value.getLeastSignificantBits(), other.value.getLeastSignificantBits());
  }

  // The JDK makes the methods of a record when they are first called, which takes a start tens of
  // milliseconds.
  @Override
  public boolean equals(@Nullable Object other) {
    return other instanceof EntryId id && id.value.equals(value);
  }

  @Override
  public int hashCode() {
    return value.hashCode();
  }

  @Override
  public String toString() {
    return value.toString();
  }
}
