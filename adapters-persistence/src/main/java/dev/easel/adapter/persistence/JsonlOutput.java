package dev.easel.adapter.persistence;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/// Writes numbers and texts compactly into memory. [JsonlInput] is the way back.
final class JsonlOutput {

  private static final int FIRST_CAPACITY = 4 << 10;

  private byte[] bytes = new byte[FIRST_CAPACITY];
  private int length;

  /// A number; small ones, of either sign, take few bytes.
  JsonlOutput number(long number) {
    long rest = (number << 1) ^ (number >> 63);
    while ((rest & ~0x7fL) != 0) {
      put((byte) (rest | 0x80));
      rest >>>= 7;
    }
    put((byte) rest);
    return this;
  }

  /// A text.
  JsonlOutput text(String text) {
    byte[] encoded = text.getBytes(StandardCharsets.UTF_16BE);
    return number(encoded.length).bytes(encoded);
  }

  /// What another has written.
  JsonlOutput bytes(byte[] written) {
    makeRoom(written.length);
    System.arraycopy(written, 0, bytes, length, written.length);
    length += written.length;
    return this;
  }

  private void put(byte next) {
    makeRoom(1);
    bytes[length++] = next;
  }

  private void makeRoom(int more) {
    if (length + more > bytes.length) {
      bytes = Arrays.copyOf(bytes, Math.max(bytes.length * 2, length + more));
    }
  }

  /// All that was written.
  byte[] bytes() {
    return Arrays.copyOf(bytes, length);
  }
}
