package dev.easel.adapter.persistence;

import dev.easel.domain.image.Content.ContentUnavailable;
import dev.easel.domain.image.ImageFormat;
import dev.easel.domain.image.Nullable;
import dev.easel.domain.ledger.PictureStore.Item;
import dev.easel.domain.ledger.PictureStore.Picture;
import java.io.IOException;
import java.nio.file.DirectoryIteratorException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/// Lists what lies in a directory of pictures, one file at a time.
record PictureListing(Path directory) {

  private static final Pattern NAME = Pattern.compile("([0-9a-f]{64})\\.([a-z]{3,4})");
  private static final Set<String> OWN = Set.of("thumbnails", "deleted", "journal");

  /// Gives every file to `sink`, but those of Easel's own that are no pictures.
  void list(Consumer<Item> sink) {
    try (DirectoryStream<Path> files = Files.newDirectoryStream(directory)) {
      for (Path file : files) {
        if (!isOwn(file)) {
          item(file).ifPresent(sink);
        }
      }
    } catch (NoSuchFileException _) {
      // no picture has been kept yet
    } catch (IOException | DirectoryIteratorException failed) {
      throw new ContentUnavailable("The directory " + directory + " cannot be read.", failed);
    }
  }

  private static boolean isOwn(Path file) {
    return TemporaryFiles.isOne(file)
        || (OWN.contains(String.valueOf(file.getFileName())) && Files.isDirectory(file));
  }

  /// The file; empty when it has just gone.
  private static Optional<Item> item(Path file) throws IOException {
    try {
      BasicFileAttributes found =
          Files.readAttributes(file, BasicFileAttributes.class, LinkOption.NOFOLLOW_LINKS);
      Picture picture = found.isRegularFile() ? picture(file).orElse(null) : null;
      return Optional.of(new Item(file.toString(), picture, found.lastModifiedTime().toInstant()));
    } catch (NoSuchFileException gone) {
      return Optional.empty();
    }
  }

  private static Optional<Picture> picture(Path file) {
    Matcher name = NAME.matcher(String.valueOf(file.getFileName()));
    return name.matches()
        ? format(name.group(2))
            .flatMap(format -> FilePictureStore.picture(name.group(1), format, file))
        : Optional.empty();
  }

  private static Optional<ImageFormat> format(@Nullable String extension) {
    return Stream.of(ImageFormat.values())
        .filter(format -> format.extension().equals(extension))
        .findFirst();
  }
}
