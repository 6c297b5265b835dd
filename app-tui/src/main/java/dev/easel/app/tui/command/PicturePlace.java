package dev.easel.app.tui.command;

import dev.easel.domain.ledger.PictureStore;
import dev.easel.domain.ledger.StoredPicture;
import java.util.Optional;

/// Where a picture of an entry is, for people.
record PicturePlace(StoredPicture picture, PictureStore store) {

  /// Its file, or what became of it.
  String words() {
    String name = picture.sha256();
    if (name == null) {
      return Optional.ofNullable(picture.providerUrl()).orElse("lost");
    }
    return store.find(name).map(PictureStore.Picture::path).orElseGet(() -> gone(name));
  }

  private String gone(String name) {
    return store.deleted(name) ? "deleted (" + name + ")" : "not there any more (" + name + ")";
  }

  /// One sentence when it was stored and is not there now.
  Optional<String> trouble() {
    return Optional.ofNullable(picture.sha256())
        .filter(name -> store.find(name).isEmpty())
        .map(name ->
            store.deleted(name)
                ? "the picture " + name + " has been deleted; its entry is kept"
                : "the picture " + name + " is not there any more");
  }
}
