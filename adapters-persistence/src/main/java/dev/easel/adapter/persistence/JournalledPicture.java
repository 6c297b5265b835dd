package dev.easel.adapter.persistence;

import dev.easel.domain.image.ImageFormat;
import dev.easel.domain.image.Nullable;
import dev.easel.domain.ledger.CanonicalForm;
import java.nio.ByteBuffer;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.Optional;

/// A picture as it stands in a journal: the turn that the half of the journal has, the length of
/// the picture, its SHA-256 and its bytes. Immutable.
final class JournalledPicture {

  private static final int HASH = 32;
  private static final int HEAD = Long.BYTES + Integer.BYTES + HASH;

  private final String sha256;
  private final byte[] bytes;

  /// @param sha256 64 lower-case hexadecimal digits
  /// @param bytes which nobody changes
  JournalledPicture(String sha256, byte[] bytes) {
    this.sha256 = sha256;
    this.bytes = bytes;
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

  /// What is written.
  ByteBuffer encoded(long turn) {
    return ByteBuffer.allocate(size())
        .putLong(turn)
        .putInt(bytes.length)
        .put(HexFormat.of().parseHex(sha256))
        .put(bytes)
        .flip();
  }

  /// The turn of the record at the buffer's position; 0 when there is none.
  static long turn(ByteBuffer half) {
    return half.remaining() < HEAD ? 0 : half.getLong(half.position());
  }

  /// The next whole record of this turn from the buffer's position on, which moves behind it; null
  /// when there is none. One that is damaged is passed over.
  static @Nullable JournalledPicture next(ByteBuffer half, long turn) {
    while (turn(half) == turn) {
      int length = half.position(half.position() + Long.BYTES).getInt();
      byte[] hash = new byte[HASH];
      half.get(hash);
      if (length < 0 || length > half.remaining()) {
        return null;
      }
      byte[] bytes = new byte[length];
      half.get(bytes);
      String sha256 = HexFormat.of().formatHex(hash);
      if (CanonicalForm.sha256(bytes).equals(sha256)) {
        return new JournalledPicture(sha256, bytes);
      }
    }
    return null;
  }
}
