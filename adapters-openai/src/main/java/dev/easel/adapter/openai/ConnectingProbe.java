package dev.easel.adapter.openai;

import dev.easel.domain.image.ProviderProbe;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.SocketTimeoutException;
import java.net.URI;
import java.util.Map;
import java.util.Optional;
import javax.net.ssl.SSLException;
import javax.net.ssl.SSLParameters;
import javax.net.ssl.SSLSocket;
import javax.net.ssl.SSLSocketFactory;

/// Connects and hangs up.
final class ConnectingProbe implements ProviderProbe {

  private static final int PATIENCE_MILLIS = 3_000;
  private static final int HTTP = 80;
  private static final int HTTPS = 443;

  private final Map<String, URI> places;
  private final Proxies proxies;

  ConnectingProbe(Map<String, URI> places, Proxies proxies) {
    this.places = Map.copyOf(places);
    this.proxies = proxies;
  }

  @Override
  public Optional<String> obstacle(String provider) {
    URI place = places.get(provider);
    if (place == null) {
      return Optional.of("no provider is called " + provider);
    }
    Optional<ProxyAddress> proxy = proxies.proxy(place);
    String there = proxy.map(address -> "the proxy " + address).orElse(place.getHost());
    try (Socket socket = new Socket()) {
      return reached(socket, place, proxy, there);
    } catch (IOException failed) {
      return Optional.of(there + " cannot be reached (" + failed.getMessage() + ")");
    }
  }

  private static Optional<String> reached(
      Socket socket, URI place, Optional<ProxyAddress> proxy, String there) throws IOException {
    boolean secure = "https".equalsIgnoreCase(place.getScheme());
    InetSocketAddress address =
        proxy
            .map(named -> new InetSocketAddress(named.host(), named.port()))
            .orElseGet(() -> new InetSocketAddress(place.getHost(), port(place, secure)));
    if (address.isUnresolved()) {
      return Optional.of("the name of " + there + " is not known");
    }
    try {
      socket.connect(address, PATIENCE_MILLIS);
      if (secure && proxy.isEmpty()) {
        greet(socket, place, address.getPort());
      }
      return Optional.empty();
    } catch (SocketTimeoutException _) {
      return Optional.of(there + " does not answer");
    } catch (SSLException untrusted) {
      return Optional.of(there + " gives no trusted connection (" + untrusted.getMessage() + ")");
    }
  }

  private static int port(URI place, boolean secure) {
    return place.getPort() >= 0 ? place.getPort() : secure ? HTTPS : HTTP;
  }

  private static void greet(Socket socket, URI place, int port) throws IOException {
    socket.setSoTimeout(PATIENCE_MILLIS);
    SSLSocketFactory factory = (SSLSocketFactory) SSLSocketFactory.getDefault();
    try (SSLSocket secured =
        (SSLSocket) factory.createSocket(socket, place.getHost(), port, true)) {
      SSLParameters parameters = secured.getSSLParameters();
      parameters.setEndpointIdentificationAlgorithm("HTTPS");
      secured.setSSLParameters(parameters);
      secured.startHandshake();
    }
  }
}
