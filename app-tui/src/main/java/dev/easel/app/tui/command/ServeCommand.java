package dev.easel.app.tui.command;

import dev.easel.domain.image.Nullable;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/// The help and the completion of `easel serve`, which the launcher starts as a program of its own.
@Command(
    name = "serve",
    header = "Run the REST server and its page.",
    sortOptions = false,
    footer = {
      "",
      "Examples:",
      "  easel serve                          http://127.0.0.1:8000",
      "  easel serve --sandbox                play, without a key",
      "  easel serve --port 9000 --set server.token=$(openssl rand -hex 16)",
    })
final class ServeCommand implements Callable<Integer> {

  @Option(
      names = "--port",
      paramLabel = "PORT",
      description = "Where it listens, server.port (8000 unless said).")
  private @Nullable String port;

  @Option(
      names = "--host",
      paramLabel = "HOST",
      description = "The address it listens on, server.host (127.0.0.1 unless said).")
  private @Nullable String host;

  @Override
  public Integer call() {
    String wanted = port == null && host == null ? "" : " with its options";
    throw CommandFailure.wrong(
        "the server is a program of its own; start it" + wanted + " through the easel launcher");
  }
}
