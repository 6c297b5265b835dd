package dev.easel.benchmark.pictures;

import dev.easel.benchmark.Bench;
import dev.easel.benchmark.Finding;
import dev.easel.benchmark.Times;
import dev.easel.benchmark.Warming;
import dev.easel.benchmark.wire.Connection;
import dev.easel.benchmark.wire.EaselServer;
import dev.easel.benchmark.wire.Peer;
import dev.easel.benchmark.wire.Sample;
import dev.easel.benchmark.wire.Target;
import dev.easel.benchmark.wire.Upstream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Stream;

/// Real pictures of 2 MB in base64, one after the other over one connection: through Easel, which
/// keeps each with a durable entry before it answers, through the peer, which keeps nothing, and
/// straight from the provider. Every picture is another one.
final class LargePictures {

  private static final int SIDE = 708;
  private static final int ROUNDS = 5;

  /// A round of warming up: at so few requests a second the JVM compiles for a minute.
  private static final long WARMING = Duration.ofSeconds(5).toNanos();

  private static final long ROUND = Duration.ofSeconds(2).toNanos();
  private static final double SECOND = 1e9;
  private static final double WANTED = 5;

  private final Bench bench;
  private final Sample sample;

  /// @throws IOException when the picture cannot be made
  LargePictures(Bench bench) throws IOException {
    this.bench = bench;
    this.sample = Sample.picture(bench.seed(), SIDE);
  }

  /// Measures.
  void run() throws IOException, InterruptedException {
    Path folder = bench.fresh("pictures");
    try (Upstream upstream = Upstream.start(folder, sample, Duration.ZERO);
        Peer peer = Peer.start(bench.folder("peer"));
        EaselServer easel = EaselServer.start(folder, upstream, Map.of())) {
      Series through = new Series(easel.target());
      Series compared = new Series(peer.before(upstream));
      Series direct = new Series(Target.direct(upstream));
      interleave(List.of(through, compared, direct));
      demandKept(easel, through);
      report(through, compared, direct);
    }
  }

  private static void interleave(List<Series> all) throws IOException, InterruptedException {
    for (Series series : all) {
      series.warm();
    }
    for (int round = 0; round < ROUNDS; round++) {
      for (Series series : all) {
        series.round();
      }
    }
  }

  private static void demandKept(EaselServer easel, Series through) throws IOException {
    try (Stream<Path> files = Files.list(easel.data().resolve("pictures"))) {
      long kept = files.filter(file -> file.toString().endsWith(".png")).count();
      if (kept != through.answers) {
        throw new IOException(through.answers + " pictures were answered and " + kept + " kept");
      }
    }
  }

  private void report(Series through, Series compared, Series direct) {
    double ratio = through.rate() / compared.rate();
    bench.found(
        new Finding(
            "gateway, a real picture of %,d bytes of base64, 1 connection"
                .formatted(sample.body().length),
            through.words(),
            compared.words() + "; " + direct.words(),
            "at least 5 times the peer",
            String.format(Locale.ROOT, "%.1f times", ratio),
            ratio >= WANTED));
  }

  /// What is asked of one target, over a new connection in each round, since some close one that
  /// idles while others have their turn.
  private final class Series {
    private final Target target;
    private final Times rates = new Times();
    private Times times = new Times();
    private long answers;

    Series(Target target) {
      this.target = target;
    }

    void warm() throws IOException, InterruptedException {
      Warming.up(() -> SECOND / ask(WARMING));
      times = new Times();
    }

    void round() throws IOException {
      rates.add(ask(ROUND));
    }

    /// @return the nanoseconds that an answer took, on average
    private long ask(long nanos) throws IOException {
      try (Connection connection = new Connection(target)) {
        long start = System.nanoTime();
        int count = 0;
        for (; System.nanoTime() - start < nanos; count++) {
          Connection.Answer answer = connection.ask();
          demandWhole(answer);
          times.add(answer.nanos());
        }
        answers += count;
        return (System.nanoTime() - start) / count;
      }
    }

    private void demandWhole(Connection.Answer answer) throws IOException {
      if (answer.status() != 200 || answer.length() < sample.body().length) {
        throw new IOException(target.name() + " answered " + answer);
      }
    }

    /// Answers a second, the median of the rounds.
    double rate() {
      return 1_000 / rates.millis(0.5);
    }

    String words() {
      return String.format(Locale.ROOT, "%s %.0f req/s, %s", target.name(), rate(), times);
    }
  }
}
