package dev.easel.domain.ledger;

import java.util.Arrays;
import java.util.OptionalLong;
import java.util.function.LongConsumer;

/// A bag of very many 64-bit numbers that stand for something larger, at eight bytes each. Not safe
/// for use by several threads.
public final class Fingerprints {

  // FNV-1a, 64 bits: http://www.isthe.com/chongo/tech/comp/fnv/
  private static final long BASIS = 0xcbf29ce484222325L;
  private static final long PRIME = 0x100000001b3L;
  private static final int FIRST = 1_024;

  private long[] prints = new long[FIRST];
  private int count;
  private boolean sorted = true;

  /// The fingerprint of a text.
  public static long of(String text) {
    long print = BASIS;
    for (int at = 0; at < text.length(); at++) {
      print = (print ^ text.charAt(at)) * PRIME;
    }
    return print;
  }

  /// Adds one.
  public void add(long print) {
    if (count == prints.length) {
      prints = Arrays.copyOf(prints, Math.addExact(count, count / 2));
    }
    prints[count++] = print;
    sorted = false;
  }

  /// Whether one was added that agrees with this one but for its lowest bits.
  ///
  /// @param bits how many of the lowest bits do not count, 0 to 63
  public boolean contains(long print, int bits) {
    sort();
    long head = print >> bits;
    int place = place(head << bits);
    return place < count && prints[place] >> bits == head;
  }

  /// The one that was added and agrees with this one but for its lowest bits; empty when there is
  /// none, or are several.
  ///
  /// @param bits how many of the lowest bits do not count, 0 to 63
  public OptionalLong only(long print, int bits) {
    sort();
    long head = print >> bits;
    int place = place(head << bits);
    boolean found = place < count && prints[place] >> bits == head;
    boolean again = place + 1 < count && prints[place + 1] >> bits == head;
    return found && !again ? OptionalLong.of(prints[place]) : OptionalLong.empty();
  }

  private int place(long least) {
    int found = Arrays.binarySearch(prints, 0, count, least);
    int place = found < 0 ? -found - 1 : found;
    while (place > 0 && prints[place - 1] == least) {
      place--;
    }
    return place;
  }

  /// Gives what several of them agree in, but for their lowest bits, to `sink`: each once, with its
  /// lowest bits 0.
  ///
  /// @param bits how many of the lowest bits do not count, 0 to 63
  public void repeated(int bits, LongConsumer sink) {
    sort();
    for (int at = 1; at < count; at++) {
      long head = prints[at] >> bits;
      boolean again = head == prints[at - 1] >> bits;
      if (again && (at == 1 || head != prints[at - 2] >> bits)) {
        sink.accept(head << bits);
      }
    }
  }

  private void sort() {
    if (!sorted) {
      Arrays.sort(prints, 0, count);
      sorted = true;
    }
  }
}
