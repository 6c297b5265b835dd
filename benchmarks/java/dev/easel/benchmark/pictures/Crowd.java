package dev.easel.benchmark.pictures;

import dev.easel.benchmark.Bench;
import dev.easel.benchmark.Finding;
import dev.easel.benchmark.Times;
import dev.easel.benchmark.wire.Connection;
import dev.easel.benchmark.wire.EaselServer;
import dev.easel.benchmark.wire.Sample;
import dev.easel.benchmark.wire.Target;
import dev.easel.benchmark.wire.Upstream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;

/// A thousand requests in flight, each of which the provider keeps waiting for ten seconds:
/// straight from the provider, and through Easel. The clients begin evenly over ten seconds, so
/// that from then on a hundred answers come each second. Their first requests are not timed.
final class Crowd {

  private static final int CLIENTS = 1_000;
  private static final int SIDE = 64;
  private static final int ROUNDS = 4;
  private static final int UNTIMED = 2;
  private static final Duration UPSTREAM = Duration.ofSeconds(10);
  private static final double MOST_ADDED = 50;
  private static final long MOST_THREADS_MORE = 50;
  private static final long MOST_KIBIBYTES = 512 * 1024;

  private final Bench bench;

  Crowd(Bench bench) {
    this.bench = bench;
  }

  /// Measures.
  void run() throws IOException, InterruptedException {
    Path folder = bench.fresh("crowd");
    Sample sample = Sample.picture(bench.seed(), SIDE);
    Map<String, String> more =
        Map.of("EASEL_PROVIDER_OPENAI_CONCURRENCY", Integer.toString(CLIENTS));
    try (Upstream upstream = Upstream.start(folder, sample, UPSTREAM);
        EaselServer easel = EaselServer.start(folder, upstream, more)) {
      Times direct = asked(Target.direct(upstream), () -> 0L);
      long before = status(easel, "Threads");
      long[] most = {0};
      Times through =
          asked(easel.target(), () -> most[0] = Math.max(most[0], status(easel, "Threads")));
      report(direct, through, most[0] - before, status(easel, "VmHWM"));
    }
  }

  /// What the system says of a process.
  private static long status(EaselServer easel, String what) throws IOException {
    return Files.readAllLines(Path.of("/proc", Long.toString(easel.id()), "status")).stream()
        .filter(line -> line.startsWith(what + ":"))
        .map(line -> line.replaceAll("\\D", ""))
        .findFirst()
        .map(Long::parseLong)
        .orElse(0L);
  }

  /// @param look is called each second
  private static Times asked(Target target, Callable<Long> look)
      throws IOException, InterruptedException {
    Times all = new Times();
    try (ExecutorService clients = Executors.newVirtualThreadPerTaskExecutor()) {
      List<Future<Times>> asking = new ArrayList<>();
      for (int index = 0; index < CLIENTS; index++) {
        long wait = UPSTREAM.toMillis() * index / CLIENTS;
        asking.add(clients.submit(() -> asked(target, wait)));
      }
      for (Future<Times> one : asking) {
        while (!one.isDone()) {
          look.call();
          TimeUnit.SECONDS.sleep(1);
        }
        all.addAll(one.get());
      }
    } catch (InterruptedException stop) {
      throw stop;
    } catch (ExecutionException failed) {
      throw new IOException(failed.getCause());
    } catch (Exception failed) {
      throw new IOException(failed);
    }
    return all;
  }

  private static Times asked(Target target, long wait) throws IOException, InterruptedException {
    TimeUnit.MILLISECONDS.sleep(wait);
    Times times = new Times();
    for (int round = 0; round < ROUNDS; round++) {
      try (Connection connection = new Connection(target)) {
        Connection.Answer answer = connection.ask();
        if (answer.status() != 200) {
          throw new IOException(target.name() + " answered " + answer);
        }
        if (round >= UNTIMED) {
          times.add(answer.nanos());
        }
      }
    }
    return times;
  }

  private void report(Times direct, Times through, long threads, long kibibytes) {
    double added = through.millis(0.99) - direct.millis(0.99);
    bench.found(
        new Finding(
            "%,d requests in flight, each %,d s upstream".formatted(CLIENTS, UPSTREAM.toSeconds()),
            "Easel " + through,
            "direct " + direct,
            "heap under 512 MiB, no platform thread per request, p99 added under 50 ms",
            String.format(
                Locale.ROOT,
                "all of the process at most %d MiB, %d threads more, p99 added %.1f ms",
                kibibytes / 1024,
                threads,
                added),
            added < MOST_ADDED && threads < MOST_THREADS_MORE && kibibytes < MOST_KIBIBYTES));
  }
}
