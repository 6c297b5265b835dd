package dev.easel.domain.image;

/// A caller's own key for the provider, for one request. It is sent and kept nowhere, and does not
/// print.
///
/// @param key what stands after `Bearer`
/// @param organization the value of `OpenAI-Organization`, null when there was none
/// @param project the value of `OpenAI-Project`, null when there was none
public record Credential(String key, @Nullable String organization, @Nullable String project) {

  @Override
  public String toString() {
    return "***";
  }
}
