package dev.easel.adapter.persistence;

import dev.easel.domain.image.Nullable;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.ClosedByInterruptException;
import java.nio.channels.FileChannel;
import java.nio.file.Path;
import java.util.Arrays;

/// Appends whole lines to one file. For one thread at a time, under the log's lock; programs that
/// know no lock may append to the file all the same.
///
/// An interrupt of the thread that appends closes the file under it, and costs nothing but that: it
/// is opened again, and what was begun goes on.
final class JsonlAppender implements AutoCloseable {

  /// Something to do with the open file, which begins anew after an interrupt.
  private interface Work<T> {
    T done(FileChannel open) throws IOException;
  }

  private final Path file;
  private final JsonlHold log;
  private final JsonlDisk disk;
  private @Nullable FileChannel channel;
  private JsonlStamp opened = JsonlStamp.ABSENT;
  private long end;

  /// An appender to a file.
  ///
  /// @param log that the file belongs to, or is
  JsonlAppender(Path file, JsonlHold log, JsonlDisk disk) {
    this.file = file;
    this.log = log;
    this.disk = disk;
  }

  /// Looks whether this file is still the one to append to: the journal may have been written anew.
  ///
  /// @param now what lies in its place under the log's lock
  void follow(JsonlStamp now) throws IOException {
    if (!now.isSameFile(opened)) {
      close();
    }
  }

  /// Appends lines, each with its newline, in one write. A fragment before them is sealed with a
  /// newline first. When the disk refuses, what was written of an unfinished line is taken back.
  ///
  /// @return where the lines begin, unless a program that knows no lock appended at the same moment
  long append(byte[] lines) throws IOException {
    long before = uninterrupted(FileChannel::size);
    byte[] sealed = endsOpen(before) ? afterNewline(lines) : lines;
    ByteBuffer rest = ByteBuffer.wrap(sealed);
    try {
      while (rest.hasRemaining()) {
        uninterrupted(open -> written(open, rest));
      }
    } catch (IOException failed) {
      takeBack(before, sealed, rest.position());
      throw failed;
    }
    end = uninterrupted(FileChannel::size);
    return end - lines.length;
  }

  // What an interrupt broke off has left the buffer as far as it was written.
  private int written(FileChannel open, ByteBuffer rest) throws IOException {
    disk.write(open, rest);
    return rest.position();
  }

  private <T> T uninterrupted(Work<T> work) throws IOException {
    try (KeptInterrupt kept = KeptInterrupt.begin()) {
      while (true) {
        try {
          return work.done(open());
        } catch (ClosedByInterruptException _) {
          kept.take();
          openAgain();
        }
      }
    }
  }

  private void openAgain() throws IOException {
    JsonlStamp before = opened;
    channel = null;
    open();
    if (!opened.isSameFile(before)) {
      throw new IOException(file + " was replaced");
    }
  }

  /// What it is known to hold now that something was appended.
  JsonlStamp appended() {
    return opened.of(end);
  }

  /// Makes sure that the file may be written.
  void demand() throws IOException {
    open();
  }

  /// Puts what was appended on stable storage.
  void force() throws IOException {
    uninterrupted(open -> {
      disk.force(open);
      return true;
    });
  }

  private FileChannel open() throws IOException {
    if (channel == null) {
      log.look();
      channel = disk.open(file);
      opened = JsonlStamp.of(file);
    }
    return channel;
  }

  // What was appended here ends with a newline.
  private boolean endsOpen(long size) throws IOException {
    return size > 0 && size != end && read(size - 1, 1)[0] != '\n';
  }

  private static byte[] afterNewline(byte[] lines) {
    byte[] sealed = new byte[lines.length + 1];
    sealed[0] = '\n';
    System.arraycopy(lines, 0, sealed, 1, lines.length);
    return sealed;
  }

  // Whole lines stay: somebody may have read them already. Nobody reads a line without its end.
  private void takeBack(long before, byte[] bytes, int written) throws IOException {
    int kept = written;
    while (kept > 0 && bytes[kept - 1] != '\n') {
      kept--;
    }
    boolean nothingFollows = uninterrupted(FileChannel::size) == before + written;
    if (kept < written
        && nothingFollows
        && Arrays.equals(Arrays.copyOf(bytes, written), read(before, written))) {
      long end = before + kept;
      uninterrupted(open -> open.truncate(end));
    }
  }

  private byte[] read(long offset, int length) throws IOException {
    return JsonlLines.bytes(file, offset, length);
  }

  @Override
  public void close() throws IOException {
    if (channel != null) {
      channel.close();
      channel = null;
    }
    end = 0;
  }
}
