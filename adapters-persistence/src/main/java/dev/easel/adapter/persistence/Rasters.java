package dev.easel.adapter.persistence;

import dev.easel.domain.image.Content.ContentUnavailable;
import dev.easel.domain.image.ImageFormat;
import dev.easel.domain.image.Raster;
import dev.easel.domain.ledger.PictureStore.Picture;
import java.util.Optional;

/// The pixels of pictures, read from a thumbnail where one is there that is large enough.
final class Rasters {
  private static final int LONGEST_SIDE = 2_048;

  private final Thumbnails thumbnails;
  private final PictureDrawing drawing;
  private final DrawingTurns turns;

  Rasters(Thumbnails thumbnails, PictureDrawing drawing, DrawingTurns turns) {
    this.thumbnails = thumbnails;
    this.drawing = drawing;
    this.turns = turns;
  }

  /// The pixels of a picture, within a box.
  Optional<Raster> raster(Picture picture, int width, int height) {
    Dimensions box =
        new Dimensions(Math.clamp(width, 1, LONGEST_SIDE), Math.clamp(height, 1, LONGEST_SIDE));
    return turns.inTurn(() -> {
      Optional<Raster> quick = ofThumbnail(picture, box);
      return quick.isPresent() ? quick : ofWhole(picture, box);
    });
  }

  private Optional<Raster> ofThumbnail(Picture picture, Dimensions box) {
    try {
      return thumbnails.covering(picture.sha256(), box).flatMap(thumbnail -> of(thumbnail, box));
    } catch (ContentUnavailable gone) {
      return Optional.empty();
    }
  }

  private Optional<Raster> of(byte[] thumbnail, Dimensions box) {
    return drawing.raster(thumbnail, ImageFormat.PNG, box);
  }

  private Optional<Raster> ofWhole(Picture picture, Dimensions box) {
    return turns.draw(
        picture.sha256(),
        () ->
            ImageFormat.named(picture.extension())
                .flatMap(format -> drawing.raster(picture.content().bytes(), format, box)));
  }
}
