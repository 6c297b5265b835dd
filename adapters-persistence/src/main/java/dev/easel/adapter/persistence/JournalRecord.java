package dev.easel.adapter.persistence;

import dev.easel.domain.image.ImageFormat;
import dev.easel.domain.image.Nullable;
import dev.easel.domain.ledger.CanonicalForm;
import dev.easel.domain.ledger.Entry;
import dev.easel.domain.ledger.EntryFields;
import dev.easel.domain.ledger.EntryId;
import dev.easel.domain.ledger.EntryReading;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;

/// A picture as it stands in a journal, or how an entry ends, as the line of that entry: the turn
/// that the half of the journal has, the length, the SHA-256 and the bytes. Immutable.
final class JournalRecord {

  private static final EntryId NO_ID = EntryId.of(Instant.EPOCH, 0, 0);
  private static final int HASH = 32;
  private static final int HEAD = Long.BYTES + Integer.BYTES + HASH;

  private final String sha256;
  private final byte[] bytes;

  /// @param sha256 64 lower-case hexadecimal digits
  /// @param bytes which nobody changes
  JournalRecord(String sha256, byte[] bytes) {
    this.sha256 = sha256;
    this.bytes = bytes;
  }

  /// How an entry ends.
  static JournalRecord of(Entry ended) {
    byte[] line = EntryFields.line(ended).getBytes(StandardCharsets.UTF_8);
    return new JournalRecord(CanonicalForm.sha256(line), line);
  }

  /// Whether it says how an entry ends; else it is a picture.
  boolean isEnding() {
    return bytes.length > 0 && bytes[0] == '{';
  }

  /// The entry that has ended; null when this Easel cannot read it.
  @Nullable
  Entry ended() {
    try {
      return EntryReading.read(JsonFields.of(bytes, 0, bytes.length), ZoneOffset.UTC, _ -> NO_ID);
    } catch (EntryReading.NotAnEntry _) {
      return null;
    }
  }

  String sha256() {
    return sha256;
  }

  /// Its bytes, which nobody changes.
  byte[] bytes() {
    return bytes;
  }

  /// What its first bytes show.
  Optional<ImageFormat> format() {
    return ImageFormat.recognise(
        Arrays.copyOf(bytes, Math.min(bytes.length, ImageFormat.HEAD_BYTES)));
  }

  /// Where it belongs in a directory of pictures; null when its bytes show no picture.
  @Nullable
  Path place(Path pictures) {
    return format().map(format -> FilePictureStore.place(pictures, sha256, format)).orElse(null);
  }

  /// How many bytes it takes.
  int size() {
    return HEAD + bytes.length;
  }

  /// How many bytes several take.
  static int size(List<JournalRecord> records) {
    return records.stream().mapToInt(JournalRecord::size).sum();
  }

  /// What is written of several.
  static ByteBuffer encoded(List<JournalRecord> records, long turn) {
    ByteBuffer bytes = ByteBuffer.allocate(size(records));
    records.forEach(record -> record.put(turn, bytes));
    return bytes.flip();
  }

  private void put(long turn, ByteBuffer into) {
    into.putLong(turn).putInt(bytes.length).put(HexFormat.of().parseHex(sha256)).put(bytes);
  }

  /// The turn of the record at the buffer's position; 0 when there is none.
  static long turn(ByteBuffer half) {
    return half.remaining() < HEAD ? 0 : half.getLong(half.position());
  }

  /// The next whole record of this turn from the buffer's position on, which moves behind it; null
  /// when there is none. What is damaged is passed over.
  static @Nullable JournalRecord next(ByteBuffer half, long turn) {
    @Nullable JournalRecord found = null;
    int start = half.position();
    while (found == null && start <= half.limit() - HEAD) {
      found = half.getLong(start) == turn ? at(half, start) : null;
      start += found == null ? 1 : found.size();
    }
    half.position(start);
    return found;
  }

  private static @Nullable JournalRecord at(ByteBuffer half, int start) {
    int length = half.getInt(start + Long.BYTES);
    if (length < 0 || length > half.limit() - start - HEAD) {
      return null;
    }
    byte[] hash = new byte[HASH];
    half.get(start + Long.BYTES + Integer.BYTES, hash);
    byte[] bytes = new byte[length];
    half.get(start + HEAD, bytes);
    String sha256 = HexFormat.of().formatHex(hash);
    return CanonicalForm.sha256(bytes).equals(sha256) ? new JournalRecord(sha256, bytes) : null;
  }
}
