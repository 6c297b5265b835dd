package dev.easel.adapter.sandbox;

import java.time.Duration;
import java.util.List;

/// How a sandbox behaves.
///
/// @param port where it listens on the loopback address, 0 to 65535; 0 takes a free one
/// @param latency how long it lets a request wait before it answers
/// @param faults what goes wrong, the first that applies to a request wins
public record SandboxSettings(int port, Latency latency, List<FaultPlan> faults) {

  /// A free port, no delay, no faults.
  public static final SandboxSettings QUIET = new SandboxSettings(0, Latency.NONE, List.of());

  /// Copies the faults.
  ///
  /// @throws IllegalArgumentException when there is no such port
  public SandboxSettings {
    if (port < 0 || port > 65_535) {
      throw new IllegalArgumentException(port + " is no port; ports are 0 to 65535");
    }
    faults = List.copyOf(faults);
  }

  /// Between so long and so long, both inclusive.
  public record Latency(Duration least, Duration most) {
    /// No delay.
    public static final Latency NONE = new Latency(Duration.ZERO, Duration.ZERO);

    /// Reads `2s`, `300ms` or `1s..5s`, up to ten minutes.
    ///
    /// @throws IllegalArgumentException with one sentence when it is none
    public static Latency parse(String text) {
      String[] ends = text.split("\\.\\.", 2);
      Duration least = Durations.parse(ends[0]);
      Duration most = ends.length == 1 ? least : Durations.parse(ends[1]);
      if (most.compareTo(least) < 0) {
        throw new IllegalArgumentException("the latency " + text + " ends before it begins");
      }
      return new Latency(least, most);
    }

    /// The delay of the n-th request, the same for the same number.
    Duration of(long request) {
      long span = most.minus(least).toMillis();
      long step = span == 0 ? 0 : Math.floorMod((request * 0x9E3779B97F4A7C15L) >>> 16, span + 1);
      return least.plusMillis(step);
    }
  }
}
