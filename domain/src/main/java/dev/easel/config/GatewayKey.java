package dev.easel.config;

/// Whose key the gateway's requests carry to the provider.
public enum GatewayKey {
  /// The configured one.
  OWN,
  /// The one that the client sends as `Authorization`; Easel's token then travels as
  /// `x-easel-token`.
  CALLER
}
