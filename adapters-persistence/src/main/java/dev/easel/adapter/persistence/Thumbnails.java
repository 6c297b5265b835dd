package dev.easel.adapter.persistence;

import dev.easel.domain.image.Content;
import dev.easel.domain.image.ImageFormat;
import dev.easel.domain.ledger.PictureStore.Picture;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.Optional;

/// Small versions of pictures, `<sha256>-<width>.png` in one directory, made when first asked for.
final class Thumbnails {
  private static final int STEP = 16;
  private static final int WIDEST = 1024;

  private final Path directory;
  private final PictureDrawing drawing;
  private final DrawingTurns turns;

  Thumbnails(Path directory, PictureDrawing drawing, DrawingTurns turns) {
    this.directory = directory;
    this.drawing = drawing;
    this.turns = turns;
  }

  void removeStale() {
    TemporaryFiles.removeStale(directory);
  }

  /// The thumbnail of a picture, from the disk or else drawn now.
  Optional<Picture> thumbnail(Picture picture, int width) {
    int step = Math.clamp(width, STEP, WIDEST) / STEP * STEP;
    Path file = file(picture.sha256(), step);
    Optional<Picture> cached = cached(picture.sha256(), file);
    return cached.isPresent() ? cached : drawInTurn(picture, step, file);
  }

  private Path file(String sha256, int width) {
    return directory.resolve(sha256 + "-" + width + ".png");
  }

  private static Optional<Picture> cached(String sha256, Path file) {
    return Files.isRegularFile(file, LinkOption.NOFOLLOW_LINKS)
        ? FilePictureStore.picture(sha256, ImageFormat.PNG, file)
        : Optional.empty();
  }

  private Optional<Picture> drawInTurn(Picture picture, int width, Path file) {
    return turns.inTurn(() -> {
      Optional<Picture> cached = cached(picture.sha256(), file);
      return cached.isPresent() ? cached : draw(picture, width, file);
    });
  }

  private Optional<Picture> draw(Picture picture, int width, Path file) {
    String sha256 = picture.sha256();
    return turns.draw(sha256, () -> draw(picture, width)).map(bytes -> cache(sha256, bytes, file));
  }

  private Optional<byte[]> draw(Picture picture, int width) throws IOException {
    Optional<ImageFormat> format = ImageFormat.named(picture.extension());
    return format.isEmpty()
        ? Optional.empty()
        : drawing.png(picture.content().bytes(), format.get(), width);
  }

  /// Where the thumbnail cannot be stored it is still shown, and drawn anew the next time.
  private Picture cache(String sha256, byte[] png, Path file) {
    try {
      PrivateFiles.makeDirectory(directory);
      TemporaryFiles.replace(file, png);
    } catch (IOException unwritable) {
      return picture(sha256, png, file);
    }
    return picture(sha256, png, file);
  }

  private static Picture picture(String sha256, byte[] png, Path file) {
    ImageFormat format = ImageFormat.PNG;
    Content content = Content.of(png);
    return new Picture(sha256, format.mediaType(), format.extension(), file.toString(), content);
  }

  /// The smallest thumbnail on the disk that fills a box on one side, or that is as large as its
  /// picture.
  Optional<byte[]> covering(String sha256, Dimensions box) {
    for (int width = STEP; width <= WIDEST; width += STEP) {
      Optional<byte[]> thumbnail =
          cached(sha256, file(sha256, width)).map(each -> each.content().bytes());
      if (thumbnail.isPresent() && covers(thumbnail.get(), width, box)) {
        return thumbnail;
      }
    }
    return Optional.empty();
  }

  private boolean covers(byte[] thumbnail, int width, Dimensions box) {
    return drawing
        .size(thumbnail, ImageFormat.PNG)
        .filter(size ->
            size.width() < width || size.width() >= box.width() || size.height() >= box.height())
        .isPresent();
  }

  /// Removes all thumbnails of a picture, as far as they can be removed.
  void forget(String sha256) {
    try {
      delete(sha256);
    } catch (IOException stay) {
      return;
    }
  }

  /// Removes all thumbnails of a picture.
  void delete(String sha256) throws IOException {
    for (int width = STEP; width <= WIDEST; width += STEP) {
      Files.deleteIfExists(file(sha256, width));
    }
  }
}
