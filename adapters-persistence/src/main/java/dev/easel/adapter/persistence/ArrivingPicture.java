package dev.easel.adapter.persistence;

import dev.easel.domain.image.Arrivals;
import dev.easel.domain.image.Content;
import dev.easel.domain.image.Nullable;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.Lock;
import java.util.concurrent.locks.ReentrantLock;

/// A picture that is written to a temporary file while it comes: run by run, by a thread that ends
/// when there is not enough for another one. Of a picture that is shorter than a run nothing is
/// written. Whatever goes wrong removes the file, and the picture is kept from its bytes.
///
/// One thread brings the bytes, and one takes the file over when all have come.
final class ArrivingPicture implements Arrivals.Arrival {

  /// As many bytes are worth a thread and a write of their own.
  static final int RUN = 256 * 1024;

  private final Path directory;
  private final long mostBytes;
  private final Lock lock = new ReentrantLock();
  private final Condition rested = lock.newCondition();
  private List<byte[]> waiting = new ArrayList<>();
  private long waitingBytes;
  private boolean begun;
  private boolean whole;
  private boolean writing;
  private boolean ended;
  private @Nullable IncomingPicture file;

  /// @param mostBytes how long a picture may be
  ArrivingPicture(Path directory, long mostBytes) {
    this.directory = directory;
    this.mostBytes = mostBytes;
  }

  @Override
  public void take(byte[] bytes) {
    lock.lock();
    try {
      if (!ended) {
        waiting.add(bytes);
        waitingBytes += bytes.length;
        wakeWriter();
      }
    } finally {
      lock.unlock();
    }
  }

  private void wakeWriter() {
    if (!writing && waitingBytes >= RUN) {
      begun = true;
      writing = true;
      Thread.startVirtualThread(this::writeRuns);
    }
  }

  private void writeRuns() {
    boolean written = false;
    try {
      for (List<byte[]> run = run(); !run.isEmpty(); run = run()) {
        write(run, opened());
        opened().flush();
      }
      written = true;
    } catch (IOException | RuntimeException | OutOfMemoryError _) {
      // whoever keeps it will meet the same, and say so
    } finally {
      rest(written);
    }
  }

  private List<byte[]> run() {
    lock.lock();
    try {
      return ended || waitingBytes < RUN ? List.of() : taken();
    } finally {
      lock.unlock();
    }
  }

  private List<byte[]> taken() {
    List<byte[]> taken = waiting;
    waiting = new ArrayList<>();
    waitingBytes = 0;
    return taken;
  }

  private static void write(List<byte[]> run, IncomingPicture to) {
    run.forEach(bytes -> to.write(bytes, 0, bytes.length));
  }

  private IncomingPicture opened() throws IOException {
    IncomingPicture open = file;
    if (open == null) {
      open = IncomingPicture.arriving(directory, mostBytes);
      file = open;
    }
    return open;
  }

  private void rest(boolean written) {
    lock.lock();
    try {
      writing = false;
      rested.signalAll();
      if (!written) {
        ended = true;
      }
      removeWhenEnded();
    } finally {
      lock.unlock();
    }
  }

  private void removeWhenEnded() {
    IncomingPicture unfinished = file;
    if (!ended || writing || unfinished == null) {
      return;
    }
    file = null;
    waiting = List.of();
    try {
      unfinished.close();
    } catch (IOException stays) {
      return; // until it is removed with those of processes that died
    }
  }

  @Override
  public Content whole(Content all) {
    whole = begun && all.knownSha256() != null;
    return whole ? new ArrivedPicture(all, this) : all;
  }

  /// Hands over the file with all that has come, which is the caller's from now on.
  ///
  /// @return null when there is none, or it was handed over before
  @Nullable
  IncomingPicture handOver() {
    lock.lock();
    try {
      while (writing) {
        rested.awaitUninterruptibly();
      }
      IncomingPicture handed = ended ? null : file;
      ended = true;
      file = null;
      return handed;
    } finally {
      lock.unlock();
    }
  }

  /// Writes what has come and is not in the file that was handed over.
  void writeRest(IncomingPicture handed) {
    write(taken(), handed);
  }

  @Override
  public void close() {
    if (!whole) {
      forget();
    }
  }

  /// Removes the file, unless it was handed over.
  void forget() {
    lock.lock();
    try {
      ended = true;
      removeWhenEnded();
    } finally {
      lock.unlock();
    }
  }
}
