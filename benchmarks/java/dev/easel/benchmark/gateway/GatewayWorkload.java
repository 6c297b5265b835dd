package dev.easel.benchmark.gateway;

import dev.easel.benchmark.Bench;
import dev.easel.benchmark.Finding;
import dev.easel.benchmark.Warming;
import dev.easel.benchmark.Workload;
import dev.easel.benchmark.gateway.Sides.Side;
import dev.easel.benchmark.wire.Sample;
import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.Locale;

/// The gateway before a provider that answers at once, with small pictures that are kept and with
/// refusals, against the peer before the same provider and a bare loop of the writes that nobody
/// can do without. What is timed is a request from its first byte to the last of its answer, over a
/// connection that is kept; each picture is another one.
///
/// Each is kept busy, over as many connections as are then measured, until it gets no faster in
/// four rounds, which takes a JVM a minute: one that was busy with many takes other ways for one
/// alone, and compiles those. Then the rounds of all that are compared take turns, and what counts
/// is the median of each.
public final class GatewayWorkload implements Workload {

  private static final List<Side> STORES = List.of(Side.SQLITE, Side.JSONL);

  /// Of a small picture, in pixels: three thousand bytes.
  private static final int SIDE = 32;

  /// How many connections the crowded rounds have.
  static final int MANY = 64;

  private static final Duration WARM_UP = Duration.ofSeconds(5);

  private static final double MOST_ADDED = 0.5;
  private static final double MOST_SLOWER = 2;
  private static final double LEAST_OF_BARE = 0.6;
  private static final double LEAST_OF_PEER = 2;
  private static final double LEAST_REFUSED = 5;

  @Override
  public void run(Bench bench) throws IOException, InterruptedException {
    keep(bench);
    refuse(bench);
  }

  private static void keep(Bench bench) throws IOException, InterruptedException {
    try (Sides sides = Sides.start(bench, Sample.picture(bench.seed(), SIDE))) {
      List<Side> all = sides.of(Side.values());
      Medians many = medians(sides, all, MANY);
      Medians one = medians(sides, all, 1);
      for (Side store : STORES) {
        bench.found(alone(store, one));
        bench.found(together(store, many));
      }
    }
  }

  private static void refuse(Bench bench) throws IOException, InterruptedException {
    try (Sides sides = Sides.start(bench, Sample.refusal())) {
      List<Side> all = sides.of(Side.DIRECT, Side.PEER, Side.SQLITE, Side.JSONL);
      Medians many = medians(sides, all, MANY);
      for (Side store : STORES) {
        bench.found(refused(store, many));
      }
    }
  }

  private static Medians medians(Sides sides, List<Side> all, int connections)
      throws IOException, InterruptedException {
    for (Side side : all) {
      Warming.up(() -> sides.round(side, connections, WARM_UP).perSecond());
    }
    return Medians.of(all, (side, length) -> sides.round(side, connections, length));
  }

  private static Finding alone(Side store, Medians medians) {
    Round easel = medians.get(store);
    Round bare = medians.get(Side.BARE);
    double added = easel.median() - bare.median();
    double slower = easel.slow() / bare.slow();
    double faster = medians.times(store, Side.PEER);
    return new Finding(
        "gateway, small picture kept, 1 connection, " + word(store),
        easel.toString(),
        medians.besides(Side.SQLITE, Side.JSONL),
        "p50 at most 0.5 ms over the bare loop's, p99 under twice its own, faster than the peer",
        String.format(
            Locale.ROOT,
            "%+.2f ms; %.1f times the p99; %.2f times the peer",
            added,
            slower,
            faster),
        added <= MOST_ADDED && slower < MOST_SLOWER && faster > 1);
  }

  private static Finding together(Side store, Medians medians) {
    double ofBare = medians.times(store, Side.BARE);
    double ofPeer = medians.times(store, Side.PEER);
    return new Finding(
        "gateway, small picture kept, 64 connections, " + word(store),
        medians.get(store).toString(),
        medians.besides(Side.SQLITE, Side.JSONL),
        "at least 60 % of the bare loop and 2 times the peer",
        String.format(
            Locale.ROOT, "%.0f %% of the bare loop; %.1f times the peer", 100 * ofBare, ofPeer),
        ofBare >= LEAST_OF_BARE && ofPeer >= LEAST_OF_PEER);
  }

  private static Finding refused(Side store, Medians medians) {
    double ofPeer = medians.times(store, Side.PEER);
    return new Finding(
        "gateway, refused by the provider, 64 connections, " + word(store),
        medians.get(store).toString(),
        medians.besides(Side.SQLITE, Side.JSONL),
        "at least 5 times the peer",
        String.format(Locale.ROOT, "%.1f times the peer", ofPeer),
        ofPeer >= LEAST_REFUSED);
  }

  private static String word(Side side) {
    return side.name().toLowerCase(Locale.ROOT);
  }
}
