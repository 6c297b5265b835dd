package dev.easel.benchmark.writing;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

/// Writers that append for a while, each as soon as what it appended before is durable.
final class Writers {

  /// One durable append, or two that follow one another.
  @FunctionalInterface
  interface Append {
    void run() throws Exception;
  }

  private Writers() {}

  /// Appends a second, from so many threads at once.
  static double rate(int writers, Duration span, Append append) throws InterruptedException {
    try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
      long begin = System.nanoTime();
      long end = begin + span.toNanos();
      List<Future<Long>> counts = new ArrayList<>();
      for (int writer = 0; writer < writers; writer++) {
        counts.add(threads.submit(() -> count(end, append)));
      }
      long sum = 0;
      for (Future<Long> count : counts) {
        sum += count.get();
      }
      return sum * 1e9 / (System.nanoTime() - begin);
    } catch (ExecutionException failed) {
      throw new IllegalStateException("a writer failed", failed.getCause());
    }
  }

  private static long count(long end, Append append) throws Exception {
    long count = 0;
    while (System.nanoTime() - end < 0) {
      append.run();
      count++;
    }
    return count;
  }
}
