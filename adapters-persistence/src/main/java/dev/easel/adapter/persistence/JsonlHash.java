package dev.easel.adapter.persistence;

/// Hashes that files and ids depend on: they must give the same for ever.
final class JsonlHash {

  // FNV-1a, 64 bits: http://www.isthe.com/chongo/tech/comp/fnv/
  private static final long BASIS = 0xcbf29ce484222325L;
  private static final long PRIME = 0x100000001b3L;

  private JsonlHash() {}

  /// The hash of some bytes and a number.
  static long of(byte[] bytes, int start, int length, long number) {
    long hash = BASIS ^ mixed(number);
    for (int at = start; at < start + length; at++) {
      hash = (hash ^ (bytes[at] & 0xff)) * PRIME;
    }
    return mixed(hash);
  }

  /// The hash of a text of a kind.
  static long of(char kind, CharSequence text) {
    long hash = (BASIS ^ kind) * PRIME;
    for (int at = 0; at < text.length(); at++) {
      hash = (hash ^ text.charAt(at)) * PRIME;
    }
    return mixed(hash);
  }

  /// Every bit of the result depends on every bit of `hash`: MurmurHash3's last step.
  static long mixed(long hash) {
    long mixed = hash;
    mixed = (mixed ^ (mixed >>> 33)) * 0xff51afd7ed558ccdL;
    mixed = (mixed ^ (mixed >>> 33)) * 0xc4ceb9fe1a85ec53L;
    return mixed ^ (mixed >>> 33);
  }
}
