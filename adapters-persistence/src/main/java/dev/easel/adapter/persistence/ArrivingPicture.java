package dev.easel.adapter.persistence;

import dev.easel.domain.image.Arrivals;
import dev.easel.domain.image.Content;
import dev.easel.domain.image.Nullable;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.Lock;
import java.util.concurrent.locks.ReentrantLock;

/// A picture that is written to a temporary file while it comes: run by run, by a thread that ends
/// when there is not enough for another one. Of a picture that is shorter than a run nothing is
/// written, nor of one that comes while many others do ([ArrivingFiles]). Whatever goes wrong
/// removes the file, and the picture is kept from its bytes.
///
/// One thread brings the bytes, and one takes the file over when all have come; any may forget it.
final class ArrivingPicture implements Arrivals.Arrival {

  /// As many bytes are worth a thread and a write of their own.
  static final int RUN = 256 * 1024;

  private final Path directory;
  private final long mostBytes;
  private final Lock lock = new ReentrantLock();
  private final Condition rested = lock.newCondition();
  private List<byte[]> waiting = new ArrayList<>();
  private long waitingBytes;
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
      }
      if (!ended && !writing && waitingBytes >= RUN) {
        startWriting();
      }
    } finally {
      lock.unlock();
    }
  }

  private void startWriting() {
    writing = (file != null || ArrivingFiles.enter(this)) && hasWriter();
    if (!writing) {
      end();
    }
  }

  private void end() {
    if (!ended) {
      ended = true;
      waiting = new ArrayList<>();
    }
  }

  // To go without one must cost nobody a picture that has been paid for.
  private boolean hasWriter() {
    try {
      Thread.startVirtualThread(this::writeRuns);
      return true;
    } catch (RejectedExecutionException | OutOfMemoryError _) {
      return false;
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

  // Whoever keeps the picture after a failure may need the room that the file has taken.
  private void rest(boolean written) {
    lock.lock();
    try {
      if (!written) {
        end();
      }
      writing = false;
      removeWhenEnded();
      rested.signalAll();
    } finally {
      lock.unlock();
    }
  }

  private void removeWhenEnded() {
    if (!ended || writing) {
      return;
    }
    IncomingPicture unfinished = file;
    file = null;
    try {
      if (unfinished != null) {
        unfinished.close();
      }
    } catch (IOException stays) {
      return; // until it is removed with what processes leave that die
    } finally {
      ArrivingFiles.leave(this);
    }
  }

  @Override
  public Content whole(Content all) {
    whole = all.knownSha256() != null && hasFile();
    return whole ? new ArrivedPicture(all, this) : all;
  }

  private boolean hasFile() {
    lock.lock();
    try {
      return !ended && (writing || file != null);
    } finally {
      lock.unlock();
    }
  }

  /// Hands over the file with what is in it, which is the caller's from now on.
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
      if (handed != null) {
        ended = true;
        file = null;
        ArrivingFiles.leave(this);
      }
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

  /// Removes the file, unless it was handed over; while it is written, its writer will.
  void forget() {
    lock.lock();
    try {
      end();
      removeWhenEnded();
    } finally {
      lock.unlock();
    }
  }
}
