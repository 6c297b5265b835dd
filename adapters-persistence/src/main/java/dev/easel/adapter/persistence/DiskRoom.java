package dev.easel.adapter.persistence;

import dev.easel.domain.image.Nullable;
import java.io.IOException;
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
    String message = String.valueOf(failure.getMessage()).toLowerCase(Locale.ROOT);
    return FULL.stream().anyMatch(message::contains) || none(place);
  }

  /// Whether no more than the smallest file could still be written below `place`.
  static boolean none(Path place) {
    return free(place) < NEXT_TO_NOTHING;
  }

  /// The bytes that may still be written below `place`, which need not exist yet; where nobody
  /// knows, as many as there are.
  static long free(Path place) {
    try {
      Path existing = existing(place);
      return existing == null ? 0 : Files.getFileStore(existing).getUsableSpace();
    } catch (IOException unknown) {
      return Long.MAX_VALUE;
    }
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
