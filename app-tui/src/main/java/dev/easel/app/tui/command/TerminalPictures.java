package dev.easel.app.tui.command;

import dev.easel.app.tui.terminal.PictureSource;
import dev.easel.domain.image.Content;
import dev.easel.domain.image.Nullable;
import dev.easel.domain.ledger.PictureStore;
import java.nio.ByteBuffer;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;

/// Pictures for a terminal that draws them itself, from the thumbnails of the store. Each is made
/// on a thread of its own; of those that were asked for, the last ones are kept.
final class TerminalPictures implements PictureSource {

  private static final int MOST = 64;
  private static final int HEIGHT_AT = 20;

  private final CompletableFuture<PictureStore> store;
  private final Runnable ready;
  private final Map<Wish, Optional<byte[]>> made = new LinkedHashMap<>(16, 0.75f, true);

  /// @param store the pictures, once they are open
  /// @param ready called when a picture that was not there can be asked for again
  TerminalPictures(CompletableFuture<PictureStore> store, Runnable ready) {
    this.store = store;
    this.ready = ready;
  }

  /// A picture that is at most so large.
  private record Wish(String sha256, int width, int height) {}

  @Override
  public synchronized byte @Nullable [] png(String sha256, int width, int height) {
    Wish wish = new Wish(sha256, width, height);
    Optional<byte[]> known = made.get(wish);
    if (known == null) {
      made.put(wish, Optional.empty());
      Thread.ofVirtual().name("easel-png").start(() -> make(wish));
      return null;
    }
    return known.orElse(null);
  }

  private void make(Wish wish) {
    try {
      keep(wish, fitting(wish, store.join()));
    } catch (Content.ContentUnavailable _) {
      // The cells below say what became of it.
    }
  }

  private synchronized void keep(Wish wish, Optional<byte[]> png) {
    made.put(wish, png);
    if (made.size() > MOST) {
      made.remove(made.keySet().iterator().next());
    }
    if (png.isPresent()) {
      ready.run();
    }
  }

  private static Optional<byte[]> fitting(Wish wish, PictureStore store) {
    Optional<byte[]> png = png(store, wish.sha256(), wish.width());
    int height = png.map(bytes -> ByteBuffer.wrap(bytes).getInt(HEIGHT_AT)).orElse(0);
    return height <= wish.height()
        ? png
        : png(store, wish.sha256(), (int) ((long) wish.width() * wish.height() / height));
  }

  private static Optional<byte[]> png(PictureStore store, String sha256, int width) {
    return store.thumbnail(sha256, width).map(PictureStore.Picture::content).map(Content::bytes);
  }
}
