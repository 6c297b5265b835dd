package dev.easel.app.http;

import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// A process that runs [ServerMain].
final class ServerJvm implements AutoCloseable {

  private static final Pattern ADDRESS = Pattern.compile("listening on (http://\\S+/) ");
  private static final int PATIENCE_SECONDS = 60;

  private final Process process;
  private final Path printed;

  private ServerJvm(Process process, Path printed) {
    this.process = process;
    this.printed = printed;
  }

  /// Starts one that keeps everything in `directory` and knows nothing of this one's environment.
  static ServerJvm start(Path directory, Map<String, String> environment, String... arguments)
      throws IOException {
    return start(directory, environment, QuickStart.flags(), arguments);
  }

  /// The same with other flags for its JVM, the class path among them.
  static ServerJvm start(
      Path directory, Map<String, String> environment, List<String> flags, String... arguments)
      throws IOException {
    ProcessBuilder builder = java(directory, environment, flags, ServerMain.class, arguments);
    Path printed = Files.createTempFile(directory, "printed", ".txt");
    return new ServerJvm(
        builder.redirectErrorStream(true).redirectOutput(printed.toFile()).start(), printed);
  }

  /// What starts a main class as [#start] starts a server.
  static ProcessBuilder java(
      Path directory,
      Map<String, String> environment,
      List<String> flags,
      Class<?> main,
      String... arguments) {
    List<String> command = new ArrayList<>();
    command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    command.addAll(List.of("-XX:+UseSerialGC", "-XX:TieredStopAtLevel=1"));
    command.add("--enable-native-access=ALL-UNNAMED");
    command.addAll(flags);
    command.add(main.getName());
    command.addAll(List.of(arguments));
    ProcessBuilder builder = new ProcessBuilder(command).directory(directory.toFile());
    builder.environment().keySet().removeIf(name -> name.matches("(?i)(easel|openai)_.*|.*_proxy"));
    builder.environment().put("EASEL_HOME", directory.resolve("data").toString());
    builder.environment().putAll(environment);
    return builder;
  }

  String printed() throws IOException {
    return Files.readString(printed);
  }

  /// Where it listens, as soon as it does.
  URI address() throws Exception {
    await(" - log ");
    Matcher matcher = ADDRESS.matcher(printed());
    assertTrue(matcher.find(), printed());
    return URI.create(matcher.group(1));
  }

  void await(String words) throws Exception {
    for (int look = 0; look < PATIENCE_SECONDS * 20 && !printed().contains(words); look++) {
      assertTrue(process.isAlive(), printed());
      Thread.sleep(50);
    }
    assertTrue(printed().contains(words), printed());
  }

  /// Tells it to stop, as TERM does.
  void stop() {
    process.destroy();
  }

  /// The id of its process.
  long id() {
    return process.pid();
  }

  /// Tells it to stop, as Ctrl-C does.
  void interrupt() throws Exception {
    new ProcessBuilder("kill", "-INT", Long.toString(process.pid())).start().waitFor();
  }

  /// Ends it as SIGKILL does, in the middle of whatever it is at.
  void kill() {
    process.destroyForcibly();
    process.onExit().join();
  }

  int exitCode() throws InterruptedException {
    assertTrue(process.waitFor(PATIENCE_SECONDS, TimeUnit.SECONDS), "it does not end");
    return process.exitValue();
  }

  @Override
  public void close() {
    process.destroyForcibly();
  }
}
