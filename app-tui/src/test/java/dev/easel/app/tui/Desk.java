package dev.easel.app.tui;

import dev.easel.app.tui.command.Shell;
import dev.easel.app.tui.command.Surroundings;
import dev.easel.app.tui.command.Wiring;
import dev.easel.domain.image.Nullable;
import dev.easel.domain.ledger.GenerationLog;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// Somebody at a shell: runs commands in this process with a data directory of their own, and reads
/// what they print.
final class Desk implements Surroundings.Stopping {

  private final Path directory;
  private final Map<String, String> environment = new HashMap<>();
  private Surroundings.Terminals terminals = Surroundings.Terminals.NONE;
  private String input = "";
  private int columns = 120;
  private boolean broken;
  private Wiring wiring = TerminalMain.wiring();
  private final List<Integer> left = new ArrayList<>();
  private volatile @Nullable Runnable stop;
  private volatile @Nullable Runnable end;

  Desk(Path directory) {
    this.directory = directory;
    environment.put("EASEL_HOME", data().toString());
  }

  /// What came of a command.
  record Ran(int exitCode, String out, String err) {

    JsonNode json() {
      return JsonMapper.shared().readTree(out);
    }
  }

  Path data() {
    return directory.resolve("data");
  }

  Desk with(String variable, String value) {
    environment.put(variable, value);
    return this;
  }

  Desk typing(String text) {
    input = text;
    return this;
  }

  Desk atTerminal(int width) {
    terminals = new Surroundings.Terminals(true, true, true);
    columns = width;
    return this;
  }

  /// Has its books in a log that is given.
  Desk over(GenerationLog log) {
    wiring = new GivenLog(log);
    return this;
  }

  /// The exit codes with which the process was left at once.
  List<Integer> left() {
    return left;
  }

  Ran easel(String... arguments) {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    ByteArrayOutputStream err = new ByteArrayOutputStream();
    int code = run(out, err, arguments);
    return new Ran(
        code, out.toString(StandardCharsets.UTF_8), err.toString(StandardCharsets.UTF_8));
  }

  /// Runs a command that meets a terminal whose width cannot be told, which nobody expects.
  Ran unexpected(String... arguments) {
    easel("generate", "--sandbox", "a boat");
    List<String> all = new ArrayList<>(List.of(arguments));
    all.add("--sandbox");
    return atBrokenTerminal().easel(all.toArray(String[]::new));
  }

  /// A terminal whose width cannot be told.
  Desk atBrokenTerminal() {
    terminals = new Surroundings.Terminals(true, true, true);
    broken = true;
    environment.put("NO_COLOR", "1");
    return this;
  }

  private int width() {
    if (broken) {
      throw new IllegalStateException("nobody expects this");
    }
    return columns;
  }

  /// Runs a command whose output goes elsewhere.
  ///
  /// @return the exit code
  int run(OutputStream out, OutputStream err, String... arguments) {
    Surroundings surroundings =
        new Surroundings(
            environment,
            directory,
            directory,
            new ByteArrayInputStream(input.getBytes(StandardCharsets.UTF_8)),
            new PrintStream(out, true, StandardCharsets.UTF_8),
            new PrintStream(err, true, StandardCharsets.UTF_8),
            terminals,
            this::width,
            this,
            "test");
    return Shell.run(List.of(arguments), surroundings, wiring);
  }

  /// Presses Ctrl-C, once somebody listens.
  void interrupt() throws InterruptedException {
    signal(() -> stop);
  }

  /// Asks the process to end, once somebody listens.
  void terminate() throws InterruptedException {
    signal(() -> end);
  }

  private static void signal(Supplier<@Nullable Runnable> heard) throws InterruptedException {
    @Nullable Runnable action = heard.get();
    while (action == null) {
      Thread.sleep(5);
      action = heard.get();
    }
    action.run();
  }

  @Override
  public void onInterrupt(Runnable action) {
    stop = action;
  }

  @Override
  public void onTerminate(Runnable action) {
    end = action;
  }

  @Override
  public void leave(int exitCode) {
    left.add(exitCode);
  }
}
