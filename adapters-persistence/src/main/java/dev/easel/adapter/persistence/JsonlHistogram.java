package dev.easel.adapter.persistence;

import java.util.Arrays;

/// How many latencies fell into each bucket, without an object for each. Not safe for use by
/// several threads.
final class JsonlHistogram {

  /// Takes buckets.
  @FunctionalInterface
  interface Sink {
    /// Takes a bucket that is not empty.
    void bucket(int bucket, long count);
  }

  private static final int ROOM = 32;

  private int lowest;
  private long[] counts = new long[0];

  /// Adds to a bucket; `count` may be less than zero.
  void add(int bucket, long count) {
    makeRoom(bucket);
    counts[bucket - lowest] += count;
  }

  private void makeRoom(int bucket) {
    if (counts.length == 0) {
      lowest = bucket - ROOM / 2;
      counts = new long[ROOM];
    } else if (bucket < lowest) {
      long[] roomier = new long[counts.length + lowest - bucket + ROOM];
      System.arraycopy(counts, 0, roomier, roomier.length - counts.length, counts.length);
      lowest = bucket - ROOM;
      counts = roomier;
    } else if (bucket >= lowest + counts.length) {
      counts = Arrays.copyOf(counts, bucket - lowest + ROOM);
    }
  }

  /// Gives the buckets that are not empty to `sink`, lowest first.
  void each(Sink sink) {
    for (int place = 0; place < counts.length; place++) {
      if (counts[place] != 0) {
        sink.bucket(lowest + place, counts[place]);
      }
    }
  }

  /// How many buckets are not empty.
  int size() {
    return (int) Arrays.stream(counts).filter(count -> count != 0).count();
  }
}
