package dev.easel.adapter.persistence;

import java.nio.ByteBuffer;
import java.util.Optional;
import java.util.zip.CRC32C;

/// A Bloom filter: it says of a token that it is surely not among those of a block, or that it may
/// be, which is wrong about once in a thousand times. Immutable.
final class JsonlFilter {

  private static final int BITS_A_TOKEN = 14;
  private static final int PROBES = 10;

  private final long[] bits;

  private JsonlFilter(long[] bits) {
    this.bits = bits;
  }

  /// The filter of some tokens.
  static JsonlFilter of(JsonlTokenSet tokens) {
    long[] bits = new long[Math.ceilDiv(Math.max(1, tokens.size()) * BITS_A_TOKEN, Long.SIZE)];
    tokens.each(token -> set(bits, token));
    return new JsonlFilter(bits);
  }

  /// The filter with these bytes; empty when they are damaged.
  static Optional<JsonlFilter> of(ByteBuffer bytes) {
    int length = bytes.remaining() - Long.BYTES;
    if (checksum(bytes.slice(bytes.position(), length)) != bytes.getLong(bytes.limit() - 8)) {
      return Optional.empty();
    }
    long[] bits = new long[length / Long.BYTES];
    bytes.asLongBuffer().get(bits);
    return Optional.of(new JsonlFilter(bits));
  }

  /// Its bytes, a checksum behind them.
  ByteBuffer bytes() {
    ByteBuffer bytes = ByteBuffer.allocate((bits.length + 1) * Long.BYTES);
    for (long some : bits) {
      bytes.putLong(some);
    }
    return bytes.putLong(checksum(bytes.duplicate().flip())).flip();
  }

  private static long checksum(ByteBuffer bytes) {
    CRC32C checksum = new CRC32C();
    checksum.update(bytes);
    return checksum.getValue();
  }

  /// Whether the token may be there.
  boolean mayHold(long token) {
    for (int probe = 0; probe < PROBES; probe++) {
      long bit = bit(token, probe, bits.length);
      if ((bits[(int) (bit >>> 6)] & (1L << bit)) == 0) {
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
