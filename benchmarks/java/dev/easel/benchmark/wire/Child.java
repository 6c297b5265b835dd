package dev.easel.benchmark.wire;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;

/// A process of this run, whose output goes to a file. For use by one thread.
public final class Child implements AutoCloseable {

  private static final int PATIENCE_SECONDS = 60;

  private final Process process;
  private final Path printed;

  private Child(Process process, Path printed) {
    this.process = process;
    this.printed = printed;
  }

  /// Starts one that knows nothing of what this one is told about Easel, providers and proxies.
  ///
  /// @param folder where it runs and its output goes
  /// @throws IOException when it cannot be started
  public static Child start(Path folder, Map<String, String> environment, List<String> command)
      throws IOException {
    Path printed = Files.createTempFile(folder, "printed-", ".txt");
    ProcessBuilder builder =
        new ProcessBuilder(command)
            .directory(folder.toFile())
            .redirectErrorStream(true)
            .redirectOutput(printed.toFile());
    Launcher.setEnvironment(builder, environment);
    return new Child(builder.start(), printed);
  }

  /// Starts this JVM's program with another main class.
  ///
  /// @param flags of the JVM, besides the class path
  /// @throws IOException when it cannot be started
  public static Child java(
      Path folder,
      Map<String, String> environment,
      List<String> flags,
      String main,
      List<String> arguments)
      throws IOException {
    List<String> command = new ArrayList<>();
    command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    command.addAll(flags);
    command.addAll(List.of("--enable-native-access=ALL-UNNAMED", "-cp"));
    command.add(System.getProperty("java.class.path"));
    command.add(main);
    command.addAll(arguments);
    return start(folder, environment, command);
  }

  /// Waits until it has printed this.
  ///
  /// @throws IOException when it ends or says nothing of the kind within a minute
  public MatchResult await(Pattern words) throws IOException, InterruptedException {
    for (int look = 0; look < PATIENCE_SECONDS * 50; look++) {
      var matcher = words.matcher(Files.readString(printed));
      if (matcher.find()) {
        return matcher.toMatchResult();
      }
      if (!process.isAlive()) {
        break;
      }
      TimeUnit.MILLISECONDS.sleep(20);
    }
    throw new IOException(words + " was not said, but: " + Files.readString(printed));
  }

  /// Kills it, which it does not notice.
  public void kill() throws InterruptedException {
    process.destroyForcibly().waitFor();
  }

  /// Waits until it has ended.
  int exitCode() throws InterruptedException {
    return process.waitFor();
  }

  /// The id of its process.
  long id() {
    return process.pid();
  }

  boolean alive() {
    return process.isAlive();
  }

  /// Tells it to end, and kills it when it does not.
  @Override
  public void close() {
    process.destroy();
    try {
      if (!process.waitFor(PATIENCE_SECONDS, TimeUnit.SECONDS)) {
        process.destroyForcibly();
      }
      Files.deleteIfExists(printed);
    } catch (InterruptedException _) {
      process.destroyForcibly();
      Thread.currentThread().interrupt();
    } catch (IOException failure) {
      throw new UncheckedIOException(failure);
    }
  }
}
