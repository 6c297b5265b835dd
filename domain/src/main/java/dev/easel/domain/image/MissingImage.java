package dev.easel.domain.image;

/// A picture that a provider made and that could not be had: its download failed or was refused.
///
/// @param providerUrl where the provider offers it, null when it gave no place
/// @param reason one sentence
public record MissingImage(@Nullable String providerUrl, String reason) {}
