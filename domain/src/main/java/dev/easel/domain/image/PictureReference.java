package dev.easel.domain.image;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/// What stands in an [Envelope] in place of a picture in base64.
///
/// @param sha256 of the picture's bytes, 64 lower-case hexadecimal digits
/// @param mediaType of a data URL, null where the base64 stood alone
public record PictureReference(String sha256, @Nullable String mediaType) {

  private static final String PICTURE = "easel:picture";
  private static final String DATA_URL = "easel:data-url";

  /// The reference as a plain value.
  public Map<String, @Nullable Object> value() {
    Map<String, @Nullable Object> value = new LinkedHashMap<>();
    value.put(PICTURE, sha256);
    if (mediaType != null) {
      value.put(DATA_URL, mediaType);
    }
    return value;
  }

  /// The reference that a plain value is; empty when it is something else.
  public static Optional<PictureReference> in(@Nullable Object value) {
    if (!(value instanceof Map<?, ?> map) || !(map.get(PICTURE) instanceof String sha256)) {
      return Optional.empty();
    }
    String mediaType = map.get(DATA_URL) instanceof String type ? type : null;
    return Optional.of(new PictureReference(sha256, mediaType));
  }
}
