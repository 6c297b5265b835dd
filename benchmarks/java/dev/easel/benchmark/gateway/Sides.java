package dev.easel.benchmark.gateway;

import dev.easel.benchmark.Bench;
import dev.easel.benchmark.wire.EaselServer;
import dev.easel.benchmark.wire.Peer;
import dev.easel.benchmark.wire.Sample;
import dev.easel.benchmark.wire.Target;
import dev.easel.benchmark.wire.Upstream;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Stream;

/// All that are compared before one provider, each running, so that their rounds can take turns.
final class Sides implements AutoCloseable {

  /// Who they are.
  enum Side {
    /// The writes that a kept picture cannot do without.
    BARE,
    /// The provider itself.
    DIRECT,
    /// The gateway that keeps nothing.
    PEER,
    /// Easel with its log in SQLite.
    SQLITE,
    /// Easel with its log in JSONL.
    JSONL
  }

  private static final int LINE = 1_200;

  /// How many calls Easel makes at once: this provider takes as many as come.
  private static final String CALLS = Integer.toString(GatewayWorkload.MANY);

  private final Sample sample;
  private final BareLoop bare;
  private final Deque<AutoCloseable> running = new ArrayDeque<>();
  private final Map<Side, Target> targets = new EnumMap<>(Side.class);

  private Sides(Sample sample, BareLoop bare) {
    this.sample = sample;
    this.bare = bare;
    running.push(bare);
  }

  /// Starts all of them, the peer where it can be had.
  ///
  /// @param sample what the provider answers
  /// @throws IOException when one cannot be started
  static Sides start(Bench bench, Sample sample) throws IOException, InterruptedException {
    BareLoop bare = new BareLoop(bench.fresh("bare"), LINE, sample.body().length * 3 / 4);
    Sides sides = new Sides(sample, bare);
    try {
      sides.startServers(bench);
      return sides;
    } catch (IOException | InterruptedException | RuntimeException failure) {
      sides.close();
      throw failure;
    }
  }

  private void startServers(Bench bench) throws IOException, InterruptedException {
    Upstream upstream = Upstream.start(bench.fresh("upstream"), sample, Duration.ZERO);
    add(Side.DIRECT, Target.direct(upstream), upstream);
    for (Side store : List.of(Side.SQLITE, Side.JSONL)) {
      Path folder = bench.fresh(store.name());
      EaselServer easel =
          EaselServer.start(
              folder,
              upstream,
              Map.of(
                  "EASEL_LOG_BACKEND",
                  store.name().toLowerCase(Locale.ROOT),
                  "EASEL_PROVIDER_OPENAI_CONCURRENCY",
                  CALLS));
      add(store, easel.target(), easel);
    }
    startPeer(bench, upstream);
  }

  private void startPeer(Bench bench, Upstream upstream) throws InterruptedException {
    try {
      Peer peer = Peer.start(bench.folder("peer"));
      add(Side.PEER, peer.before(upstream), peer);
    } catch (IOException missing) {
      System.out.println("without the peer: " + missing.getMessage());
    }
  }

  private void add(Side side, Target target, AutoCloseable server) {
    running.push(server);
    targets.put(side, target);
  }

  /// Those of the sides that take part.
  List<Side> of(Side... sides) {
    return Stream.of(sides).filter(side -> side == Side.BARE || targets.containsKey(side)).toList();
  }

  /// A round of one side.
  ///
  /// @param threads how many ask at once, each over a connection of its own
  /// @throws IOException when one is not answered as the provider answers
  Round round(Side side, int threads, Duration length) throws IOException, InterruptedException {
    Target target = targets.get(side);
    return target == null
        ? Load.run(threads, length, () -> bare::keep)
        : Load.run(threads, length, () -> new Asking(target, sample.status()));
  }

  @Override
  public void close() throws IOException {
    for (AutoCloseable one : running) {
      try {
        one.close();
      } catch (Exception failure) {
        throw new IOException("a server does not end", failure);
      }
    }
  }
}
