package dev.easel.config;

import dev.easel.domain.image.Nullable;
import java.time.Duration;
import java.util.List;

/// Where the REST server listens and whom it hears.
///
/// @param host a name or address
/// @param port 0 to 65535; 0 takes a free one
/// @param token demanded of every request when set
/// @param allowedHosts names besides the loopback's that a `Host` header may carry
/// @param stop how long what is under way may take after the wish to stop, in whole seconds
/// @param promptsLogged whether the access log has the prompts that the log keeps
/// @param gatewayKey whose key the gateway's requests carry to the provider
public record ServerSettings(
    String host,
    int port,
    @Nullable Secret token,
    List<String> allowedHosts,
    Duration stop,
    boolean promptsLogged,
    GatewayKey gatewayKey) {

  /// Copies the names.
  public ServerSettings {
    allowedHosts = List.copyOf(allowedHosts);
  }
}
