package dev.easel.adapter.persistence;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.Map;

/// A disk that fails at one of its operations, or from there on. A write that fails has written
/// half of its bytes.
final class JsonlFaultyDisk implements JsonlDisk {

  /// What is done when it fails, after half was written.
  @FunctionalInterface
  interface Moment {
    void seize() throws IOException;
  }

  private final int first;
  private final boolean forGood;
  private final Moment moment;
  private final IdentityHashMap<FileChannel, Path> files = new IdentityHashMap<>();
  private final Map<Path, Long> forced = new HashMap<>();
  private int operations;

  /// A disk that fails.
  ///
  /// @param first the number of the first operation that fails, from 0
  /// @param forGood whether all later ones fail, too
  JsonlFaultyDisk(int first, boolean forGood, Moment moment) {
    this.first = first;
    this.forGood = forGood;
    this.moment = moment;
  }

  /// A disk that never fails, and counts.
  static JsonlFaultyDisk sound() {
    return new JsonlFaultyDisk(Integer.MAX_VALUE, false, () -> {});
  }

  /// A disk that never fails, and forces nothing.
  static JsonlDisk idle() {
    return new JsonlDisk() {
      @Override
      public FileChannel open(Path file) throws IOException {
        return REAL.open(file);
      }

      @Override
      public void write(FileChannel file, ByteBuffer bytes) throws IOException {
        REAL.write(file, bytes);
      }

      @Override
      public void force(FileChannel file) {}
    };
  }

  /// How many operations there were.
  synchronized int operations() {
    return operations;
  }

  /// How long a file is at least after a power cut.
  synchronized long forced(Path file) {
    return forced.getOrDefault(file.getFileName(), 0L);
  }

  @Override
  public synchronized FileChannel open(Path file) throws IOException {
    FileChannel channel = REAL.open(file);
    files.put(channel, file.getFileName());
    return channel;
  }

  @Override
  public synchronized void write(FileChannel file, ByteBuffer bytes) throws IOException {
    if (fails()) {
      file.write(bytes.duplicate().limit(bytes.position() + bytes.remaining() / 2));
      bytes.position(bytes.position() + bytes.remaining() / 2);
      fail("No space left on device");
    }
    REAL.write(file, bytes);
  }

  @Override
  public synchronized void force(FileChannel file) throws IOException {
    if (fails()) {
      fail("Input/output error");
    }
    REAL.force(file);
    Path name = files.get(file);
    if (name != null) {
      forced.put(name, file.size());
    }
  }

  private boolean fails() {
    int number = operations++;
    return number == first || (forGood && number > first);
  }

  private void fail(String message) throws IOException {
    if (operations == first + 1) {
      moment.seize();
    }
    throw new IOException(message);
  }
}
