package dev.easel.app.tui.terminal;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.function.Predicate;
import java.util.stream.Collectors;

/// A shell in a pseudo-terminal, which tmux reads and draws as a terminal does.
final class Pane {

  private static final String PROMPT = "shell>";
  private static final long PATIENCE_SECONDS = 30;

  private final Path directory;

  private Pane(Path directory) {
    this.directory = directory;
  }

  /// @param directory empty; the shell works in it
  static Pane open(Path directory) throws Exception {
    assumeTrue(there("tmux"), "needs tmux");
    Pane pane = new Pane(directory);
    pane.tmux(
        "-f",
        "/dev/null",
        "new-session",
        "-d",
        "-x",
        "60",
        "-y",
        "14",
        "-c",
        directory.toString(),
        "env",
        "-u",
        "NO_COLOR",
        "-u",
        "COLORTERM",
        "PS1=" + PROMPT,
        "bash",
        "--norc");
    pane.await(screen -> screen.contains(PROMPT));
    pane.run("stty -g > before");
    return pane;
  }

  private static boolean there(String program) {
    return Arrays.stream(System.getenv("PATH").split(":", -1))
        .anyMatch(folder -> Files.isExecutable(Path.of(folder, program)));
  }

  private String tmux(String... arguments) throws IOException, InterruptedException {
    List<String> command =
        new ArrayList<>(List.of("tmux", "-S", directory.resolve("socket").toString()));
    command.addAll(List.of(arguments));
    ProcessBuilder builder = new ProcessBuilder(command).redirectErrorStream(true);
    builder.environment().remove("TMUX");
    builder.environment().put("LC_ALL", "C.UTF-8");
    Process process = builder.start();
    String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    assertEquals(0, process.waitFor(), output);
    return output;
  }

  /// Starts a class of these tests, or of Easel, in front of the shell.
  ///
  /// @param under a command that runs the others, empty for none
  void java(String under, String main, String rest) throws Exception {
    Path arguments = directory.resolve("arguments");
    Files.writeString(
        arguments,
        "-XX:+UseSerialGC -XX:TieredStopAtLevel=1 --enable-native-access=ALL-UNNAMED -cp \""
            + System.getProperty("java.class.path")
            + "\" "
            + main);
    Path java = Path.of(System.getProperty("java.home"), "bin", "java");
    type("clear; " + under + " " + java + " @arguments " + rest);
    press("Enter");
  }

  /// Records what is written to the terminal from now on, into a file of the directory.
  Recording record(String name) throws Exception {
    Path file = directory.resolve(name);
    tmux("pipe-pane", "-O", "cat > '" + file + "'");
    return new Recording(file);
  }

  /// Runs a command to its end.
  void run(String command) throws Exception {
    type("clear; " + command + "; echo done$((40 + 2))");
    press("Enter");
    await(screen -> screen.contains("done42"));
  }

  void type(String text) throws Exception {
    tmux("send-keys", "-l", text);
  }

  /// Presses keys by the names that tmux has for them.
  void press(String... keys) throws Exception {
    List<String> words = new ArrayList<>(List.of("send-keys"));
    words.addAll(List.of(keys));
    tmux(words.toArray(String[]::new));
  }

  void paste(String text) throws Exception {
    tmux("set-buffer", text);
    tmux("paste-buffer", "-p");
  }

  void resize(int columns, int rows) throws Exception {
    tmux("resize-window", "-x", Integer.toString(columns), "-y", Integer.toString(rows));
  }

  /// The rows that the terminal shows, once they are as expected.
  String await(Predicate<String> expected) throws Exception {
    long end = System.nanoTime() + TimeUnit.SECONDS.toNanos(PATIENCE_SECONDS);
    String screen = screen();
    while (!expected.test(screen) && System.nanoTime() < end) {
      TimeUnit.MILLISECONDS.sleep(50);
      screen = screen();
    }
    assertTrue(expected.test(screen), screen);
    return screen;
  }

  String await(String text) throws Exception {
    return await(screen -> screen.contains(text));
  }

  /// The rows that the terminal shows, once the program has given way to the shell.
  String awaitShell() throws Exception {
    return await(screen -> screen.stripTrailing().endsWith(PROMPT));
  }

  private String screen() throws Exception {
    return tmux("capture-pane", "-p").lines().collect(Collectors.joining("\n"));
  }

  /// The program that the shell runs.
  ProcessHandle program() throws Exception {
    long shell = Long.parseLong(tmux("display", "-p", "#{pane_pid}").strip());
    return ProcessHandle.of(shell).orElseThrow().children().findFirst().orElseThrow();
  }

  /// The terminal is as it was before any program ran: its modes, its screen and its cursor.
  void assertGivenBack() throws Exception {
    assertEquals(
        "0 1 0", tmux("display", "-p", "#{alternate_on} #{cursor_flag} #{mouse_any_flag}").strip());
    run("stty -g > after");
    assertEquals(
        Files.readString(directory.resolve("before")),
        Files.readString(directory.resolve("after")));
  }

  /// Ends the shell and whatever it runs.
  void close() throws Exception {
    tmux("kill-server");
  }
}
