package dev.easel.app.tui.command;

import dev.easel.domain.image.Nullable;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;

/// Takes temporary directories away.
final class TemporaryDirectory {

  private TemporaryDirectory() {}

  /// Removes a directory with all that is in it, as far as it can be.
  static void remove(@Nullable Path directory) {
    if (directory == null) {
      return;
    }
    try (Stream<Path> paths = Files.walk(directory)) {
      List<Path> deepestFirst = paths.sorted(Comparator.reverseOrder()).toList();
      for (Path path : deepestFirst) {
        Files.deleteIfExists(path);
      }
    } catch (IOException _) {
      // It is in the temporary directory, which the system clears.
    }
  }
}
