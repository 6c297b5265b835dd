package dev.easel.benchmark.history;

import dev.easel.benchmark.Bench;
import dev.easel.benchmark.Workload;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/// Writes a log of the wanted size, to be looked at or imported, and measures nothing.
public final class GenerateWorkload implements Workload {

  @Override
  public void run(Bench bench) throws IOException, InterruptedException {
    Path file = bench.folder("generated").resolve(bench.entries() + ".jsonl");
    long start = System.nanoTime();
    new LogGenerator(bench.seed(), bench.entries()).write(file);
    double seconds = (System.nanoTime() - start) / 1e9;
    System.out.printf(
        "%s: %,d bytes, %,.0f lines/s%n", file, Files.size(file), bench.entries() / seconds);
  }
}
