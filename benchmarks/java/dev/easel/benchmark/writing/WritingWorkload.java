package dev.easel.benchmark.writing;

import dev.easel.benchmark.Bench;
import dev.easel.benchmark.Workload;
import java.io.IOException;

/// What writing to the log costs: durable appends, and an import.
public final class WritingWorkload implements Workload {

  @Override
  public void run(Bench bench) throws IOException, InterruptedException {
    new Appends(bench).run();
    new Imports(bench).run();
  }
}
