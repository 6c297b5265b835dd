package dev.easel.config;

import dev.easel.domain.image.Nullable;
import java.util.List;

/// Where the REST server listens and whom it hears.
///
/// @param host a name or address
/// @param port 0 to 65535; 0 takes a free one
/// @param token demanded of every request when set
/// @param allowedHosts names besides the loopback's that a `Host` header may carry
public record ServerSettings(
    String host, int port, @Nullable Secret token, List<String> allowedHosts) {

  /// Copies the names.
  public ServerSettings {
    allowedHosts = List.copyOf(allowedHosts);
  }
}
