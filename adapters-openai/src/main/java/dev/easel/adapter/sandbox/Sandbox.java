package dev.easel.adapter.sandbox;

import com.sun.net.httpserver.HttpServer;
import dev.easel.domain.cost.Pricing;
import dev.easel.domain.image.ModelCatalog;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

/// A free local stand-in for the OpenAI Images API.
///
/// It answers `/v1/images/generations`, `/v1/images/edits` and `/v1/models` as OpenAI does, for
/// every model of the catalogue, with pictures drawn from prompt and seed: the same for the same
/// input. It listens on the loopback address only and takes any key but `sk-invalid`. `GET
/// /sandbox/calls` tells how many requests came and how many pictures a provider would have charged
/// for. Beside OpenAI's parameters it knows `seed`.
public final class Sandbox implements AutoCloseable {

  private final HttpServer server;
  private final ExecutorService threads;

  private Sandbox(HttpServer server, ExecutorService threads) {
    this.server = server;
    this.threads = threads;
  }

  /// Starts a sandbox, which runs until it is closed or the process ends.
  ///
  /// @throws IOException when the port is taken
  public static Sandbox start(SandboxSettings settings, ModelCatalog catalog, Pricing pricing)
      throws IOException {
    InetSocketAddress address =
        new InetSocketAddress(InetAddress.getByAddress(new byte[] {127, 0, 0, 1}), settings.port());
    HttpServer server = HttpServer.create(address, 0);
    ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();
    PictureFiles files = new PictureFiles();
    PictureRoute pictures = new PictureRoute(settings, catalog, pricing, files);
    server.setExecutor(threads);
    server.createContext("/", new SandboxHandler(pictures, new ModelRoute(catalog), files));
    server.start();
    return new Sandbox(server, threads);
  }

  /// What clients take as their base URL, ending in `/v1`.
  public URI baseUrl() {
    return URI.create("http://127.0.0.1:" + server.getAddress().getPort() + "/v1");
  }

  /// Stops at once.
  @Override
  public void close() {
    server.stop(0);
    threads.shutdownNow();
  }
}
