package dev.easel.benchmark.gateway;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.concurrent.atomic.AtomicLong;

/// The writes that a kept picture cannot do without, and nothing else: its reservation in the log,
/// the file beside its place, forced, renamed, and its directory forced, and the end of its entry
/// in the log. Safe for use by several threads.
final class BareLoop implements AutoCloseable {

  private final Path pictures;
  private final BareLog log;
  private final byte[] line;
  private final byte[] picture;
  private final AtomicLong names = new AtomicLong();

  /// @param folder empty
  /// @param line how many bytes of the log a reservation takes, and an end
  /// @param picture how many bytes a picture has
  BareLoop(Path folder, int line, int picture) throws IOException {
    this.pictures = Files.createDirectory(folder.resolve("pictures"));
    this.log = new BareLog(folder.resolve("log"));
    this.line = new byte[line];
    this.picture = new byte[picture];
  }

  /// Keeps one picture.
  void keep() throws IOException {
    log.append(line);
    Path file = pictures.resolve(String.format("%064x", names.incrementAndGet()));
    Path temporary = pictures.resolve(file.getFileName() + ".tmp");
    write(temporary);
    Files.move(temporary, file, StandardCopyOption.ATOMIC_MOVE);
    try (FileChannel directory = FileChannel.open(pictures, StandardOpenOption.READ)) {
      directory.force(true);
    }
    log.append(line);
  }

  private void write(Path file) throws IOException {
    try (FileChannel channel =
        FileChannel.open(file, StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE)) {
      channel.write(ByteBuffer.wrap(picture));
      channel.force(true);
    }
  }

  @Override
  public void close() throws IOException {
    log.close();
  }
}
