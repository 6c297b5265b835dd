package dev.easel.adapter.openai;

import java.io.IOException;
import java.io.InterruptedIOException;
import java.net.URI;
import java.util.Optional;
import org.apache.hc.core5.http.ClassicHttpRequest;
import org.apache.hc.core5.http.message.BasicClassicHttpRequest;

/// The one HTTP client. It speaks HTTP/1.1 on the thread of whoever asks, follows no redirect and
/// repeats no request. Safe for use by several threads.
final class Transport {

  private final Connections connections = new Connections();
  private final Proxies proxies;
  private final String userAgent;

  Transport(Proxies proxies, String userAgent) {
    this.proxies = proxies;
    this.userAgent = userAgent;
  }

  /// The proxy on the way to `url`; empty when it is reached directly.
  Optional<ProxyAddress> proxy(URI url) {
    return proxies.proxy(url);
  }

  /// Sends and waits for the head of the answer, which is to be closed.
  ///
  /// @throws Unreached when nothing was sent
  /// @throws DeadlinePassed when it does not come in time
  /// @throws InterruptedIOException when this thread is interrupted
  HttpReply send(Outgoing outgoing, Deadline deadline) throws IOException {
    Route route = Route.to(outgoing.url(), proxy(outgoing.url()).orElse(null));
    ClassicHttpRequest request = request(outgoing, route);
    Connection connection = connection(route, deadline);
    try {
      return new HttpReply(
          connections,
          connection,
          outgoing.url(),
          request,
          connection.ask(request, outgoing.body()));
    } catch (IOException | RuntimeException | Error failure) {
      connection.close();
      throw failure;
    }
  }

  private Connection connection(Route route, Deadline deadline) throws Unreached {
    try {
      return connections.take(route, deadline);
    } catch (IOException failure) {
      throw new Unreached(failure);
    }
  }

  private ClassicHttpRequest request(Outgoing outgoing, Route route) {
    BasicClassicHttpRequest request =
        new BasicClassicHttpRequest(outgoing.method(), outgoing.url());
    request.addHeader("Host", outgoing.url().getRawAuthority());
    request.addHeader("User-Agent", userAgent);
    outgoing.headers().forEach(request::setHeader);
    if (route.asksProxy()) {
      request.setAbsoluteRequestUri(true);
      route.authorise(request);
    }
    if (outgoing.body() != null) {
      request.addHeader("Content-Length", outgoing.body().length());
    }
    return request;
  }
}
