package dev.easel.app.tui.picture;

import dev.easel.app.tui.picture.Wanted.Scale;
import dev.easel.domain.image.Nullable;
import dev.easel.domain.image.Raster;
import dev.easel.domain.ledger.PictureStore;
import java.util.Optional;

/// Reads pictures of a store as large as cells have room for them, and keeps what was read lately.
/// Safe for use by several threads.
public final class Previews {

  private static final int LARGEST = 2_048;

  private final PictureStore pictures;
  private final DrawnLately lately;
  private volatile @Nullable Whole whole;

  /// Previews of a store.
  ///
  /// @param mostPixels how many pixels are kept, of all previews together; each takes four bytes
  public Previews(PictureStore pictures, int mostPixels) {
    this.pictures = pictures;
    this.lately = new DrawnLately(mostPixels);
  }

  private record Whole(String sha256, Raster raster) {}

  /// The picture as it is wanted. Reads it unless it was read lately, which may take seconds.
  public Preview draw(Wanted wanted) {
    if (pictures.find(wanted.sha256()).isEmpty()) {
      return absent(wanted.sha256());
    }
    return lately.find(wanted).<Preview>map(drawn -> drawn).orElseGet(() -> drawNow(wanted));
  }

  private Preview drawNow(Wanted wanted) {
    Optional<Preview.Drawn> drawn =
        switch (wanted.scale()) {
          case Scale.Fit() -> fit(wanted);
          case Scale.Full(int left, int top) -> part(wanted, left, top);
        };
    drawn.ifPresent(each -> lately.keep(wanted, each));
    return drawn.<Preview>map(each -> each).orElseGet(() -> absent(wanted.sha256()));
  }

  private Optional<Preview.Drawn> fit(Wanted wanted) {
    return pictures
        .raster(wanted.sha256(), wanted.columns(), wanted.rows() * 2)
        .map(raster -> drawn(raster, raster));
  }

  private Optional<Preview.Drawn> part(Wanted wanted, int left, int top) {
    return whole(wanted.sha256())
        .map(raster -> drawn(raster, raster.part(left, top, wanted.columns(), wanted.rows() * 2)));
  }

  private static Preview.Drawn drawn(Raster all, Raster seen) {
    return new Preview.Drawn(seen, all.width(), all.height());
  }

  // Whoever moves about in a large picture asks for many parts of the same one.
  private Optional<Raster> whole(String sha256) {
    Whole last = whole;
    if (last != null && last.sha256.equals(sha256)) {
      return Optional.of(last.raster);
    }
    Optional<Raster> raster = pictures.raster(sha256, LARGEST, LARGEST);
    raster.ifPresent(each -> whole = new Whole(sha256, each));
    return raster;
  }

  private Preview absent(String sha256) {
    if (pictures.find(sha256).isPresent()) {
      return new Preview.Undrawable();
    }
    return pictures.deleted(sha256) ? new Preview.Pruned() : new Preview.Missing();
  }
}
