package dev.easel.app.http;

import static org.junit.jupiter.api.Assertions.assertTrue;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import dev.easel.domain.ledger.SamplePictures;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// A provider on a port that remembers who called when, and how many at once. It answers with a
/// picture as soon as it is told to, after it has refused as many calls as it was told to.
final class CountingProvider implements AutoCloseable {

  private static final Duration PATIENCE = Duration.ofSeconds(60);
  private static final Pattern PROMPT = Pattern.compile("\"prompt\":\"([^\"]*)\"");
  private static final byte[] PICTURE =
      ("{\"data\":[{\"b64_json\":\""
              + Base64.getEncoder().encodeToString(SamplePictures.twoColours("png", 8, 8))
              + "\"}]}")
          .getBytes(StandardCharsets.UTF_8);
  private static final byte[] REFUSAL =
      "{\"error\":{\"code\":\"rate_limit_exceeded\",\"message\":\"slowly\"}}"
          .getBytes(StandardCharsets.UTF_8);

  /// A call.
  ///
  /// @param nanos when it came
  record Call(String prompt, long nanos) {}

  private final HttpServer http;
  private final CountDownLatch told = new CountDownLatch(1);
  private final List<Call> calls = new ArrayList<>();
  private final AtomicInteger refusals = new AtomicInteger();
  private int atOnce;
  private int mostAtOnce;

  CountingProvider() throws IOException {
    http = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    http.setExecutor(Executors.newVirtualThreadPerTaskExecutor());
    http.createContext("/", this::answer);
    http.start();
  }

  URI url() {
    return URI.create("http://127.0.0.1:" + http.getAddress().getPort() + "/v1");
  }

  /// The next calls are refused, with the wish to be left alone for two seconds.
  void refuse(int count) {
    refusals.set(count);
  }

  /// From now on it answers.
  void go() {
    told.countDown();
  }

  private void answer(HttpExchange exchange) throws IOException {
    try (exchange) {
      String body = new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8);
      came(body);
      told.await();
      Thread.sleep(5);
      boolean refused = refusals.getAndUpdate(left -> Math.max(0, left - 1)) > 0;
      left();
      byte[] words = refused ? REFUSAL : PICTURE;
      exchange.getResponseHeaders().set("Retry-After", "2");
      exchange.sendResponseHeaders(refused ? 429 : 200, words.length);
      exchange.getResponseBody().write(words);
    } catch (InterruptedException interrupted) {
      throw new IOException(interrupted);
    }
  }

  private synchronized void came(String body) {
    Matcher prompt = PROMPT.matcher(body);
    calls.add(new Call(prompt.find() ? prompt.group(1) : "", System.nanoTime()));
    atOnce++;
    mostAtOnce = Math.max(mostAtOnce, atOnce);
    notifyAll();
  }

  private synchronized void left() {
    atOnce--;
  }

  /// Waits until so many have called.
  synchronized void awaitCalls(int count) throws InterruptedException {
    long end = System.nanoTime() + PATIENCE.toNanos();
    while (calls.size() < count) {
      long left = Duration.ofNanos(end - System.nanoTime()).toMillis();
      assertTrue(left > 0, "nobody called");
      wait(left);
    }
  }

  synchronized List<Call> calls() {
    return List.copyOf(calls);
  }

  synchronized int mostAtOnce() {
    return mostAtOnce;
  }

  @Override
  public void close() {
    go();
    http.stop(0);
  }
}
