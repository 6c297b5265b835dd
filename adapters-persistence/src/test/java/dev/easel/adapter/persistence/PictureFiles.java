package dev.easel.adapter.persistence;

import dev.easel.domain.ledger.PictureStore.Picture;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import javax.imageio.ImageIO;

/// Looks at what a picture store has on the disk.
final class PictureFiles {
  private PictureFiles() {}

  /// All files below a directory, relative to it and sorted.
  static List<String> below(Path directory) {
    try (Stream<Path> paths = Files.walk(directory)) {
      return paths
          .filter(path -> !Files.isDirectory(path))
          .map(path -> directory.relativize(path).toString())
          .sorted()
          .toList();
    } catch (IOException unreadable) {
      throw new UncheckedIOException(unreadable);
    }
  }

  /// The pixels of a picture that ImageIO reads.
  static BufferedImage pixels(Picture picture) {
    try {
      return ImageIO.read(new ByteArrayInputStream(picture.content().bytes()));
    } catch (IOException unreadable) {
      throw new UncheckedIOException(unreadable);
    }
  }
}
