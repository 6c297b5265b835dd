package dev.easel.domain.image;

/// A picture that a provider delivered.
///
/// @param revisedPrompt the prompt as the provider rewrote it, if it says so
/// @param providerUrl where the provider offered it, when it was downloaded
public record GeneratedImage(
    Content content, @Nullable String revisedPrompt, @Nullable String providerUrl) {}
