package dev.easel.domain.ledger;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermission;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Set;
import org.junit.jupiter.api.Assumptions;

/// A file or a directory that nobody may write until it is closed. For root, whom no mode stops, it
/// is mounted on itself, read-only; whoever may not mount takes the right to write away. What is
/// open already can be written all the same.
public final class ReadOnlyPlace implements AutoCloseable {

  private static final int ATTEMPTS = 5;

  private final Path place;
  private final boolean mounted;
  private final Set<PosixFilePermission> mode;

  private ReadOnlyPlace(Path place, boolean mounted, Set<PosixFilePermission> mode) {
    this.place = place;
    this.mounted = mounted;
    this.mode = mode;
  }

  /// Makes it so; a test to whom that is not possible is skipped.
  public static ReadOnlyPlace make(Path place) {
    try {
      Set<PosixFilePermission> mode = Files.getPosixFilePermissions(place);
      boolean mounted = mounted(place.toString());
      ReadOnlyPlace made = new ReadOnlyPlace(place, mounted, mode);
      if (!mounted) {
        Files.setPosixFilePermissions(place, PosixFilePermissions.fromString("r-xr-xr-x"));
      }
      if (writable(place)) {
        made.close();
        Assumptions.abort("neither mount nor a mode keeps this user from writing " + place);
      }
      return made;
    } catch (IOException failed) {
      throw new UncheckedIOException(failed);
    }
  }

  // It is busy when somebody opens a file in it to write just before it becomes read-only. That one
  // is none of the next mount's.
  private static boolean mounted(String name) {
    for (int attempt = 0; attempt < ATTEMPTS; attempt++) {
      if (!Program.ran("mount", "--bind", name, name)) {
        return false;
      }
      if (Program.ran("mount", "-o", "remount,bind,ro", name)) {
        return true;
      }
      Program.ran("umount", "--lazy", name);
    }
    return false;
  }

  private static boolean writable(Path place) throws IOException {
    try {
      if (Files.isDirectory(place)) {
        Files.delete(Files.createTempFile(place, "writable", ""));
      } else {
        FileChannel.open(place, StandardOpenOption.WRITE).close();
      }
      return true;
    } catch (IOException refused) {
      return false;
    }
  }

  @Override
  public void close() {
    try {
      if (!mounted) {
        Files.setPosixFilePermissions(place, mode);
      } else if (!Program.ran("umount", "--lazy", place.toString())) {
        throw new IllegalStateException(place + " stays mounted");
      }
    } catch (IOException failed) {
      throw new UncheckedIOException(failed);
    }
  }
}
