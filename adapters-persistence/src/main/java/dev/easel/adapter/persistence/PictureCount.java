package dev.easel.adapter.persistence;

import java.io.IOException;
import java.nio.file.FileVisitOption;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.EnumSet;
import java.util.regex.Pattern;

/// How many pictures a directory holds, without thumbnails and what is still being written.
record PictureCount(long pictures, long bytes) {
  private static final Pattern PICTURE = Pattern.compile("[0-9a-f]{64}\\.[a-z]{3,4}");

  /// Counts, with one look at each file; nothing, when the directory cannot be read.
  static PictureCount of(Path directory) {
    Counter counter = new Counter();
    try {
      Files.walkFileTree(directory.toRealPath(), EnumSet.noneOf(FileVisitOption.class), 1, counter);
    } catch (IOException unreadable) {
      return new PictureCount(0, 0);
    }
    return new PictureCount(counter.pictures, counter.bytes);
  }

  private static final class Counter extends SimpleFileVisitor<Path> {
    private long pictures;
    private long bytes;

    @Override
    public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) {
      Path name = file.getFileName();
      if (attributes.isRegularFile()
          && name != null
          && PICTURE.matcher(name.toString()).matches()) {
        pictures++;
        bytes += attributes.size();
      }
      return FileVisitResult.CONTINUE;
    }

    @Override
    public FileVisitResult visitFileFailed(Path file, IOException gone) {
      return FileVisitResult.CONTINUE;
    }
  }
}
