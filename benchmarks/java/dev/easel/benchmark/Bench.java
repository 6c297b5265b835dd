package dev.easel.benchmark;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/// What a workload is given: where it may write, how large and from which seed, and where its
/// findings go. For use by one thread.
public final class Bench {

  private final Path folder;
  private final List<Finding> findings = new ArrayList<>();
  private final List<Point> points = new ArrayList<>();
  private final long entries;
  private final long seed;

  /// Writes to a folder.
  ///
  /// @param folder where everything is written; it stays, so that large logs are made once
  /// @param entries the largest log, 10,000 or more
  /// @param seed from which everything random comes
  public Bench(Path folder, long entries, long seed) {
    this.folder = folder;
    this.entries = entries;
    this.seed = seed;
  }

  /// The size of the largest log.
  public long entries() {
    return entries;
  }

  /// From which everything random comes.
  public long seed() {
    return seed;
  }

  /// A folder of this name, which is kept from run to run.
  ///
  /// @throws IOException when it cannot be made
  public Path folder(String name) throws IOException {
    return Files.createDirectories(folder.resolve(name));
  }

  /// A new, empty folder.
  ///
  /// @throws IOException when it cannot be made
  public Path fresh(String name) throws IOException {
    return Files.createTempDirectory(Files.createDirectories(folder.resolve("fresh")), name + "-");
  }

  /// Takes a row of the table.
  public void found(Finding finding) {
    findings.add(finding);
    System.out.printf(
        "%s%n  measured  %s%n  baseline  %s%n  target    %s%n  seen      %s: %s%n",
        finding.work(),
        finding.measured(),
        finding.baseline().isEmpty() ? "-" : finding.baseline(),
        finding.target(),
        finding.ratio(),
        finding.met() ? "met" : "NOT MET");
  }

  /// Takes a point of a drawing.
  public void point(Point point) {
    points.add(point);
    System.out.printf(
        "%s, %s, %,d entries: %.3f ms%n",
        point.plot(), point.series(), point.entries(), point.millis());
  }

  List<Finding> findings() {
    return List.copyOf(findings);
  }

  List<Point> points() {
    return List.copyOf(points);
  }
}
