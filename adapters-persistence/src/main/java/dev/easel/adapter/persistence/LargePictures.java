package dev.easel.adapter.persistence;

import dev.easel.domain.image.Arrivals;
import dev.easel.domain.image.Content;
import dev.easel.domain.image.ImageFormat;
import dev.easel.domain.image.Nullable;
import dev.easel.domain.ledger.StoredPicture;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Instant;
import java.util.Optional;

/// Keeps pictures in files that are written beside their places, forced and moved there: large
/// ones, and whatever [SmallPictures] leaves. Safe for use by several threads.
final class LargePictures implements Arrivals {

  private final PictureDirectory root;
  private final long mostBytes;
  private final Tombstones tombstones;
  private final SharedForce force;

  /// @param root where they go
  /// @param mostBytes how long one may be
  /// @param force puts the directory on stable storage
  LargePictures(PictureDirectory root, long mostBytes, Tombstones tombstones, SharedForce force) {
    this.root = root;
    this.mostBytes = mostBytes;
    this.tombstones = tombstones;
    this.force = force;
  }

  @Override
  public Arrival begin() {
    return new ArrivingPicture(root.path(), mostBytes);
  }

  /// Keeps a picture durably.
  StoredPicture keep(Content content) throws IOException {
    StoredPicture kept = content instanceof ArrivedPicture arrived ? keptAsItCame(arrived) : null;
    return kept == null ? keptFromItsBytes(content) : kept;
  }

  private @Nullable StoredPicture keptAsItCame(ArrivedPicture picture) {
    try (IncomingPicture incoming = picture.arrival().handOver()) {
      if (incoming == null) {
        return null;
      }
      picture.arrival().writeRest(incoming);
      return incoming.length() == picture.length() ? kept(incoming, picture) : null;
    } catch (IOException | UncheckedIOException _) {
      return null; // its directory may be gone since
    }
  }

  private StoredPicture keptFromItsBytes(Content content) throws IOException {
    root.make();
    try (IncomingPicture incoming = IncomingPicture.in(root.path(), mostBytes, content)) {
      content.writeTo(incoming);
      return kept(incoming, content);
    }
  }

  private StoredPicture kept(IncomingPicture incoming, Content content) throws IOException {
    incoming.finish();
    ImageFormat format = incoming.format();
    Optional<Dimensions> dimensions = incoming.dimensions();
    @Nullable String known = content.knownSha256();
    String sha256 = known == null ? incoming.sha256() : known;
    tombstones.remove(sha256);
    UntouchedFile file =
        new UntouchedFile(FilePictureStore.place(root.path(), sha256, format), Instant.MAX);
    if (!file.touch(incoming.length())) {
      incoming.moveTo(file.file());
    }
    force.force();
    return FilePictureStore.stored(sha256, format, incoming.length(), dimensions);
  }
}
