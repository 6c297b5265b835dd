package dev.easel.adapter.persistence;

import dev.easel.domain.image.Content;
import dev.easel.domain.ledger.CanonicalForm;

/// A content whose hash came about with it, as that of a picture of an answer.
final class KnownContent implements Content {

  private final Content content;
  private final String sha256;

  private KnownContent(Content content) {
    this.content = content;
    this.sha256 = CanonicalForm.sha256(content);
  }

  /// The same content, with its hash.
  static Content of(Content content) {
    return new KnownContent(content);
  }

  static Content of(byte[] bytes) {
    return of(Content.of(bytes));
  }

  @Override
  public long length() {
    return content.length();
  }

  @Override
  public void writeTo(Sink sink) {
    content.writeTo(sink);
  }

  @Override
  public String knownSha256() {
    return sha256;
  }
}
