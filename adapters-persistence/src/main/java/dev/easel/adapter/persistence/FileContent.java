package dev.easel.adapter.persistence;

import dev.easel.domain.image.Content;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;

/// The bytes of a file that does not change, read anew each time. A symbolic link is not followed.
final class FileContent implements Content {
  private static final int CHUNK = 64 * 1024;

  private final Path file;
  private final long length;

  private FileContent(Path file, long length) {
    this.file = file;
    this.length = length;
  }

  /// The content of a file as long as it is now.
  static FileContent of(Path file) throws IOException {
    return new FileContent(file, Files.size(file));
  }

  @Override
  public long length() {
    return length;
  }

  @Override
  public void writeTo(Sink sink) {
    byte[] chunk = new byte[(int) Math.min(CHUNK, length)];
    try (InputStream in = Files.newInputStream(file, LinkOption.NOFOLLOW_LINKS)) {
      long left = length;
      while (left > 0) {
        int count = in.read(chunk, 0, (int) Math.min(chunk.length, left));
        if (count < 0) {
          throw new EOFException(left + " bytes are missing");
        }
        sink.write(chunk, 0, count);
        left -= count;
      }
    } catch (IOException unreadable) {
      throw new ContentUnavailable("The file " + file + " cannot be read any more.", unreadable);
    }
  }
}
