package dev.easel.adapter.persistence;

import java.util.Arrays;
import java.util.function.LongConsumer;

/// A set of well mixed hashes, without an object for each. Not safe for use by several threads.
final class JsonlTokenSet {

  private static final int FIRST_CAPACITY = 1 << 12;

  private long[] slots = new long[FIRST_CAPACITY];
  private int size;

  /// Adds a token.
  void add(long token) {
    if (size * 2 >= slots.length) {
      grow();
    }
    int slot = slot(token);
    if (slots[slot] == 0) {
      slots[slot] = kept(token);
      size++;
    }
  }

  /// How many different tokens there are.
  int size() {
    return size;
  }

  /// Gives each token to `sink`.
  void each(LongConsumer sink) {
    Arrays.stream(slots).filter(token -> token != 0).forEach(sink);
  }

  private int slot(long token) {
    int mask = slots.length - 1;
    int slot = (int) kept(token) & mask;
    while (slots[slot] != 0 && slots[slot] != kept(token)) {
      slot = (slot + 1) & mask;
    }
    return slot;
  }

  // Zero marks an empty slot.
  private static long kept(long token) {
    return token == 0 ? 1 : token;
  }

  private void grow() {
    long[] old = slots;
    slots = new long[old.length * 2];
    for (long token : old) {
      if (token != 0) {
        slots[slot(token)] = token;
      }
    }
  }
}
