package dev.easel.domain.image;

import java.util.Optional;

/// The port to whether a provider can be reached at all.
@FunctionalInterface
public interface ProviderProbe {

  /// What stands in the way of reaching a provider. Asks for nothing and spends nothing; takes a
  /// few seconds at most.
  ///
  /// @param provider its configured name
  /// @return one sentence; empty when nothing stands in the way
  Optional<String> obstacle(String provider);
}
