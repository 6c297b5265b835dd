package dev.easel.app.tui.command;

import dev.easel.domain.image.Nullable;
import dev.easel.domain.ledger.StoredPicture;
import java.nio.file.Path;
import java.util.Optional;

/// A picture and where it is now.
///
/// @param kept its file in the store, null when it is not there
/// @param written where else it was written, null for nowhere
record DeliveredPicture(StoredPicture picture, @Nullable String kept, @Nullable Path written) {

  /// The place to tell: where the user wanted it, else in the store, else at the provider.
  Optional<String> place() {
    return Optional.ofNullable(written)
        .map(Path::toString)
        .or(() -> Optional.ofNullable(kept))
        .or(() -> Optional.ofNullable(picture.providerUrl()));
  }
}
