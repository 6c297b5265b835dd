package dev.easel.adapter.openai;

import dev.easel.config.ProxySettings;
import dev.easel.domain.image.Nullable;
import java.net.URI;
import java.util.Optional;

/// Chooses the proxy for a URL as the environment asks. The machine itself is never reached through
/// a proxy.
final class Proxies {

  private final @Nullable ProxyAddress https;
  private final @Nullable ProxyAddress http;
  private final ProxyExceptions exceptions;

  /// @throws IllegalArgumentException with one sentence when a proxy is named in a way that cannot
  ///   be used
  Proxies(ProxySettings settings) {
    https = named("HTTPS_PROXY", settings.https());
    http = named("http_proxy", settings.http());
    exceptions = new ProxyExceptions(settings.exceptions());
  }

  private static @Nullable ProxyAddress named(String variable, @Nullable String value) {
    return value == null || value.isBlank() ? null : ProxyAddress.parse(variable, value.strip());
  }

  /// The proxy for `url`; empty when it is reached directly.
  Optional<ProxyAddress> proxy(URI url) {
    ProxyAddress named = "https".equalsIgnoreCase(url.getScheme()) ? https : http;
    return named == null || exceptions.hold(url) ? Optional.empty() : Optional.of(named);
  }
}
