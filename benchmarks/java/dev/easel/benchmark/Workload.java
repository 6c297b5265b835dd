package dev.easel.benchmark;

import java.io.IOException;

/// A group of measurements that run together.
public interface Workload {

  /// Measures, and gives what it found to `bench`.
  ///
  /// @throws IOException when a file or a connection fails
  /// @throws InterruptedException when the run is to end
  void run(Bench bench) throws IOException, InterruptedException;
}
