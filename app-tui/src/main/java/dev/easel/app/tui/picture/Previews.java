package dev.easel.app.tui.picture;

import dev.easel.app.tui.picture.Wanted.Scale;
import dev.easel.domain.image.Nullable;
import dev.easel.domain.image.Raster;
import dev.easel.domain.ledger.PictureStore;
import java.util.Optional;

/// Draws pictures of a store in cells, and keeps what was drawn lately. Safe for use by several
/// threads.
public final class Previews {

  private static final int LARGEST = 2_048;

  private final PictureStore pictures;
  private final DrawnLately lately;
  private volatile @Nullable Whole whole;

  /// Previews of a store, of which so many cells are kept.
  ///
  /// @param mostCells of all previews that are kept together; a cell takes about 60 bytes
  public Previews(PictureStore pictures, int mostCells) {
    this.pictures = pictures;
    this.lately = new DrawnLately(mostCells);
  }

  private record Whole(String sha256, Raster raster) {}

  /// What was drawn lately; takes no time.
  public Optional<Preview.Drawn> lately(Wanted wanted) {
    return lately.find(wanted);
  }

  /// The picture as it is wanted. Reads it unless it was drawn lately, which may take seconds.
  public Preview draw(Wanted wanted) {
    Optional<Preview.Drawn> drawn = lately.find(wanted);
    return drawn.isPresent() ? drawn.get() : drawNow(wanted);
  }

  private Preview drawNow(Wanted wanted) {
    Optional<Preview.Drawn> drawn =
        switch (wanted.scale()) {
          case Scale.Fit() -> fit(wanted);
          case Scale.Full(int left, int top) -> part(wanted, left, top);
        };
    drawn.ifPresent(each -> lately.keep(wanted, each));
    return drawn.isPresent() ? drawn.get() : absent(wanted.sha256());
  }

  private Optional<Preview.Drawn> fit(Wanted wanted) {
    return pictures
        .raster(wanted.sha256(), wanted.columns(), wanted.rows() * 2)
        .map(raster -> drawn(wanted, raster, raster));
  }

  private Optional<Preview.Drawn> part(Wanted wanted, int left, int top) {
    return whole(wanted.sha256())
        .map(raster ->
            drawn(wanted, raster, raster.part(left, top, wanted.columns(), wanted.rows() * 2)));
  }

  private static Preview.Drawn drawn(Wanted wanted, Raster all, Raster seen) {
    return new Preview.Drawn(wanted.style().cells(seen), all.width(), all.height());
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
