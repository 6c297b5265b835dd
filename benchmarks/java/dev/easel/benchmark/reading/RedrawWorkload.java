package dev.easel.benchmark.reading;

import dev.easel.benchmark.Bench;
import dev.easel.benchmark.Finding;
import dev.easel.benchmark.Point;
import dev.easel.benchmark.Times;
import dev.easel.benchmark.Workload;
import dev.easel.config.LogBackend;
import java.io.IOException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

/// Keys in the dashboard over a large log, each from its byte to the end of the next frame, and
/// what it takes of the processor while nobody presses one.
public final class RedrawWorkload implements Workload {

  private static final int PRESSED = 30;

  /// From a week to everything.
  private static final int RANGES = 2;

  private static final int IDLE_SECONDS = 10;
  private static final double MOST_MILLIS = 30;
  private static final double MOST_IDLE = 1;

  @Override
  public void run(Bench bench) throws IOException, InterruptedException {
    for (LogBackend backend : List.of(LogBackend.SQLITE, LogBackend.JSONL)) {
      for (long entries : Stream.of(10_000L, bench.entries()).distinct().toList()) {
        Store store = Store.of(bench, backend, entries);
        try (Terminal terminal = Terminal.over(store, bench.fresh("redraw"))) {
          press(bench, store, terminal);
          rest(bench, store, terminal);
        }
      }
    }
  }

  private static void press(Bench bench, Store store, Terminal terminal)
      throws IOException, InterruptedException {
    look(terminal);
    for (Map.Entry<String, List<String>> kind : kinds().entrySet()) {
      Times times = new Times();
      for (int count = 0; count < PRESSED; count++) {
        times.add(terminal.press(kind.getValue().get(count % kind.getValue().size())));
        terminal.settle();
      }
      String work = "key to redraw, " + kind.getKey();
      bench.point(new Point(work, store.name(), store.entries(), times.millis(0.95)));
      if (store.entries() == bench.entries()) {
        bench.found(redrawn(store, work, times));
      }
    }
  }

  // The whole of the log, as a list.
  private static void look(Terminal terminal) throws IOException, InterruptedException {
    for (int count = 0; count < RANGES; count++) {
      terminal.press("t");
      terminal.settle();
    }
    terminal.press("2");
    terminal.settle();
  }

  private static Map<String, List<String>> kinds() {
    Map<String, List<String>> kinds = new LinkedHashMap<>();
    kinds.put("a row down", List.of("j"));
    kinds.put("a row up", List.of("k"));
    kinds.put("half a page down", List.of("\u001b[6~"));
    kinds.put("half a page up", List.of("\u001b[5~"));
    kinds.put("another tab", List.of("\t", "\u001b[Z"));
    return kinds;
  }

  private static Finding redrawn(Store store, String work, Times times) {
    double slow = times.millis(0.95);
    return new Finding(
        work + ", " + store.name(),
        String.format(Locale.ROOT, "%,d entries: p50 %.1f ms", store.entries(), times.millis(0.5)),
        "",
        "p95 under 30 ms",
        String.format(Locale.ROOT, "%.1f ms", slow),
        slow < MOST_MILLIS);
  }

  private static void rest(Bench bench, Store store, Terminal terminal)
      throws IOException, InterruptedException {
    if (store.entries() != bench.entries()) {
      return;
    }
    long before = terminal.processorTime();
    TimeUnit.SECONDS.sleep(IDLE_SECONDS);
    double share = (terminal.processorTime() - before) / (double) IDLE_SECONDS;
    bench.found(
        new Finding(
            "the dashboard while nobody does anything, " + store.name(),
            String.format(Locale.ROOT, "%,d entries", store.entries()),
            "",
            "under 1 % of a core",
            String.format(Locale.ROOT, "%.2f %%", share),
            share < MOST_IDLE));
  }
}
