package dev.easel.app.http;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;

/// A provider that refuses, as soon as it is told to.
final class HeldProvider implements AutoCloseable {

  static final String KEY = "sk-canary-71ce0b";

  private final Semaphore calls = new Semaphore(0);
  private final CountDownLatch told = new CountDownLatch(1);
  private final HttpServer http;

  HeldProvider() throws IOException {
    http = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    http.setExecutor(Executors.newVirtualThreadPerTaskExecutor());
    http.createContext("/", this::refuse);
    http.start();
  }

  private void refuse(HttpExchange exchange) throws IOException {
    try (exchange) {
      exchange.getRequestBody().readAllBytes();
      calls.release();
      told.await();
      byte[] words = "{\"error\":{\"code\":\"not_today\"}}".getBytes(StandardCharsets.UTF_8);
      exchange.sendResponseHeaders(400, words.length);
      exchange.getResponseBody().write(words);
    } catch (InterruptedException interrupted) {
      throw new IOException(interrupted);
    }
  }

  /// What makes a server call it.
  Map<String, String> environment() {
    String url = "http://127.0.0.1:" + http.getAddress().getPort() + "/v1";
    return Map.of(
        "OPENAI_BASE_URL", url,
        "OPENAI_API_KEY", KEY,
        "EASEL_PROVIDER_OPENAI_CONCURRENCY", "32");
  }

  /// Waits for so many calls.
  void await(int count) throws InterruptedException {
    if (!calls.tryAcquire(count, 60, TimeUnit.SECONDS)) {
      throw new AssertionError("only " + calls.availablePermits() + " of " + count + " called");
    }
  }

  /// Lets it refuse.
  void tell() {
    told.countDown();
  }

  @Override
  public void close() {
    tell();
    http.stop(0);
  }
}
