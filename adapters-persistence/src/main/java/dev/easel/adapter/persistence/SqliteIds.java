package dev.easel.adapter.persistence;

import dev.easel.domain.ledger.EntryId;
import dev.easel.domain.ledger.Words;
import java.nio.ByteBuffer;
import java.util.HexFormat;
import java.util.UUID;

/// The forms of an id in the tables.
final class SqliteIds {

  /// How many of an id's last digits text search knows: those behind its last dash.
  static final int TAIL_DIGITS = 12;

  private static final long LAST_MOMENT = (1L << 48) - 1;
  private static final byte[] AFTER_ALL = HexFormat.of().parseHex("ff".repeat(17));

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

  /// The least id whose moment is so many milliseconds after 1970, or what comes after every id
  /// when none can have that moment.
  static byte[] floor(long millis) {
    return millis > LAST_MOMENT ? AFTER_ALL : bytes(new EntryId(new UUID(millis << 16, 0)));
  }

  /// The word under which text search knows the end of an id: its last digits, backwards, so that
  /// an end is the beginning of a word. Nobody's words begin like this.
  static String tail(String lastDigits) {
    return Words.BREAK + new StringBuilder(lastDigits).reverse();
  }

  /// The word under which text search knows the end of this id.
  static String tail(EntryId id) {
    String text = id.toString();
    return tail(text.substring(text.length() - TAIL_DIGITS));
  }
}
