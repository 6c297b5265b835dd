package dev.easel.domain.usecase;

import dev.easel.domain.image.Nullable;
import java.time.Instant;
import java.util.Arrays;

/// What pruning knows of very many pictures, at about sixty bytes each: how large they are, and
/// what the entries that name them mean for them. Not safe for use by several threads.
final class PictureTable {

  private static final int FIRST = 1_024;
  private static final int WORDS = 4;
  private static final int HEX = 16;
  private static final int NAME = WORDS * HEX;
  private static final byte NAMED = 1;
  private static final byte STARRED = 2;
  private static final byte OUTSIDE = 4;
  private static final byte YOUNG = 8;

  /// 2000-01-01, so that a moment and a place in the table go into one number until 2068.
  private static final long EPOCH = 946_684_800L;

  private long[] names = new long[FIRST * WORDS];
  private long[] sizes = new long[FIRST];
  private long[] seconds = new long[FIRST];
  private byte[] marks = new byte[FIRST];
  private int[] slots = new int[2 * FIRST];
  private int count;

  /// Adds a picture that is there; one that was added before stays as it is.
  ///
  /// @param sha256 its name
  /// @param young whether it was kept so lately that its entry may not name it yet
  void add(String sha256, long bytes, boolean young) {
    long[] name = name(sha256);
    if (name == null || find(name) >= 0) {
      return;
    }
    if (count == sizes.length) {
      grow();
    }
    System.arraycopy(name, 0, names, count * WORDS, WORDS);
    sizes[count] = bytes;
    marks[count] = young ? YOUNG : 0;
    slots[slot(name)] = ++count;
  }

  private void grow() {
    int larger = Math.multiplyExact(sizes.length, 2);
    names = Arrays.copyOf(names, Math.multiplyExact(larger, WORDS));
    sizes = Arrays.copyOf(sizes, larger);
    seconds = Arrays.copyOf(seconds, larger);
    marks = Arrays.copyOf(marks, larger);
    slots = new int[Math.multiplyExact(larger, 2)];
    for (int at = 0; at < count; at++) {
      slots[slot(Arrays.copyOfRange(names, at * WORDS, at * WORDS + WORDS))] = at + 1;
    }
  }

  // Where a name is, or else the free place for it. Hashes need no hashing.
  private int slot(long[] name) {
    int slot = (int) name[0] & (slots.length - 1);
    while (slots[slot] != 0 && !is(slots[slot] - 1, name)) {
      slot = (slot + 1) & (slots.length - 1);
    }
    return slot;
  }

  private boolean is(int at, long[] name) {
    return Arrays.equals(names, at * WORDS, at * WORDS + WORDS, name, 0, WORDS);
  }

  private static long @Nullable [] name(String sha256) {
    if (sha256.length() != NAME || !sha256.chars().allMatch(PictureTable::isHex)) {
      return null;
    }
    long[] name = new long[WORDS];
    for (int word = 0; word < WORDS; word++) {
      name[word] = Long.parseUnsignedLong(sha256, word * HEX, (word + 1) * HEX, HEX);
    }
    return name;
  }

  private static boolean isHex(int character) {
    return (character >= '0' && character <= '9') || (character >= 'a' && character <= 'f');
  }

  private int find(long[] name) {
    return slots[slot(name)] - 1;
  }

  /// Where a picture is in the table, negative when it is not.
  int find(@Nullable String sha256) {
    long[] name = sha256 == null ? null : name(sha256);
    return name == null ? -1 : find(name);
  }

  /// Takes down what an entry that names a picture means for it.
  ///
  /// @param wanted whether the entry is one of those whose pictures are to be pruned
  /// @param young whether it is in flight, or too young for its pictures to go
  void named(int at, Instant moment, boolean wanted, boolean starred, boolean young) {
    boolean first = !has(at, NAMED);
    seconds[at] = first ? moment.getEpochSecond() : Math.max(seconds[at], moment.getEpochSecond());
    mark(at, NAMED, true);
    mark(at, OUTSIDE, !wanted);
    mark(at, STARRED, starred);
    mark(at, YOUNG, young);
  }

  private void mark(int at, int mark, boolean set) {
    marks[at] = (byte) (marks[at] | (set ? mark : 0));
  }

  private boolean has(int at, int mark) {
    return (marks[at] & mark) != 0;
  }

  int count() {
    return count;
  }

  long bytes(int at) {
    return sizes[at];
  }

  /// Whether an entry names it.
  boolean isNamed(int at) {
    return has(at, NAMED);
  }

  /// Whether only entries name it whose pictures are to be pruned.
  boolean isWanted(int at) {
    return isNamed(at) && !has(at, OUTSIDE);
  }

  /// Whether a starred entry names it.
  boolean isStarred(int at) {
    return has(at, STARRED);
  }

  /// Whether it may go by all but the rules for age and room.
  boolean mayGo(int at) {
    return isWanted(at) && !has(at, STARRED | YOUNG);
  }

  /// When the newest entry that names it was accepted, to the second.
  Instant newest(int at) {
    return Instant.ofEpochSecond(seconds[at]);
  }

  /// A number that is the lower the older a picture is, and from which [#ranked] finds it.
  long rank(int at) {
    long since = Math.clamp(seconds[at] - EPOCH, 0, Integer.MAX_VALUE);
    return since << Integer.SIZE | at;
  }

  /// The place of the picture with this rank.
  static int ranked(long rank) {
    return (int) rank;
  }

  /// The name of a picture.
  String sha256(int at) {
    StringBuilder name = new StringBuilder(NAME);
    for (int word = 0; word < WORDS; word++) {
      String hex = Long.toHexString(names[at * WORDS + word]);
      name.append("0".repeat(HEX - hex.length())).append(hex);
    }
    return name.toString();
  }
}
