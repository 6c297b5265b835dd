package dev.easel.adapter.persistence;

import dev.easel.domain.ledger.EntryId;
import java.nio.ByteBuffer;
import java.util.UUID;

/// The forms of an id in the tables.
final class SqliteIds {

  /// How many of an id's last digits [#tail] holds.
  static final int TAIL_DIGITS = 8;

  private static final long LEAST_DIGITS = 0xffff_ffffL;
  private static final int DIGIT = 4;

  private SqliteIds() {}

  /// Sixteen bytes, which compare as ids do.
  static byte[] bytes(EntryId id) {
    return ByteBuffer.allocate(16)
        .putLong(id.value().getMostSignificantBits())
        .putLong(id.value().getLeastSignificantBits())
        .array();
  }

  /// The id of sixteen bytes.
  static EntryId of(byte[] bytes) {
    ByteBuffer buffer = ByteBuffer.wrap(bytes);
    return new EntryId(new UUID(buffer.getLong(), buffer.getLong()));
  }

  /// The least id whose moment is so many milliseconds after 1970.
  static byte[] floor(long millis) {
    return bytes(new EntryId(new UUID(millis << 16, 0)));
  }

  /// The last eight digits of an id, the last one first: ids that end alike lie side by side.
  static long tail(EntryId id) {
    long digits = id.value().getLeastSignificantBits() & LEAST_DIGITS;
    long reversed = 0;
    for (int digit = 0; digit < TAIL_DIGITS; digit++) {
      reversed = reversed << DIGIT | (digits & 0xf);
      digits >>>= DIGIT;
    }
    return reversed;
  }
}
