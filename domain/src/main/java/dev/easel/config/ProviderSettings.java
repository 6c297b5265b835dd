package dev.easel.config;

import dev.easel.domain.image.Nullable;
import java.net.URI;
import java.time.Duration;
import java.util.Map;

/// A provider that can be asked for pictures.
///
/// @param name by which prices are found and entries are marked
/// @param baseUrl up to and including the version, such as `https://api.openai.com/v1`, without a
///   slash at the end
/// @param apiKey null when the provider wants none
/// @param timeout for a whole call, from sending to the last byte of the answer
/// @param headers to send besides, by name; values may be secrets
/// @param pace how fast this process may call it
public record ProviderSettings(
    String name,
    Dialect dialect,
    URI baseUrl,
    @Nullable Secret apiKey,
    Duration timeout,
    Map<String, Secret> headers,
    Pace pace) {

  /// Copies the headers.
  public ProviderSettings {
    headers = Map.copyOf(headers);
  }

  /// The same provider, called with another key and other headers.
  public ProviderSettings calledWith(Secret key, Map<String, Secret> others) {
    return new ProviderSettings(name, dialect, baseUrl, key, timeout, others, pace);
  }

  /// Whether the provider is known to want a key and none is configured.
  public boolean keyMissing() {
    return apiKey == null
        && switch (dialect) {
          case OPENAI -> "api.openai.com".equals(baseUrl.getHost());
          case AZURE, XAI, OPENROUTER, TOGETHER -> true;
          case LOCALAI, SD_SERVER, VLLM_OMNI, SGLANG -> false;
        };
  }
}
