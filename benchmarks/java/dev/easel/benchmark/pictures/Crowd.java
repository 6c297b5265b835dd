package dev.easel.benchmark.pictures;

import dev.easel.benchmark.Bench;
import dev.easel.benchmark.Finding;
import dev.easel.benchmark.Times;
import dev.easel.benchmark.gateway.Asking;
import dev.easel.benchmark.gateway.Load;
import dev.easel.benchmark.wire.Connection;
import dev.easel.benchmark.wire.EaselServer;
import dev.easel.benchmark.wire.Sample;
import dev.easel.benchmark.wire.Target;
import dev.easel.benchmark.wire.Upstream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.regex.Pattern;

/// A thousand requests in flight, each of which the provider keeps waiting for ten seconds:
/// straight from the provider, and through Easel. Both are warm: fast requests keep them busy
/// before. The clients begin evenly over ten seconds, so that from then on a hundred answers come
/// each second. Only their second requests are timed; in the later ones, while all are in flight,
/// Easel's heap is collected and looked at.
final class Crowd {

  private static final int CLIENTS = 1_000;
  private static final int SIDE = 64;
  private static final int ROUNDS = 4;
  private static final int TIMED = 1;
  private static final int BUSY = 16;
  private static final Duration WARMING = Duration.ofSeconds(40);
  private static final Pattern USED =
      Pattern.compile("(?i)(?:def ?new|tenured)[a-z ]* total \\d+K, used (\\d+)K");

  /// When all clients are in a request after the timed one, in seconds.
  private static final int LOOK = 32;

  private static final Duration UPSTREAM = Duration.ofSeconds(10);
  private static final double MOST_ADDED = 50;
  private static final long MOST_THREADS_MORE = 50;
  private static final long MOST_MEBIBYTES = 512;

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
      warm(Target.direct(upstream));
      Times direct = asked(Target.direct(upstream), _ -> {});
      warm(easel.target());
      long before = threads(easel);
      long[] seen = {0, 0};
      Times through = asked(easel.target(), second -> look(easel, second, seen));
      report(direct, through, seen[0] - before, seen[1]);
    }
  }

  private static void look(EaselServer easel, int second, long[] seen) throws IOException {
    if (second < LOOK) {
      seen[0] = Math.max(seen[0], threads(easel));
    } else if (second == LOOK) {
      seen[1] = heap(easel);
    }
  }

  private static void warm(Target target) throws IOException, InterruptedException {
    var _ = Load.run(BUSY, WARMING, () -> new Asking(target.atOnce(), 200));
  }

  /// What is on the heap and in use, in mebibytes.
  private static long heap(EaselServer easel) throws IOException {
    told(easel, "GC.run");
    long kibibytes =
        USED.matcher(told(easel, "GC.heap_info"))
            .results()
            .map(found -> Objects.requireNonNull(found.group(1)))
            .mapToLong(Long::parseLong)
            .sum();
    return kibibytes / 1024;
  }

  private static String told(EaselServer easel, String command) throws IOException {
    String jcmd = Path.of(System.getProperty("java.home"), "bin", "jcmd").toString();
    Process asked =
        new ProcessBuilder(jcmd, Long.toString(easel.id()), command)
            .redirectErrorStream(true)
            .start();
    return new String(asked.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
  }

  private static long threads(EaselServer easel) throws IOException {
    return Files.readAllLines(Path.of("/proc", Long.toString(easel.id()), "status")).stream()
        .filter(line -> line.startsWith("Threads:"))
        .map(line -> line.substring("Threads:".length()).strip())
        .findFirst()
        .map(Long::parseLong)
        .orElse(0L);
  }

  /// What is done each second.
  @FunctionalInterface
  private interface Look {
    void at(int second) throws IOException;
  }

  /// @param look is called each second
  private static Times asked(Target target, Look look) throws IOException, InterruptedException {
    Times all = new Times();
    try (ExecutorService clients = Executors.newVirtualThreadPerTaskExecutor()) {
      List<Future<Times>> asking = new ArrayList<>();
      for (int index = 0; index < CLIENTS; index++) {
        long wait = UPSTREAM.toMillis() * index / CLIENTS;
        asking.add(clients.submit(() -> asked(target, wait)));
      }
      int second = 0;
      for (Future<Times> one : asking) {
        for (; !one.isDone(); second++) {
          look.at(second);
          TimeUnit.SECONDS.sleep(1);
        }
        all.addAll(one.get());
      }
    } catch (ExecutionException failed) {
      throw new IOException(failed.getCause());
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
        if (round == TIMED) {
          times.add(answer.nanos());
        }
      }
    }
    return times;
  }

  private void report(Times direct, Times through, long threads, long mebibytes) {
    double added = through.millis(0.99) - direct.millis(0.99);
    bench.found(
        new Finding(
            "%,d requests in flight, each %,d s upstream".formatted(CLIENTS, UPSTREAM.toSeconds()),
            "Easel " + through,
            "direct " + direct,
            "heap under 512 MiB, no platform thread per request, p99 added under 50 ms",
            String.format(
                Locale.ROOT,
                "%d MiB of heap in use, %d threads more, p99 added %.1f ms",
                mebibytes,
                threads,
                added),
            added < MOST_ADDED && threads < MOST_THREADS_MORE && mebibytes < MOST_MEBIBYTES));
  }
}
