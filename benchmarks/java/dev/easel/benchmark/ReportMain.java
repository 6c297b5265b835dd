package dev.easel.benchmark;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// Puts what the workloads found into the tables of a page, between two marks, and draws the
/// points.
public final class ReportMain {

  private static final String BEGIN = "<!-- results -->";
  private static final String END = "<!-- end of results -->";

  private ReportMain() {}

  /// Writes the page and the drawings anew.
  ///
  /// @param arguments the folder with the results, the page, the folder for the drawings
  /// @throws IOException when a file cannot be read or written
  public static void main(String[] arguments) throws IOException {
    Map<String, Results> results = results(Path.of(arguments[0]));
    Path page = Path.of(arguments[1]);
    List<String> drawings = draw(results.values().stream().toList(), Path.of(arguments[2]));
    String text = Files.readString(page);
    int begin = text.indexOf(BEGIN) + BEGIN.length();
    Files.writeString(
        page,
        text.substring(0, begin)
            + "\n\n"
            + tables(results)
            + pictures(drawings)
            + text.substring(text.indexOf(END)));
  }

  private static Map<String, Results> results(Path folder) throws IOException {
    Map<String, Results> results = new TreeMap<>();
    try (Stream<Path> files = Files.list(folder)) {
      for (Path file : files.filter(path -> path.toString().endsWith(".json")).toList()) {
        String name = file.getFileName().toString();
        results.put(name.substring(0, name.length() - ".json".length()), Results.read(file));
      }
    }
    return results;
  }

  private static String tables(Map<String, Results> results) {
    return results.entrySet().stream()
        .map(one -> table(one.getKey(), one.getValue()))
        .collect(Collectors.joining());
  }

  private static String table(String name, Results results) {
    StringBuilder table = new StringBuilder(200);
    table.append(
        String.format(
            Locale.ROOT,
            "### `benchmarks/run --entries %d --seed %d %s`%n%n%s.%n%n",
            results.entries(),
            results.seed(),
            name,
            results.machine()));
    table.append("| work | Easel | baseline, same run | target | seen | met |\n");
    table.append("|---|---|---|---|---|---|\n");
    results.findings().forEach(finding -> table.append(row(finding)));
    return table.append('\n').toString();
  }

  private static String row(Finding finding) {
    List<String> cells =
        List.of(
            finding.work(),
            finding.measured(),
            finding.baseline().isEmpty() ? "–" : finding.baseline(),
            finding.target().isEmpty() ? "–" : finding.target(),
            finding.ratio(),
            finding.target().isEmpty() ? "–" : finding.met() ? "yes" : "**no**");
    return cells.stream()
        .map(cell -> cell.replace("|", "\\|"))
        .collect(Collectors.joining(" | ", "| ", " |\n"));
  }

  private static List<String> draw(List<Results> results, Path folder) throws IOException {
    Map<String, List<Point>> plots =
        results.stream()
            .flatMap(one -> one.points().stream())
            .collect(Collectors.groupingBy(Point::plot, TreeMap::new, Collectors.toList()));
    Files.createDirectories(folder);
    List<String> written = new ArrayList<>();
    for (Map.Entry<String, List<Point>> plot : plots.entrySet()) {
      String name = plot.getKey().toLowerCase(Locale.ROOT).replaceAll("[^a-z0-9]+", "-") + ".svg";
      Files.writeString(folder.resolve(name), Drawing.of(plot.getKey(), plot.getValue()));
      written.add("![%s](%s/%s)%n%n".formatted(plot.getKey(), folder.getFileName(), name));
    }
    return written;
  }

  private static String pictures(List<String> drawings) {
    return String.join("", drawings);
  }
}
