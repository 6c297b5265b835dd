package dev.easel.adapter.persistence;

import dev.easel.domain.image.Nullable;
import java.io.IOException;
import java.lang.foreign.Arena;
import java.lang.foreign.FunctionDescriptor;
import java.lang.foreign.Linker;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;
import java.lang.invoke.MethodHandle;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// Puts all that a file system holds on stable storage at once, thousands of files in the time of a
/// few, which the JDK cannot: Linux's `syncfs`. Safe for use by several threads, but not after it
/// was closed.
@SuppressWarnings("restricted") // calls what is not Java
final class FileSystemForce implements AutoCloseable {

  /// Those whose `syncfs` is known to wait until all is written. Others, as those of a process, do
  /// not pass it on.
  private static final Set<String> TRUSTED =
      Set.of("ext2", "ext3", "ext4", "xfs", "btrfs", "f2fs", "overlay", "tmpfs");

  /// From Linux 5.8 on it says what could not be written (syncfs(2)), from 5.11 on through overlays
  /// too (the kernel's overlayfs.rst).
  private static final int[] KERNEL = {5, 11};

  private static final Pattern VERSION = Pattern.compile("(\\d+)\\.(\\d+).*");

  /// Not for processes that this one starts: O_RDONLY and O_CLOEXEC of Linux.
  private static final int READ_ONLY = 0x80000;

  private final MethodHandle syncfs;
  private final MethodHandle close;
  private final int descriptor;

  private FileSystemForce(MethodHandle syncfs, MethodHandle close, int descriptor) {
    this.syncfs = syncfs;
    this.close = close;
    this.descriptor = descriptor;
  }

  /// Of the file system that a directory is on; null where there is no such way.
  ///
  /// @throws IOException when the directory cannot be opened
  static @Nullable FileSystemForce of(Path directory) throws IOException {
    if (!System.getProperty("os.name").equals("Linux")
        || !isRecent(System.getProperty("os.version"))
        || !TRUSTED.contains(Files.getFileStore(directory).type())) {
      return null;
    }
    FunctionDescriptor ofDescriptor =
        FunctionDescriptor.of(ValueLayout.JAVA_INT, ValueLayout.JAVA_INT);
    MethodHandle syncfs = function("syncfs", ofDescriptor);
    return new FileSystemForce(syncfs, function("close", ofDescriptor), opened(directory));
  }

  static boolean isRecent(String kernel) {
    Matcher version = VERSION.matcher(kernel);
    if (!version.matches()) {
      return false;
    }
    int major = Integer.parseInt(version.group(1));
    int minor = Integer.parseInt(version.group(2));
    return major > KERNEL[0] || (major == KERNEL[0] && minor >= KERNEL[1]);
  }

  private static MethodHandle function(String name, FunctionDescriptor type) {
    Linker linker = Linker.nativeLinker();
    return linker.downcallHandle(linker.defaultLookup().findOrThrow(name), type);
  }

  private static int opened(Path directory) throws IOException {
    MethodHandle open =
        function(
            "open",
            FunctionDescriptor.of(ValueLayout.JAVA_INT, ValueLayout.ADDRESS, ValueLayout.JAVA_INT));
    try (Arena arena = Arena.ofConfined()) {
      MemorySegment name = arena.allocateFrom(directory.toString());
      return succeeded("open", (int) open.invokeExact(name, READ_ONLY));
    } catch (Throwable failure) {
      throw thrown(failure);
    }
  }

  /// Returns when all that was written to any of its files before, and all names, are on stable
  /// storage. May take as long as others have written much.
  ///
  /// @throws IOException when something could not be written since the last time, whoever wrote it
  void force() throws IOException {
    call("syncfs", syncfs);
  }

  @Override
  public void close() throws IOException {
    call("close", close);
  }

  private void call(String name, MethodHandle function) throws IOException {
    try {
      succeeded(name, (int) function.invokeExact(descriptor));
    } catch (Throwable failure) {
      throw thrown(failure);
    }
  }

  private static int succeeded(String name, int result) throws IOException {
    if (result < 0) {
      throw new IOException(name + " failed");
    }
    return result;
  }

  private static IOException thrown(Throwable failure) {
    return switch (failure) {
      case IOException failed -> failed;
      case Error error -> throw error;
      default -> new IOException(failure);
    };
  }
}
