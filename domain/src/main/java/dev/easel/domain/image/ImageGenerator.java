package dev.easel.domain.image;

/// The port to the provider: one call, one attempt, no retry.
public interface ImageGenerator {

  /// Sends `request` once and waits for its end, which may take minutes.
  ///
  /// Safe for use by several threads. Never throws for what a network or a provider can do; that is
  /// an [Outcome.Failed].
  Outcome generate(ImageRequest request, Watch watch);
}
