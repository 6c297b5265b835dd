package dev.easel.adapter.sandbox.art;

import java.io.ByteArrayOutputStream;

/// Writes numbers of any width, the lowest bit first.
final class BitWriter {
  private final ByteArrayOutputStream bytes = new ByteArrayOutputStream(1 << 16);
  private long pending;
  private int held;

  /// Writes the lowest `count` bits of a value; at most 32 at a time.
  void write(int value, int count) {
    pending |= (value & ((1L << count) - 1)) << held;
    held += count;
    while (held >= 8) {
      bytes.write((int) pending);
      pending >>>= 8;
      held -= 8;
    }
  }

  byte[] finish() {
    if (held > 0) {
      bytes.write((int) pending);
    }
    return bytes.toByteArray();
  }
}
