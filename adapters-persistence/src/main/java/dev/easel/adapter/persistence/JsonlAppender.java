package dev.easel.adapter.persistence;

import dev.easel.domain.image.Nullable;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Path;
import java.util.Arrays;

/// Appends whole lines to one file. Used by one thread, under the log's lock; programs that know no
/// lock may append to the file all the same.
final class JsonlAppender implements AutoCloseable {

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
    FileChannel open = open();
    long before = open.size();
    byte[] sealed = endsOpen(before) ? afterNewline(lines) : lines;
    ByteBuffer rest = ByteBuffer.wrap(sealed);
    try {
      while (rest.hasRemaining()) {
        disk.write(open, rest);
      }
    } catch (IOException failed) {
      takeBack(open, before, sealed, rest.position());
      throw failed;
    }
    end = open.size();
    return end - lines.length;
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
    disk.force(open());
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
  private void takeBack(FileChannel open, long before, byte[] bytes, int written)
      throws IOException {
    int kept = written;
    while (kept > 0 && bytes[kept - 1] != '\n') {
      kept--;
    }
    boolean nothingFollows = open.size() == before + written;
    if (kept < written
        && nothingFollows
        && Arrays.equals(Arrays.copyOf(bytes, written), read(before, written))) {
      open.truncate(before + kept);
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
