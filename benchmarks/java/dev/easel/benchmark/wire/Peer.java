package dev.easel.benchmark.wire;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;

/// The gateway that Easel is compared with, `@portkey-ai/gateway`, in a process of its own. It
/// keeps neither pictures nor a log.
public final class Peer implements AutoCloseable {

  /// Its name and version at npm.
  public static final String PACKAGE = "@portkey-ai/gateway@1.15.2";

  private static final String MAIN = "node_modules/@portkey-ai/gateway/build/start-server.js";
  private static final Pattern READY = Pattern.compile("(?i)ready|running");

  private final Child process;
  private final int port;

  private Peer(Child process, int port) {
    this.process = process;
    this.port = port;
  }

  /// Starts it; what is not installed yet is fetched with npm.
  ///
  /// @param folder where it is installed
  /// @throws IOException when node or npm is missing
  public static Peer start(Path folder) throws IOException, InterruptedException {
    int port = Ports.free();
    Child process = Child.start(folder, Map.of("NODE_ENV", "production"), command(folder, port));
    process.await(READY);
    return new Peer(process, port);
  }

  /// How to start it; what is not installed yet is fetched with npm.
  ///
  /// @param folder where it is installed
  /// @throws IOException when npm is missing
  public static List<String> command(Path folder, int port)
      throws IOException, InterruptedException {
    if (Files.notExists(folder.resolve(MAIN))) {
      install(folder);
    }
    return List.of("node", folder.resolve(MAIN).toString(), "--port=" + port, "--headless");
  }

  private static void install(Path folder) throws IOException, InterruptedException {
    List<String> command = List.of("npm", "install", "--no-audit", "--ignore-scripts", PACKAGE);
    Process npm = new ProcessBuilder(command).directory(folder.toFile()).inheritIO().start();
    if (npm.waitFor() != 0) {
      throw new IOException("npm did not install " + PACKAGE);
    }
  }

  /// How to ask this provider through it.
  public Target before(Upstream upstream) {
    return Target.of(
        "peer",
        port,
        Map.of("x-portkey-provider", "openai", "x-portkey-custom-host", upstream.url()));
  }

  @Override
  public void close() {
    process.close();
  }
}
