package dev.easel.config;

import dev.easel.domain.image.Nullable;
import java.util.List;

/// The proxies that the environment names.
///
/// @param https the value of `HTTPS_PROXY`, null when not set; used for https
/// @param http the value of `http_proxy`, null when not set; used for http
/// @param exceptions the hosts of `NO_PROXY`: names, suffixes with or without a leading dot,
///   addresses, address ranges such as `10.0.0.0/8`, or `*`
public record ProxySettings(
    @Nullable String https, @Nullable String http, List<String> exceptions) {

  /// No proxy.
  public static final ProxySettings NONE = new ProxySettings(null, null, List.of());

  /// Copies the exceptions.
  public ProxySettings {
    exceptions = List.copyOf(exceptions);
  }
}
