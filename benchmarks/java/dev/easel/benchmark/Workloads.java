package dev.easel.benchmark;

import dev.easel.benchmark.gateway.GatewayWorkload;
import dev.easel.benchmark.history.GenerateWorkload;
import dev.easel.benchmark.pictures.Pictures;
import dev.easel.benchmark.pure.PureWorkload;
import dev.easel.benchmark.reading.ReadingWorkload;
import dev.easel.benchmark.reading.RedrawWorkload;
import dev.easel.benchmark.start.StartingWorkload;
import dev.easel.benchmark.writing.WritingWorkload;
import java.util.Map;
import java.util.TreeMap;

/// The workloads by their names.
final class Workloads {

  private static final Map<String, Workload> BY_NAME =
      new TreeMap<>(
          Map.of(
              "gateway", new GatewayWorkload(),
              "generate", new GenerateWorkload(),
              "pictures", new Pictures(),
              "pure", new PureWorkload(),
              "reading", new ReadingWorkload(),
              "redraw", new RedrawWorkload(),
              "starting", new StartingWorkload(),
              "writing", new WritingWorkload()));

  private Workloads() {}

  /// @throws IllegalArgumentException when there is none of this name
  static Workload named(String name) {
    Workload workload = BY_NAME.get(name);
    if (workload == null) {
      throw new IllegalArgumentException(
          "no workload is named " + name + "; there are " + BY_NAME.keySet());
    }
    return workload;
  }
}
