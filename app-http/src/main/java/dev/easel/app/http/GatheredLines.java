package dev.easel.app.http;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.locks.Lock;
import java.util.concurrent.locks.ReentrantLock;

/// Lines that are printed a little later, together with those that come meanwhile: to print each on
/// its own took a server under load more than a twentieth of its time. Who says more than can be
/// printed waits. Safe for use by several threads.
final class GatheredLines {

  /// How long a line waits for others. The lines of so long are lost when the process is killed.
  private static final Duration WAIT = Duration.ofMillis(10);

  /// So many wait at most, besides those that are being printed.
  static final int MOST = 250;

  /// So many bytes at once are not torn apart by what others write to the same pipe (Linux's
  /// pipe(7), PIPE_BUF). They are whole lines.
  static final int PORTION = 4_096;

  private final PrintStream out;
  private final BlockingQueue<String> lines = new LinkedBlockingQueue<>(MOST);
  private final AtomicBoolean awaited = new AtomicBoolean();
  private final Lock printing = new ReentrantLock();

  GatheredLines(PrintStream out) {
    this.out = out;
  }

  /// @param line without its end
  void add(String line) {
    while (!lines.offer(line)) {
      print();
    }
    if (awaited.compareAndSet(false, true)) {
      Thread.ofVirtual().name("easel-lines").start(this::printInAWhile);
    }
  }

  private void printInAWhile() {
    try {
      Thread.sleep(WAIT);
    } catch (InterruptedException _) {
      Thread.currentThread().interrupt();
    }
    print();
  }

  /// Prints what waits. All that was said before is printed when it returns.
  void print() {
    printing.lock();
    try {
      awaited.set(false);
      List<String> gathered = new ArrayList<>();
      lines.drainTo(gathered);
      print(gathered);
    } finally {
      printing.unlock();
    }
  }

  private void print(List<String> gathered) {
    ByteArrayOutputStream portion = new ByteArrayOutputStream(PORTION);
    for (String line : gathered) {
      byte[] bytes = (line + System.lineSeparator()).getBytes(out.charset());
      if (portion.size() + bytes.length > PORTION) {
        print(portion);
      }
      portion.writeBytes(bytes);
    }
    print(portion);
  }

  private void print(ByteArrayOutputStream portion) {
    out.writeBytes(portion.toByteArray());
    out.flush();
    portion.reset();
  }
}
