package dev.easel.app.tui.command;

import dev.easel.domain.image.Content;
import dev.easel.domain.image.ImageFormat;
import dev.easel.domain.image.Nullable;
import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Optional;
import java.util.UUID;

/// Where a user wants the pictures besides the store.
///
/// @param path null for nowhere
/// @param directory whether the path is one, in which files are named by the entry's id
record Destination(@Nullable Path path, boolean directory, long pictures) {

  private static final FileAttribute<?> OWNER_ONLY =
      PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------"));

  /// Understands `-o`, and refuses what would be overwritten or cannot be written, before anything
  /// is spent.
  static Destination of(
      @Nullable String text, boolean force, Surroundings surroundings, long pictures) {
    if (text == null) {
      return new Destination(null, false, pictures);
    }
    Path path = surroundings.path(text);
    boolean directory = text.endsWith("/") || Files.isDirectory(path);
    Destination wanted = new Destination(path, directory, pictures);
    if (directory) {
      checkDirectory(path);
    } else {
      wanted.checkFiles(path, force);
    }
    return wanted;
  }

  private static void checkDirectory(Path path) {
    try {
      Files.createDirectories(path);
    } catch (IOException _) {
      throw CommandFailure.wrong("the directory " + path + " cannot be made; choose another one");
    }
    if (!Files.isWritable(path)) {
      throw CommandFailure.wrong("the directory " + path + " cannot be written to");
    }
  }

  private void checkFiles(Path file, boolean force) {
    Path parent = file.getParent();
    if (parent == null || !Files.isDirectory(parent)) {
      throw CommandFailure.wrong("there is no directory " + parent + "; make it first");
    }
    if (!Files.isWritable(parent)) {
      throw CommandFailure.wrong("the directory " + parent + " cannot be written to");
    }
    for (int index = 0; index < pictures; index++) {
      checkFile(numbered(file, index), force);
    }
  }

  // A device, a pipe or a link is somebody else's arrangement, and replacing it would end that.
  private static void checkFile(Path file, boolean force) {
    if (!Files.exists(file, LinkOption.NOFOLLOW_LINKS)) {
      return;
    }
    if (!Files.isRegularFile(file, LinkOption.NOFOLLOW_LINKS)) {
      throw CommandFailure.wrong(
          file + " is no ordinary file; choose another name. Nothing was sent");
    }
    if (!force) {
      throw CommandFailure.wrong(file + " exists; --force overwrites it. Nothing was sent");
    }
  }

  /// Writes a picture to its place.
  ///
  /// @param index from 0
  /// @return the place; empty when none is wanted
  /// @throws IOException when it cannot be written
  Optional<Path> write(Content content, String entryId, int index, ImageFormat format)
      throws IOException {
    if (path == null) {
      return Optional.empty();
    }
    Path file =
        directory
            ? numbered(path.resolve(entryId + "." + format.extension()), index)
            : numbered(path, index);
    writeTo(file, content);
    return Optional.of(file);
  }

  /// Writes a picture where nobody asked for it, because the store did not take it, for its owner
  /// alone.
  static Path rescue(Path directory, Content content, String entryId, int index, ImageFormat format)
      throws IOException {
    Path file =
        directory.resolve("easel-%s-%d.%s".formatted(entryId, index + 1, format.extension()));
    writeTo(file, content, OWNER_ONLY);
    return file;
  }

  /// Whether the name of a file claims another format than the one that it holds.
  static boolean misnamed(Path file, ImageFormat format) {
    String name = file.getFileName().toString();
    int dot = name.lastIndexOf('.');
    Optional<ImageFormat> claimed =
        dot < 0 ? Optional.empty() : ImageFormat.named(name.substring(dot + 1));
    return claimed.isPresent() && claimed.get() != format;
  }

  private Path numbered(Path file, int index) {
    if (pictures <= 1) {
      return file;
    }
    String name = file.getFileName().toString();
    int dot = name.lastIndexOf('.');
    String number = "-" + (index + 1);
    return file.resolveSibling(
        dot <= 0 ? name + number : name.substring(0, dot) + number + name.substring(dot));
  }

  private static void writeTo(Path file, Content content, FileAttribute<?>... attributes)
      throws IOException {
    Path fresh = file.resolveSibling("." + file.getFileName() + "." + UUID.randomUUID() + ".part");
    try {
      Files.createFile(fresh, attributes);
      try (OutputStream bytes = new BufferedOutputStream(Files.newOutputStream(fresh))) {
        content.writeTo((run, offset, count) -> write(bytes, run, offset, count));
      }
      Files.move(fresh, file, StandardCopyOption.REPLACE_EXISTING);
    } catch (UncheckedIOException failed) {
      throw new IOException(failed.getCause());
    } finally {
      Files.deleteIfExists(fresh);
    }
  }

  private static void write(OutputStream bytes, byte[] run, int offset, int count) {
    try {
      bytes.write(run, offset, count);
    } catch (IOException failed) {
      throw new UncheckedIOException(failed);
    }
  }
}
