package dev.easel.benchmark.reading;

import dev.easel.adapter.persistence.GenerationLogs;
import dev.easel.benchmark.Bench;
import dev.easel.benchmark.Finding;
import dev.easel.benchmark.Point;
import dev.easel.benchmark.Times;
import dev.easel.benchmark.Workload;
import dev.easel.config.LogBackend;
import dev.easel.domain.ledger.GenerationLog;
import java.io.IOException;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;

/// How long reading takes in logs of 10,000 entries up to the largest size: statistics and pages
/// over HTTP, searches through the log itself, opening in new processes.
public final class ReadingWorkload implements Workload {

  private static final long SMALLEST = 10_000;
  private static final long LARGEST_DEMO = 100_000;
  private static final int WARMING = 2_000;
  private static final int ASKED = 300;
  private static final int SEARCHED = 20;
  private static final int ROUNDS = 5;
  private static final double STATISTICS = 5;
  private static final double PAGE = 10;

  @Override
  public void run(Bench bench) throws IOException, InterruptedException {
    for (LogBackend backend : List.of(LogBackend.SQLITE, LogBackend.JSONL)) {
      for (long entries : sizes(bench).toList()) {
        Store store = Store.of(bench, backend, entries);
        open(bench, store);
        search(bench, store);
        serve(bench, store);
      }
    }
    for (long entries : sizes(bench).filter(size -> size <= LARGEST_DEMO).toList()) {
      demonstrate(bench, Store.of(bench, LogBackend.JSONL, entries));
    }
  }

  private static Stream<Long> sizes(Bench bench) {
    return Stream.iterate(SMALLEST, size -> size <= bench.entries(), size -> size * 10);
  }

  private static boolean isLargest(Bench bench, Store store) {
    return store.entries() * 10 > bench.entries();
  }

  private static void open(Bench bench, Store store) throws IOException, InterruptedException {
    Opening opening = new Opening(store, bench.fresh("opening"));
    bound(bench, store, "opening after a clean stop", opening.afterStop(), 0.5, 1_000);
    bound(bench, store, "opening after SIGKILL", opening.afterKill(), 0.5, 3_000);
  }

  private static void search(Bench bench, Store store) {
    double bound = store.settings().backend() == LogBackend.SQLITE ? 50 : 500;
    try (GenerationLog log = GenerationLogs.open(store.settings())) {
      Stream.concat(Question.searches(store.entries()).stream(), Question.ranges().stream())
          .forEach(question ->
              bound(
                  bench,
                  store,
                  "first page: " + question.name(),
                  times(question, log),
                  0.5,
                  bound));
    }
  }

  private static Times times(Question question, GenerationLog log) {
    Times times = new Times();
    question.ask(log);
    for (int count = 0; count < SEARCHED; count++) {
      long start = System.nanoTime();
      question.ask(log);
      times.add(System.nanoTime() - start);
    }
    return times;
  }

  private static void serve(Bench bench, Store store) throws IOException, InterruptedException {
    Store small = Store.of(bench, store.settings().backend(), SMALLEST);
    try (Served served = Served.start(bench, store);
        Served smaller = Served.start(bench, small)) {
      Times statistics = new Times();
      Times ofSmall = new Times();
      served.ask("/logs/stats", WARMING);
      smaller.ask("/logs/stats", WARMING);
      for (int round = 0; round < ROUNDS; round++) {
        statistics.addAll(served.ask("/logs/stats", ASKED));
        ofSmall.addAll(smaller.ask("/logs/stats", ASKED));
      }
      bound(bench, store, "GET /logs/stats", statistics, 0.99, STATISTICS);
      grow(bench, store, statistics, ofSmall);
      page(bench, store, served, "newest 50", "/logs?limit=50");
      String deep = "/logs?limit=50&cursor=" + Question.deep(store.generator());
      page(bench, store, served, "page 10,000 deep", deep);
    }
  }

  private static void page(Bench bench, Store store, Served served, String name, String path)
      throws IOException {
    served.ask(path, WARMING);
    bound(bench, store, name, served.ask(path, ASKED * ROUNDS), 0.99, PAGE);
  }

  private static void grow(Bench bench, Store store, Times times, Times ofSmall) {
    if (isLargest(bench, store)) {
      double ratio = times.millis(0.5) / ofSmall.millis(0.5);
      bench.found(
          new Finding(
              "GET /logs/stats, growth, " + store.name(),
              sized(store, times),
              "10,000 entries: " + ofSmall,
              "at most twice the time",
              String.format(Locale.ROOT, "%.2f times", ratio),
              ratio <= 2));
    }
  }

  // The plots show what is typical, the table what the target is about.
  private static void bound(
      Bench bench, Store store, String work, Times times, double share, double most) {
    bench.point(new Point(work, store.name(), store.entries(), times.millis(0.5)));
    if (isLargest(bench, store)) {
      double seen = times.millis(share);
      bench.found(
          new Finding(
              work + ", " + store.name(),
              sized(store, times),
              "",
              String.format(Locale.ROOT, "p%.0f under %,.0f ms", share * 100, most),
              String.format(Locale.ROOT, "%.2f ms", seen),
              seen < most));
    }
  }

  private static String sized(Store store, Times times) {
    return String.format(Locale.ROOT, "%,d entries: %s", store.entries(), times);
  }

  private static void demonstrate(Bench bench, Store store) throws IOException {
    try (DemoServer demo = DemoServer.start(store.settings().path())) {
      for (String[] asked :
          List.of(
              new String[] {"GET /logs/stats", "/logs/stats"},
              new String[] {"newest 50", "/logs"})) {
        Served.ask(demo.url(), asked[1], 2);
        Times times = Served.ask(demo.url(), asked[1], ROUNDS);
        bench.point(
            new Point(asked[0], "reads the whole file", store.entries(), times.millis(0.5)));
      }
    }
  }
}
