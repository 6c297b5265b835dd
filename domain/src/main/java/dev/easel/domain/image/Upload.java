package dev.easel.domain.image;

/// A picture that travels with a request.
///
/// @param role what the provider is to do with it
/// @param name its file name, without folders, for people
/// @param mediaType such as `image/png`
/// @param sha256 the SHA-256 of its bytes, 64 lower-case hexadecimal digits
public record Upload(Role role, String name, String mediaType, String sha256, Content content) {

  /// What a picture in a request is for; the API's own names in lower case.
  public enum Role {
    /// A picture to work from.
    IMAGE,
    /// The same size as the first picture; its transparent parts may change.
    MASK,
    /// A transparent overlay with marks; newer models only, never with a mask.
    MARKUP
  }
}
