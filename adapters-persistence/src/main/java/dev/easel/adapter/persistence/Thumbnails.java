package dev.easel.adapter.persistence;

import dev.easel.domain.image.Content;
import dev.easel.domain.image.Content.ContentUnavailable;
import dev.easel.domain.image.ImageFormat;
import dev.easel.domain.ledger.PictureStore.Picture;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Semaphore;

/// Small versions of pictures, `<sha256>-<width>.png` in one directory, made when first asked for.
final class Thumbnails {
  private static final int STEP = 16;
  private static final int WIDEST = 1024;

  /// The largest lossless WebP took twelve seconds on a slow machine.
  private static final Duration PATIENCE = Duration.ofSeconds(30);

  private final Path directory;
  private final ThumbnailDrawing drawing = new ThumbnailDrawing(new PictureDecoder(PATIENCE));

  /// Pictures that could not be drawn, so that trying costs its time only once.
  private final Set<String> undrawable = ConcurrentHashMap.newKeySet();

  /// One decode at a time bounds the memory that strangers' pictures can take.
  private final Semaphore decoding = new Semaphore(1);

  Thumbnails(Path directory) {
    this.directory = directory;
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
    decoding.acquireUninterruptibly();
    try {
      Optional<Picture> cached = cached(picture.sha256(), file);
      return cached.isPresent() ? cached : draw(picture, width, file);
    } finally {
      decoding.release();
    }
  }

  private Optional<Picture> draw(Picture picture, int width, Path file) {
    String sha256 = picture.sha256();
    if (undrawable.contains(sha256)) {
      return Optional.empty();
    }
    try {
      Optional<byte[]> png = draw(picture, width);
      if (png.isEmpty()) {
        undrawable.add(sha256);
      }
      return png.map(bytes -> cache(sha256, bytes, file));
    } catch (IOException | ContentUnavailable unreadable) {
      return Optional.empty();
    }
  }

  private Optional<byte[]> draw(Picture picture, int width) throws IOException {
    Optional<ImageFormat> format = ImageFormat.named(picture.extension());
    return format.isEmpty()
        ? Optional.empty()
        : drawing.png(picture.content(), format.get(), width);
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
