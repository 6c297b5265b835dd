package dev.easel.adapter.persistence;

import dev.easel.domain.image.Nullable;
import java.io.File;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;

/// How much room a disk has. The JDK has no exception for a full disk, only the system's words.
final class DiskRoom {
  /// With less than this, a write that failed is taken to have failed for want of room.
  private static final long NEXT_TO_NOTHING = 64 * 1024;

  /// Of Linux and macOS (disk full, quota used up, limit of the process), and of Windows.
  private static final List<String> FULL =
      List.of("no space left", "quota exceeded", "file too large", "not enough space");

  private DiskRoom() {}

  /// Whether a write below `place` failed for want of room.
  static boolean missing(Throwable failure, Path place) {
    return isSaidBy(failure) || none(place);
  }

  /// Whether a failure says itself that room is what was missing.
  static boolean isSaidBy(Throwable failure) {
    String message = String.valueOf(failure.getMessage()).toLowerCase(Locale.ROOT);
    return FULL.stream().anyMatch(message::contains);
  }

  /// Whether no more than the smallest file could still be written below `place`.
  static boolean none(Path place) {
    return free(place) < NEXT_TO_NOTHING;
  }

  /// The bytes that may still be written below `place`, which need not exist yet; where nobody
  /// knows, as many as there are.
  static long free(Path place) {
    Path existing = existing(place);
    return existing == null ? 0 : free(existing.toFile());
  }

  // Of a file the JDK asks the system at once; for a path it reads the list of all disks first.
  private static long free(File existing) {
    return existing.getTotalSpace() == 0 ? Long.MAX_VALUE : existing.getUsableSpace();
  }

  /// The place, or else the nearest directory above it that exists.
  static @Nullable Path existing(Path place) {
    Path existing = place.toAbsolutePath();
    while (existing != null && !Files.exists(existing)) {
      existing = existing.getParent();
    }
    return existing;
  }
}
