package dev.easel.benchmark.reading;

import dev.easel.benchmark.Bench;
import dev.easel.benchmark.Times;
import dev.easel.benchmark.wire.Connection;
import dev.easel.benchmark.wire.EaselServer;
import dev.easel.benchmark.wire.Launcher;
import dev.easel.benchmark.wire.Target;
import dev.easel.config.LogBackend;
import java.io.IOException;
import java.net.URI;
import java.util.Map;

/// A log behind Easel's server in a process of its own, asked over one connection at a time. The
/// timer runs in the client, from before a request is sent until all of the answer is there.
final class Served implements AutoCloseable {

  private final EaselServer server;

  private Served(EaselServer server) {
    this.server = server;
  }

  /// Starts a server on a log.
  static Served start(Bench bench, Store store) throws IOException, InterruptedException {
    LogBackend backend = store.settings().backend();
    Map<String, String> configured =
        Map.of(
            "EASEL_LOG_BACKEND", Launcher.word(backend),
            "EASEL_LOG_PATH", store.settings().path().toString());
    return new Served(EaselServer.toRead(bench.fresh("served"), configured));
  }

  /// Asks so often for the same.
  Times ask(String path, int often) throws IOException {
    return ask(server.url(), path, often);
  }

  /// Asks some server.
  static Times ask(URI url, String path, int often) throws IOException {
    Times times = new Times();
    try (Connection connection = new Connection(Target.page(url.toString(), url.getPort(), path))) {
      for (int count = 0; count < often; count++) {
        Connection.Answer answer = connection.ask();
        times.add(answer.nanos());
        if (answer.status() != 200) {
          throw new IOException(url + path + " answered " + answer.status());
        }
      }
    }
    return times;
  }

  @Override
  public void close() {
    server.close();
  }
}
