package dev.easel.benchmark.reading;

import dev.easel.benchmark.Bench;
import dev.easel.benchmark.Times;
import dev.easel.benchmark.wire.EaselServer;
import dev.easel.benchmark.wire.Launcher;
import dev.easel.config.LogBackend;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.Map;

/// A log behind Easel's server in a process of its own, asked over one connection. The timer runs
/// in the client, from before a request is sent until all of the answer is there.
final class Served implements AutoCloseable {

  private final HttpClient client = HttpClient.newHttpClient();
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
  Times ask(String path, int often) throws IOException, InterruptedException {
    return ask(client, server.url().resolve(path), often);
  }

  /// Asks some server.
  static Times ask(HttpClient client, URI url, int often) throws IOException, InterruptedException {
    HttpRequest request = HttpRequest.newBuilder(url).build();
    Times times = new Times();
    for (int count = 0; count < often; count++) {
      long start = System.nanoTime();
      var answer = client.send(request, HttpResponse.BodyHandlers.ofByteArray());
      times.add(System.nanoTime() - start);
      if (answer.statusCode() != 200) {
        throw new IOException(url + " answered " + answer.statusCode());
      }
    }
    return times;
  }

  @Override
  public void close() {
    client.close();
    server.close();
  }
}
