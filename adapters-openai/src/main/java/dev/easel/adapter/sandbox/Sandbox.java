package dev.easel.adapter.sandbox;

import com.sun.net.httpserver.HttpServer;
import dev.easel.domain.cost.Pricing;
import dev.easel.domain.image.ModelCatalog;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.time.InstantSource;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

/// A free local stand-in for the OpenAI Images API.
///
/// It answers `/v1/images/generations`, `/v1/images/edits` and `/v1/models` as OpenAI does, for
/// every model of the catalogue, with pictures drawn from prompt and seed: the same for the same
/// input. It listens on the loopback address only and takes any key but `sk-invalid`. `GET
/// /sandbox/calls` tells how many requests came and how many pictures a provider would have charged
/// for. Beside OpenAI's parameters it knows `seed`; others that OpenAI does not have it passes
/// over. `auto` and what is not said are decided by the request alone: the size by the shape of the
/// picture to change or by the prompt, quality as `medium`, background as `opaque`.
public final class Sandbox implements AutoCloseable {

  private final HttpServer server;
  private final ExecutorService threads;
  private final Workshop workshop;

  private Sandbox(HttpServer server, ExecutorService threads, Workshop workshop) {
    this.server = server;
    this.threads = threads;
    this.workshop = workshop;
  }

  /// Starts a sandbox, which runs until it is closed or the process ends.
  ///
  /// @throws IOException when the port cannot be had
  public static Sandbox start(SandboxSettings settings, ModelCatalog catalog, Pricing pricing)
      throws IOException {
    HttpServer server = listener(settings.port());
    ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();
    Workshop workshop = new Workshop();
    PictureFiles files = new PictureFiles(InstantSource.system());
    PictureRoute pictures = new PictureRoute(settings, catalog, pricing, files, workshop);
    server.setExecutor(threads);
    server.createContext("/", new SandboxHandler(pictures, new ModelRoute(catalog), files));
    server.start();
    return new Sandbox(server, threads, workshop);
  }

  private static HttpServer listener(int port) throws IOException {
    InetAddress loopback = InetAddress.getByAddress(new byte[] {127, 0, 0, 1});
    return HttpServer.create(new InetSocketAddress(loopback, port), 0);
  }

  /// What clients take as their base URL, ending in `/v1`.
  public URI baseUrl() {
    return URI.create("http://127.0.0.1:" + server.getAddress().getPort() + "/v1");
  }

  /// Stops at once; requests under way see their connection end.
  @Override
  public void close() {
    server.stop(0);
    threads.shutdownNow();
    workshop.close();
  }
}
