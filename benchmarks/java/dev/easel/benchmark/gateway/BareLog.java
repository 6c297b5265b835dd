package dev.easel.benchmark.gateway;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.Lock;
import java.util.concurrent.locks.ReentrantLock;

/// A file to which lines are appended, each on stable storage when that returns: whoever finds
/// nobody at it forces the file for all who have written. Safe for use by several threads.
final class BareLog implements AutoCloseable {

  private final FileChannel channel;
  private final Lock lock = new ReentrantLock();
  private final Condition changed = lock.newCondition();
  private long written;
  private long durable;
  private boolean forcing;

  BareLog(Path file) throws IOException {
    channel = FileChannel.open(file, StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE);
  }

  void append(byte[] line) throws IOException {
    lock.lock();
    try {
      channel.write(ByteBuffer.wrap(line));
      long mine = ++written;
      while (durable < mine) {
        if (forcing) {
          changed.awaitUninterruptibly();
        } else {
          force();
        }
      }
    } finally {
      lock.unlock();
    }
  }

  private void force() throws IOException {
    long covered = written;
    forcing = true;
    lock.unlock();
    try {
      channel.force(false);
    } finally {
      lock.lock();
      forcing = false;
      durable = covered;
      changed.signalAll();
    }
  }

  @Override
  public void close() throws IOException {
    channel.close();
  }
}
