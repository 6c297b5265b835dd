package dev.easel.domain.ledger;

import dev.easel.domain.image.Nullable;

/// A picture of an entry.
///
/// @param sha256 64 lower-case hexadecimal digits: its name in the picture store; null when Easel
///   never had its bytes
/// @param format the API's word for the format its bytes show, null when not known
/// @param bytes its length, null when not known
/// @param width in pixels, null when not known
/// @param height in pixels, null when not known
/// @param providerUrl where the provider offered it, null when it came inside the answer
public record StoredPicture(
    @Nullable String sha256,
    @Nullable String format,
    @Nullable Long bytes,
    @Nullable Integer width,
    @Nullable Integer height,
    @Nullable String providerUrl) {

  /// A picture of which only the place at the provider is known.
  public static StoredPicture elsewhere(@Nullable String providerUrl) {
    return new StoredPicture(null, null, null, null, null, providerUrl);
  }

  /// The same picture, offered by the provider at `url`.
  public StoredPicture from(@Nullable String url) {
    return new StoredPicture(sha256, format, bytes, width, height, url);
  }
}
