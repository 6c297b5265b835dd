package dev.easel.adapter.persistence;

import dev.easel.domain.image.Nullable;
import java.nio.ByteBuffer;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.Semaphore;

/// Memory out of which a disk takes bytes by itself, a few blocks for the whole process, made when
/// they are first needed. A block is for one thread at a time.
final class UncachedBlock implements AutoCloseable {

  /// What disks demand of where a block begins in memory and in a file, and of its length, in
  /// bytes.
  static final int ALIGNMENT = 4 * 1024;

  private static final int LENGTH = 1024 * 1024;
  private static final int MOST = 2;

  private static final Semaphore FREE = new Semaphore(MOST);
  private static final ConcurrentLinkedQueue<ByteBuffer> MADE = new ConcurrentLinkedQueue<>();

  private final ByteBuffer bytes;
  private boolean givenBack;

  private UncachedBlock(ByteBuffer bytes) {
    this.bytes = bytes;
  }

  /// One that is free; null when others have them all, or there is no memory for more.
  static @Nullable UncachedBlock take() {
    if (!FREE.tryAcquire()) {
      return null;
    }
    ByteBuffer made = MADE.poll();
    return made == null ? make() : new UncachedBlock(made.clear());
  }

  // The JDK looks for memory for half a second before it says that there is none, so whoever was
  // told keeps the place of the block, and nobody asks for it again.
  private static @Nullable UncachedBlock make() {
    try {
      ByteBuffer unaligned = ByteBuffer.allocateDirect(LENGTH + ALIGNMENT);
      return new UncachedBlock(unaligned.alignedSlice(ALIGNMENT));
    } catch (OutOfMemoryError _) {
      return null;
    }
  }

  /// Its bytes.
  ByteBuffer bytes() {
    return bytes;
  }

  /// Gives it back, once.
  @Override
  public void close() {
    if (!givenBack) {
      givenBack = true;
      MADE.add(bytes);
      FREE.release();
    }
  }
}
