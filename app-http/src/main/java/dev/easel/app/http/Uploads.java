package dev.easel.app.http;

import dev.easel.domain.image.Content;
import dev.easel.domain.image.ImageFormat;
import dev.easel.domain.image.Upload;
import dev.easel.domain.ledger.CanonicalForm;

/// Makes uploads of bytes that came with a request.
final class Uploads {

  private static final int LONGEST_NAME = 200;

  private Uploads() {}

  /// The upload of a content; its media type is what its bytes show.
  ///
  /// @param name as the client gave it; folders are left out
  static Upload of(Upload.Role role, String name, Content content) {
    String bare = name.substring(Math.max(name.lastIndexOf('/'), name.lastIndexOf('\\')) + 1);
    return new Upload(
        role,
        bare.substring(0, Math.min(bare.length(), LONGEST_NAME)),
        ImageFormat.recognise(content.head(ImageFormat.HEAD_BYTES))
            .map(ImageFormat::mediaType)
            .orElse("application/octet-stream"),
        CanonicalForm.sha256(content),
        content);
  }
}
