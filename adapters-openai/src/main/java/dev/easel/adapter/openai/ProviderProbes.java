package dev.easel.adapter.openai;

import dev.easel.config.ProviderSettings;
import dev.easel.config.ProxySettings;
import dev.easel.domain.image.ProviderProbe;
import java.net.URI;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/// Makes the probe that tries to reach providers.
public final class ProviderProbes {

  private ProviderProbes() {}

  /// A probe that connects to a provider, or to the proxy on the way there, and says no more than
  /// hello. Safe for use by several threads.
  ///
  /// @throws IllegalArgumentException with one sentence when a proxy cannot be used
  public static ProviderProbe of(List<ProviderSettings> providers, ProxySettings proxies) {
    Map<String, URI> places = new HashMap<>();
    providers.forEach(provider -> places.put(provider.name(), provider.baseUrl()));
    return new ConnectingProbe(places, new Proxies(proxies));
  }
}
