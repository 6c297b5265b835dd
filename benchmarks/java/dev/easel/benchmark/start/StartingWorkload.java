package dev.easel.benchmark.start;

import dev.easel.benchmark.Bench;
import dev.easel.benchmark.Finding;
import dev.easel.benchmark.Median;
import dev.easel.benchmark.Times;
import dev.easel.benchmark.Workload;
import dev.easel.benchmark.history.LogGenerator;
import dev.easel.benchmark.wire.Launcher;
import dev.easel.benchmark.wire.Peer;
import dev.easel.benchmark.wire.Ports;
import dev.easel.benchmark.wire.Target;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.TimeUnit;

/// Starts Easel through its launcher as a user does: two commands, the server, and the dashboard in
/// a pseudo-terminal, each beside a bare JVM or the peer.
public final class StartingWorkload implements Workload {

  private static final int ENTRIES = 1_000;
  private static final int SETTLING_SECONDS = 2;
  private static final String BARE = "a bare JVM";

  @Override
  public void run(Bench bench) throws IOException, InterruptedException {
    Path data = bench.fresh("starting");
    fill(bench, data);
    commands(bench, data);
    dashboard(bench, data);
    server(bench, data);
  }

  private static void fill(Bench bench, Path data) throws IOException, InterruptedException {
    Path lines = data.resolve("lines.jsonl");
    new LogGenerator(bench.seed(), ENTRIES).write(lines);
    ended(data, Launcher.command("import", lines.toString()));
  }

  private static void commands(Bench bench, Path data) throws IOException, InterruptedException {
    List<List<String>> asked = List.of(List.of("log", "-n", "20"), List.of("generate", "--help"));
    Starts starts = new Starts();
    starts.add(BARE, () -> ended(data, hello()));
    for (List<String> arguments : asked) {
      starts.add(
          name(arguments), () -> ended(data, Launcher.command(arguments.toArray(String[]::new))));
    }
    starts.run();
    for (List<String> arguments : asked) {
      String work = "`" + name(arguments) + "`, the whole process";
      bench.found(within(work, starts.of(name(arguments)), BARE, starts.of(BARE), 250));
    }
  }

  private static void dashboard(Bench bench, Path data) throws IOException, InterruptedException {
    Starts starts = new Starts();
    starts.add(BARE, () -> shown(data, hello(), HelloMain.GREETING));
    starts.add("dashboard", () -> shown(data, Launcher.command(), "Overview"));
    starts.run();
    String work = "first frame of the dashboard, from the start of its terminal";
    bench.found(within(work, starts.of("dashboard"), BARE, starts.of(BARE), 300));
  }

  private static void server(Bench bench, Path data) throws IOException, InterruptedException {
    Path folder = bench.folder("peer");
    List<Long> ours = new ArrayList<>();
    List<Long> theirs = new ArrayList<>();
    Starts starts = new Starts();
    starts.add("peer", () -> peerAnswered(folder, theirs));
    starts.add("server", () -> easelAnswered(data, ours));
    starts.run();
    bench.found(
        within(
            "server, from its start to the first answer",
            starts.of("server"),
            "peer",
            starts.of("peer"),
            500));
    bench.found(memory(Median.of(ours), Median.of(theirs)));
  }

  private static Finding within(
      String work, Times measured, String other, Times baseline, double bound) {
    double median = measured.millis(0.5);
    return new Finding(
        work,
        measured.toString(),
        other + " " + baseline,
        String.format(Locale.ROOT, "under %.0f ms", bound),
        String.format(Locale.ROOT, "%.0f ms", median),
        median < bound);
  }

  private static Finding memory(long ours, long theirs) {
    return new Finding(
        "server, idle, memory resident after a first answer",
        megabytes(ours),
        "peer " + megabytes(theirs),
        "under 100 MB",
        megabytes(ours),
        ours < 100_000_000);
  }

  private static String megabytes(long bytes) {
    return String.format(Locale.ROOT, "%.0f MB", bytes / 1e6);
  }

  private static long ended(Path data, List<String> command)
      throws IOException, InterruptedException {
    try (Launched launched = Launched.start(data, command)) {
      return launched.untilEnded();
    }
  }

  private static long shown(Path data, List<String> command, String words) throws IOException {
    try (Launched launched = Launched.start(data, Launcher.inTerminal(command))) {
      long took = launched.untilSaid(words);
      launched.type("q");
      return took;
    }
  }

  private static long easelAnswered(Path data, List<Long> memory)
      throws IOException, InterruptedException {
    int port = Ports.free();
    List<String> command = Launcher.command("serve", "--port", Integer.toString(port));
    return answered(data, command, Target.page("easel", port, "/health"), memory);
  }

  private static long peerAnswered(Path folder, List<Long> memory)
      throws IOException, InterruptedException {
    int port = Ports.free();
    List<String> command = Peer.command(folder, port);
    return answered(folder, command, Target.page("peer", port, "/"), memory);
  }

  private static long answered(Path data, List<String> command, Target target, List<Long> memory)
      throws IOException, InterruptedException {
    try (Launched launched = Launched.start(data, command)) {
      long took = launched.untilAnswered(target);
      TimeUnit.SECONDS.sleep(SETTLING_SECONDS);
      memory.add(launched.resident());
      return took;
    }
  }

  private static List<String> hello() {
    Path java = Path.of(System.getProperty("java.home"), "bin", "java");
    String classes = HelloMain.class.getProtectionDomain().getCodeSource().getLocation().getPath();
    return List.of(java.toString(), "-cp", classes, HelloMain.class.getName());
  }

  private static String name(List<String> arguments) {
    return "easel " + String.join(" ", arguments);
  }
}
