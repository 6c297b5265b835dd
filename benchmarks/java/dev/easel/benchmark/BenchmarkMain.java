package dev.easel.benchmark;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;

/// Runs workloads and writes what they found. Its arguments are the folder to write to, the size of
/// the largest log, the seed, and the names of the workloads.
public final class BenchmarkMain {

  private BenchmarkMain() {}

  /// Runs the workloads that are named, in their order.
  ///
  /// @param arguments folder, entries, seed, names
  /// @throws IOException when a file or a connection fails
  /// @throws InterruptedException when the run is to end
  public static void main(String[] arguments) throws IOException, InterruptedException {
    List<String> given = List.of(arguments);
    Path folder = Path.of(given.get(0));
    System.out.println(Machine.describe());
    System.out.printf("entries %s, seed %s%n", given.get(1), given.get(2));
    for (String name : given.subList(3, given.size())) {
      Bench bench = new Bench(folder, Long.parseLong(given.get(1)), Long.parseLong(given.get(2)));
      System.out.printf("== %s%n", name);
      Workloads.named(name).run(bench);
      Results.write(folder.resolve("results"), name, bench);
    }
  }
}
