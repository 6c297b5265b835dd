package dev.easel.adapter.persistence;

import dev.easel.domain.image.Content;
import dev.easel.domain.image.Nullable;
import java.lang.ref.Cleaner;

/// The bytes of a picture of which most are written to a file already. Nobody need keep it: when
/// nobody can any more, the file is removed.
final class ArrivedPicture implements Content {

  private static final Cleaner FORGOTTEN = Cleaner.create();

  private final Content bytes;
  private final ArrivingPicture arrival;

  /// @param bytes whose hash is known
  /// @param arrival that took them
  ArrivedPicture(Content bytes, ArrivingPicture arrival) {
    this.bytes = bytes;
    this.arrival = arrival;
    FORGOTTEN.register(this, arrival::forget);
  }

  /// Where most of them are.
  ArrivingPicture arrival() {
    return arrival;
  }

  @Override
  public long length() {
    return bytes.length();
  }

  @Override
  public void writeTo(Sink sink) {
    bytes.writeTo(sink);
  }

  @Override
  public @Nullable String knownSha256() {
    return bytes.knownSha256();
  }
}
