package dev.easel.adapter.openai;

import dev.easel.domain.image.Nullable;
import java.io.IOException;
import java.io.InputStream;
import java.io.InterruptedIOException;
import java.io.UncheckedIOException;
import java.net.ConnectException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/// The one HTTP client. It speaks HTTP/1.1, follows no redirect and repeats no request.
final class Transport {

  private static final Duration CONNECT_TIMEOUT = Duration.ofSeconds(10);

  // All are read once, by the first HTTP client of the JVM, and there is no other way to say them:
  // a name and a password are let through to proxies for HTTPS, and a connection is not used again
  // after it has idled for longer than a second, because the other side may be closing it at that
  // moment, and a paid request that meets this is one of which nobody knows whether it was heard.
  // An answer is read in steps of 128 KiB, since each goes through three threads: a picture of 2 MB
  // takes 2 ms so, and 11 ms in the usual steps of 16 KiB. A waiting connection may hold as much.
  static {
    say("jdk.http.auth.tunneling.disabledSchemes", "");
    say("jdk.httpclient.keepalive.timeout", "1");
    say("jdk.httpclient.bufsize", "131072");
  }

  private final Proxies proxies;
  private final String userAgent;
  private @Nullable HttpClient client;

  Transport(Proxies proxies, String userAgent) {
    this.proxies = proxies;
    this.userAgent = userAgent;
  }

  // Made when the first request is sent: what only reads the log starts without TLS.
  private synchronized HttpClient client() throws ConnectException {
    if (client == null) {
      client = made();
    }
    return client;
  }

  private HttpClient made() throws ConnectException {
    try {
      return HttpClient.newBuilder()
          .version(HttpClient.Version.HTTP_1_1)
          .followRedirects(HttpClient.Redirect.NEVER)
          .connectTimeout(CONNECT_TIMEOUT)
          .proxy(proxies)
          .executor(Executors.newVirtualThreadPerTaskExecutor())
          .build();
    } catch (UncheckedIOException unusable) {
      throw new ConnectException("TLS cannot be used here: " + unusable.getMessage());
    }
  }

  private static void say(String property, String value) {
    if (System.getProperty(property) == null) {
      System.setProperty(property, value);
    }
  }

  /// The proxy on the way to `url`; empty when it is reached directly.
  Optional<ProxyAddress> proxy(URI url) {
    return proxies.proxy(url);
  }

  /// A request to `url` that says who asks, and to a proxy on the way, who may pass.
  HttpRequest.Builder request(URI url) {
    HttpRequest.Builder request = HttpRequest.newBuilder(url).setHeader("User-Agent", userAgent);
    proxy(url)
        .map(ProxyAddress::authorization)
        .ifPresent(value -> request.setHeader("Proxy-Authorization", value));
    return request;
  }

  /// Sends and waits for the head of the answer.
  ///
  /// @throws DeadlinePassed when it does not come in time
  /// @throws ConnectException when nothing was sent
  /// @throws InterruptedIOException when this thread is interrupted
  HttpResponse<InputStream> send(
      HttpRequest request, HttpResponse.BodyHandler<InputStream> body, Deadline deadline)
      throws IOException {
    CompletableFuture<HttpResponse<InputStream>> call = client().sendAsync(request, body);
    try {
      return call.get(deadline.left(), TimeUnit.NANOSECONDS);
    } catch (TimeoutException late) {
      call.cancel(true);
      throw new DeadlinePassed();
    } catch (InterruptedException interruption) {
      call.cancel(true);
      Thread.currentThread().interrupt();
      throw new InterruptedIOException("interrupted before the answer");
    } catch (ExecutionException failure) {
      Throwable cause = Objects.requireNonNullElse(failure.getCause(), failure);
      throw new IOException(cause.getMessage(), cause);
    }
  }
}
