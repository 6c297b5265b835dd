package dev.easel.app.http;

import dev.easel.domain.ledger.Program;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;

/// A disk of a few megabytes. Where this machine lets nobody mount one, the files of a process are
/// not allowed to grow instead.
final class SmallDisk implements AutoCloseable {

  private static final String SIZE = "size=12m";

  private final Path place;
  private final boolean mounted;

  private SmallDisk(Path place, boolean mounted) {
    this.place = place;
    this.mounted = mounted;
  }

  static SmallDisk at(Path place) {
    try {
      Files.createDirectories(place);
    } catch (IOException failed) {
      throw new UncheckedIOException(failed);
    }
    return new SmallDisk(
        place, Program.ran("mount", "-t", "tmpfs", "-o", SIZE, "tmpfs", place.toString()));
  }

  /// From now on a process finds no room on it.
  void fill(ServerJvm process) {
    if (mounted) {
      fill();
    } else {
      limit(process, "1:");
    }
  }

  /// From now on no process finds room on it, if it is one.
  void fill() {
    if (!mounted) {
      return;
    }
    try (var file = Files.newOutputStream(place.resolve("filling"))) {
      byte[] run = new byte[64 * 1024];
      while (true) {
        file.write(run);
      }
    } catch (IOException _) {
      // it is full
    }
  }

  /// Lets the process find room again.
  void free(ServerJvm process) {
    if (!mounted) {
      limit(process, "unlimited:");
      return;
    }
    try {
      Files.delete(place.resolve("filling"));
    } catch (IOException failed) {
      throw new UncheckedIOException(failed);
    }
  }

  private static void limit(ServerJvm process, String size) {
    if (!Program.ran("prlimit", "--pid", Long.toString(process.id()), "--fsize=" + size)) {
      throw new IllegalStateException("neither mount nor prlimit works here");
    }
  }

  @Override
  public void close() {
    if (mounted && !Program.ran("umount", "--lazy", place.toString())) {
      throw new IllegalStateException(place + " stays mounted");
    }
  }
}
