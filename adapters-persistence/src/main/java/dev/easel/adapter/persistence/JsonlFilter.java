package dev.easel.adapter.persistence;

import java.nio.ByteBuffer;
import java.util.Optional;
import java.util.zip.CRC32C;

/// A Bloom filter: it says of a token that it is surely not among those of a block, or that it may
/// be, which is wrong about once in a thousand times. Immutable.
final class JsonlFilter {

  private static final int BITS_A_TOKEN = 14;
  private static final int PROBES = 10;

  private final ByteBuffer bits;
  private final int longs;

  private JsonlFilter(ByteBuffer bits) {
    this.bits = bits;
    this.longs = bits.limit() / Long.BYTES;
  }

  /// The filter of some tokens.
  static JsonlFilter of(JsonlTokenSet tokens) {
    long[] bits = new long[Math.ceilDiv(Math.max(1, tokens.size()) * BITS_A_TOKEN, Long.SIZE)];
    tokens.each(token -> set(bits, token));
    ByteBuffer bytes = ByteBuffer.allocate(bits.length * Long.BYTES);
    bytes.asLongBuffer().put(bits);
    return new JsonlFilter(bytes);
  }

  /// The filter with these bytes, for as long as they stay as they are; empty when they are
  /// damaged.
  static Optional<JsonlFilter> of(ByteBuffer bytes) {
    int length = bytes.remaining() - Long.BYTES;
    ByteBuffer bits = bytes.slice(bytes.position(), length);
    return checksum(bits.duplicate()) == bytes.getLong(bytes.limit() - Long.BYTES)
        ? Optional.of(new JsonlFilter(bits))
        : Optional.empty();
  }

  /// Its bytes, a checksum behind them.
  ByteBuffer bytes() {
    return ByteBuffer.allocate(bits.limit() + Long.BYTES)
        .put(bits.duplicate())
        .putLong(checksum(bits.duplicate()))
        .flip();
  }

  private static long checksum(ByteBuffer bytes) {
    CRC32C checksum = new CRC32C();
    checksum.update(bytes);
    return checksum.getValue();
  }

  /// Whether the token may be there.
  boolean mayHold(long token) {
    for (int probe = 0; probe < PROBES; probe++) {
      long bit = bit(token, probe, longs);
      if ((bits.getLong((int) (bit >>> 6) * Long.BYTES) & (1L << bit)) == 0) {
        return false;
      }
    }
    return true;
  }

  private static void set(long[] bits, long token) {
    for (int probe = 0; probe < PROBES; probe++) {
      long bit = bit(token, probe, bits.length);
      bits[(int) (bit >>> 6)] |= 1L << bit;
    }
  }

  private static long bit(long token, int probe, int longs) {
    int hash = (int) token + probe * (int) (token >>> Integer.SIZE | 1);
    return (Integer.toUnsignedLong(hash) * longs * Long.SIZE) >>> Integer.SIZE;
  }
}
