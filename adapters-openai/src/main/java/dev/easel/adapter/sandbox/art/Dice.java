package dev.easel.adapter.sandbox.art;

import java.util.List;

/// Repeatable chance: the same text and seed give the same throws on every machine. A fork has its
/// own sequence, so that one part of a picture may take more throws without changing the others.
final class Dice {
  private static final long GOLDEN = 0x9E3779B97F4A7C15L;

  private final long origin;
  private long state;

  private Dice(long origin) {
    this.origin = origin;
    this.state = origin;
  }

  static Dice of(String text, long seed, int index) {
    return new Dice(mix(hash(text) ^ mix(seed + GOLDEN * (index + 1L))));
  }

  Dice fork(String purpose) {
    return new Dice(mix(origin ^ hash(purpose)));
  }

  Dice fork(int number) {
    return new Dice(mix(origin + GOLDEN * (number + 7L)));
  }

  long origin() {
    return origin;
  }

  double between(double low, double high) {
    return low + (high - low) * fraction();
  }

  /// A whole number, both ends included.
  int count(int low, int high) {
    return low + (int) ((high - low + 1) * fraction());
  }

  boolean chance(double probability) {
    return fraction() < probability;
  }

  <T> T pick(List<T> choices) {
    return choices.get(count(0, choices.size() - 1));
  }

  double fraction() {
    state += GOLDEN;
    return (mix(state) >>> 11) * 0x1.0p-53;
  }

  /// FNV-1a over the characters, spread by the finaliser of SplitMix64.
  static long hash(String text) {
    long hash = 0xcbf29ce484222325L;
    for (int i = 0; i < text.length(); i++) {
      hash = (hash ^ text.charAt(i)) * 0x100000001b3L;
    }
    return mix(hash);
  }

  static long mix(long value) {
    long mixed = (value ^ (value >>> 30)) * 0xBF58476D1CE4E5B9L;
    mixed = (mixed ^ (mixed >>> 27)) * 0x94D049BB133111EBL;
    return mixed ^ (mixed >>> 31);
  }
}
