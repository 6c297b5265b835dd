package dev.easel.benchmark.pictures;

import dev.easel.benchmark.Bench;
import dev.easel.benchmark.Workload;
import java.io.IOException;

/// Large pictures and many requests at once: what they cost in time and in memory.
public final class Pictures implements Workload {

  @Override
  public void run(Bench bench) throws IOException, InterruptedException {
    new LargePictures(bench).run();
    new Crowd(bench).run();
    new LittleMemory(bench).run();
  }
}
