package dev.easel.adapter.openai;

import dev.easel.domain.image.ProviderProbe;
import java.io.IOException;
import java.net.Socket;
import java.net.SocketTimeoutException;
import java.net.URI;
import java.net.UnknownHostException;
import java.util.Map;
import java.util.Optional;
import javax.net.ssl.SSLException;

/// Connects and hangs up.
final class ConnectingProbe implements ProviderProbe {

  private static final int PATIENCE_MILLIS = 3_000;

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
      return reached(socket, Route.to(place, proxy.orElse(null)), there);
    } catch (IOException failed) {
      return Optional.of(there + " cannot be reached (" + failed.getMessage() + ")");
    }
  }

  private static Optional<String> reached(Socket socket, Route route, String there)
      throws IOException {
    try {
      socket.connect(route.first(), PATIENCE_MILLIS);
      if (route.secure() && !route.tunnelled()) {
        greet(socket, route);
      }
      return Optional.empty();
    } catch (UnknownHostException _) {
      return Optional.of("the name of " + there + " is not known");
    } catch (SocketTimeoutException _) {
      return Optional.of(there + " does not answer");
    } catch (SSLException untrusted) {
      return Optional.of(there + " gives no trusted connection (" + untrusted.getMessage() + ")");
    }
  }

  private static void greet(Socket socket, Route route) throws IOException {
    socket.setSoTimeout(PATIENCE_MILLIS);
    Connecting.secured(socket, route).close();
  }
}
