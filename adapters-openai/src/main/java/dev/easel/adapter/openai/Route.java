package dev.easel.adapter.openai;

import dev.easel.domain.image.Nullable;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.UnknownHostException;
import org.apache.hc.core5.http.HttpRequest;

/// The way to a host: whoever goes the same way may use the same connection.
///
/// @param host a name or an address, without brackets
/// @param secure whether TLS is spoken
/// @param proxy in between, null when the host is reached directly
record Route(String host, int port, boolean secure, @Nullable ProxyAddress proxy) {

  private static final int HTTP = 80;
  private static final int HTTPS = 443;

  /// The way to `url`.
  ///
  /// @throws IllegalArgumentException when it names no host
  static Route to(URI url, @Nullable ProxyAddress proxy) {
    if (url.getHost() == null) {
      throw new IllegalArgumentException("a URL without a host");
    }
    return new Route(bare(url.getHost()), port(url), isSecure(url), proxy);
  }

  /// The port of `url`, be it said or the usual one.
  static int port(URI url) {
    int usual = isSecure(url) ? HTTPS : HTTP;
    return url.getPort() < 0 ? usual : url.getPort();
  }

  private static boolean isSecure(URI url) {
    return "https".equalsIgnoreCase(url.getScheme());
  }

  /// Where the first connection leads.
  ///
  /// @throws UnknownHostException when the name is not known
  InetSocketAddress first() throws UnknownHostException {
    InetSocketAddress address =
        proxy == null
            ? new InetSocketAddress(host, port)
            : new InetSocketAddress(bare(proxy.host()), proxy.port());
    if (address.isUnresolved()) {
      throw new UnknownHostException(address.getHostString());
    }
    return address;
  }

  /// Host and port as HTTP writes them.
  String authority() {
    return (host.indexOf(':') < 0 ? host : "[" + host + "]") + ":" + port;
  }

  /// Whether the proxy only hands bytes on.
  boolean tunnelled() {
    return proxy != null && secure;
  }

  /// Whether the proxy itself is asked, which has to be told the whole URL.
  boolean asksProxy() {
    return proxy != null && !secure;
  }

  /// Tells the proxy who asks.
  void authorise(HttpRequest request) {
    if (proxy != null && proxy.authorization() != null) {
      request.setHeader("Proxy-Authorization", proxy.authorization());
    }
  }

  private static String bare(String host) {
    return host.startsWith("[") ? host.substring(1, host.length() - 1) : host;
  }
}
