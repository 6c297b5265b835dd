package dev.easel.benchmark.wire;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import java.util.regex.Pattern;

/// Easel's server in a process of its own, started by the launcher, whose folder is the working
/// one.
public final class EaselServer implements AutoCloseable {

  private static final Pattern ADDRESS = Pattern.compile("listening on (http://\\S+/) ");

  private final Child process;
  private final Path data;
  private final URI url;

  private EaselServer(Child process, Path data, URI url) {
    this.process = process;
    this.data = data;
    this.url = url;
  }

  /// Starts it before a provider.
  ///
  /// @param folder where it keeps everything
  /// @param more of its environment: configuration keys
  /// @throws IOException when it does not listen within a minute
  public static EaselServer start(Path folder, Upstream upstream, Map<String, String> more)
      throws IOException, InterruptedException {
    return start(folder, upstream.url(), more);
  }

  /// Starts it before a provider that nobody will ask.
  ///
  /// @param folder where it keeps everything
  /// @param more of its environment: configuration keys
  /// @throws IOException when it does not listen within a minute
  public static EaselServer toRead(Path folder, Map<String, String> more)
      throws IOException, InterruptedException {
    return start(folder, "http://127.0.0.1:9/v1", more);
  }

  private static EaselServer start(Path folder, String provider, Map<String, String> more)
      throws IOException, InterruptedException {
    Path data = folder.resolve("data");
    Map<String, String> environment = new HashMap<>(more);
    environment.put("EASEL_HOME", data.toString());
    environment.put("OPENAI_BASE_URL", provider);
    environment.put("OPENAI_API_KEY", "sk-benchmark");
    Child process = Child.start(folder, environment, Launcher.command("serve", "--port", "0"));
    return new EaselServer(process, data, URI.create(process.await(ADDRESS).group(1)));
  }

  /// How to ask its provider through it.
  public Target target() {
    return Target.of("Easel", url.getPort(), Map.of());
  }

  /// Where it listens.
  public URI url() {
    return url;
  }

  /// Where it keeps log and pictures.
  public Path data() {
    return data;
  }

  /// The id of its process.
  public long id() {
    return process.id();
  }

  @Override
  public void close() {
    process.close();
  }
}
