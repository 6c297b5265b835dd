package dev.easel.benchmark.gateway;

import dev.easel.benchmark.Times;
import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;

/// The same work from several threads at once, each of which begins again as soon as it has ended.
public final class Load {

  private Load() {}

  /// What one thread does again and again.
  @FunctionalInterface
  public interface Work extends AutoCloseable {
    /// Does it.
    void once() throws IOException;

    @Override
    default void close() throws IOException {}
  }

  /// Makes the work of a thread.
  @FunctionalInterface
  public interface Maker {
    /// Makes it, on the thread itself.
    Work make() throws IOException;
  }

  /// Works for so long.
  ///
  /// @throws IOException when any of it fails
  public static Round run(int threads, Duration length, Maker maker)
      throws IOException, InterruptedException {
    CountDownLatch begin = new CountDownLatch(1);
    List<FutureTask<Times>> tasks = new ArrayList<>();
    for (int thread = 0; thread < threads; thread++) {
      FutureTask<Times> task = new FutureTask<>(() -> worked(maker, begin, length));
      tasks.add(task);
      Thread.ofPlatform().daemon().name("load-" + thread).start(task);
    }
    long start = System.nanoTime();
    begin.countDown();
    Times all = new Times();
    for (FutureTask<Times> task : tasks) {
      all.addAll(ended(task));
    }
    return Round.of(all, System.nanoTime() - start);
  }

  private static Times worked(Maker maker, CountDownLatch begin, Duration length)
      throws IOException, InterruptedException {
    Times times = new Times();
    try (Work work = maker.make()) {
      begin.await();
      long end = System.nanoTime() + length.toNanos();
      for (long before = System.nanoTime(); before < end; before = System.nanoTime()) {
        work.once();
        times.add(System.nanoTime() - before);
      }
    }
    return times;
  }

  private static Times ended(FutureTask<Times> task) throws IOException, InterruptedException {
    try {
      return task.get();
    } catch (ExecutionException failed) {
      throw new IOException("the load failed: " + failed.getCause(), failed.getCause());
    }
  }
}
