package dev.easel.benchmark;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import tools.jackson.databind.SerializationFeature;
import tools.jackson.databind.json.JsonMapper;

/// What a workload found, as a file.
///
/// @param machine where it ran
/// @param entries the size of the largest log
/// @param seed from which everything random came
record Results(
    String machine, long entries, long seed, List<Finding> findings, List<Point> points) {

  private static final JsonMapper JSON =
      JsonMapper.builder().enable(SerializationFeature.INDENT_OUTPUT).build();

  /// Writes it to `NAME.json`.
  static void write(Path folder, String name, Bench bench) throws IOException {
    Results results =
        new Results(
            Machine.describe(), bench.entries(), bench.seed(), bench.findings(), bench.points());
    Files.createDirectories(folder);
    Files.writeString(folder.resolve(name + ".json"), JSON.writeValueAsString(results) + "\n");
  }

  /// Reads it back.
  static Results read(Path file) throws IOException {
    return JSON.readValue(Files.readString(file), Results.class);
  }
}
