package dev.easel.adapter.persistence;

import java.io.IOException;
import java.io.RandomAccessFile;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteOrder;
import java.nio.file.Path;
import java.util.Arrays;

/// Cuts a part of a file into lines. It reads through [RandomAccessFile] because a file channel
/// would be closed under everybody when one reading thread is interrupted.
final class JsonlLines {

  /// A line of this many bytes or more is kept, and not read.
  static final int LONGEST = 64 << 20;

  private static final int BUFFER = 256 << 10;
  private static final int HEAD = 1 << 10;
  private static final int SHORT = 4 << 10;

  /// Takes lines.
  @FunctionalInterface
  interface Sink {
    /// Takes a line without its newline.
    ///
    /// @param bytes holds the line from `start` on; not to be kept
    /// @param length of the line, or of its beginning
    /// @param offset of the line in the file
    /// @param next where the next line begins
    void line(byte[] bytes, int start, int length, long offset, long next) throws IOException;
  }

  private static final VarHandle EIGHT =
      MethodHandles.byteArrayViewVarHandle(long[].class, ByteOrder.nativeOrder());
  private static final long NEWLINES = 0x0a0a0a0a0a0a0a0aL;
  private static final long LOW_BITS = 0x0101010101010101L;
  private static final long HIGH_BITS = 0x8080808080808080L;

  private final Sink sink;
  private byte[] buffer;
  private int begin;
  private int filled;
  private long skipped;
  private long offset;

  private JsonlLines(long from, byte[] buffer, Sink sink) {
    this.offset = from;
    this.buffer = buffer;
    this.sink = sink;
  }

  /// Gives the lines from `from`, where a line begins, to below `to` to `sink`.
  ///
  /// @return where the rest begins that has no newline; `to` when there is none
  static long read(Path file, long from, long to, Sink sink) throws IOException {
    if (from >= to) {
      return from;
    }
    int size = (int) Math.min(BUFFER, to - from);
    try (RandomAccessFile input = new RandomAccessFile(file.toFile(), "r")) {
      input.seek(from);
      return new JsonlLines(from, new byte[size], sink).read(input, to);
    }
  }

  /// Gives whole lines that are in memory to `sink`.
  ///
  /// @param from where they begin in the file
  static void each(byte[] lines, long from, Sink sink) throws IOException {
    JsonlLines whole = new JsonlLines(from, lines, sink);
    whole.take(lines.length);
  }

  /// Gives the lines from `from` to below `to` to `sink`, the last one even when it has no newline.
  static void readAll(Path file, long from, long to, Sink sink) throws IOException {
    long rest = read(file, from, to, sink);
    if (rest < to) {
      byte[] bytes = bytes(file, rest, (int) Math.min(to - rest, LONGEST));
      sink.line(bytes, 0, bytes.length, rest, to + 1);
    }
  }

  /// Some bytes of a file, fewer when it is shorter.
  static byte[] bytes(Path file, long offset, int length) throws IOException {
    try (RandomAccessFile input = new RandomAccessFile(file.toFile(), "r")) {
      return bytes(input, offset, length);
    }
  }

  /// Some bytes of a file, fewer when it is shorter.
  static byte[] bytes(RandomAccessFile input, long offset, int length) throws IOException {
    byte[] bytes = new byte[length];
    input.seek(offset);
    int read = 0;
    while (read < length) {
      int more = input.read(bytes, read, length - read);
      if (more < 0) {
        return Arrays.copyOf(bytes, read);
      }
      read += more;
    }
    return bytes;
  }

  /// The line that begins at `from`, which ends before `to`.
  static byte[] one(RandomAccessFile input, long from, long to) throws IOException {
    for (int length = SHORT; ; length = Math.min(LONGEST, length * 4)) {
      byte[] bytes = bytes(input, from, (int) Math.min(to - from, length));
      int end = newline(bytes, 0, bytes.length);
      if (end < bytes.length || bytes.length < length || length == LONGEST) {
        return Arrays.copyOf(bytes, end);
      }
    }
  }

  private long read(RandomAccessFile input, long to) throws IOException {
    long left = to - offset;
    while (left > 0) {
      makeRoom();
      int read = input.read(buffer, filled, (int) Math.min(left, buffer.length - filled));
      if (read < 0) {
        break;
      }
      left -= read;
      take(read);
    }
    return offset;
  }

  private void makeRoom() {
    if (filled < buffer.length) {
      return;
    }
    if (begin > 0) {
      System.arraycopy(buffer, begin, buffer, 0, filled - begin);
      filled -= begin;
      begin = 0;
    } else if (buffer.length < LONGEST) {
      buffer = Arrays.copyOf(buffer, Math.min(LONGEST, buffer.length * 2));
    } else {
      skipped += filled - HEAD;
      filled = HEAD;
    }
  }

  private void take(int read) throws IOException {
    int from = filled;
    filled += read;
    for (int at = newline(buffer, from, filled);
        at < filled;
        at = newline(buffer, at + 1, filled)) {
      give(at);
    }
  }

  // Eight bytes at a time: a byte of `nothing` is zero where there is a newline.
  private static int newline(byte[] bytes, int from, int to) {
    int at = from;
    for (; at + Long.BYTES <= to; at += Long.BYTES) {
      long nothing = (long) EIGHT.get(bytes, at) ^ NEWLINES;
      if (((nothing - LOW_BITS) & ~nothing & HIGH_BITS) != 0) {
        break;
      }
    }
    while (at < to && bytes[at] != '\n') {
      at++;
    }
    return at;
  }

  private void give(int newline) throws IOException {
    int length = skipped == 0 ? newline - begin : HEAD;
    long next = offset + newline + 1 - begin + skipped;
    sink.line(buffer, begin, length, offset, next);
    offset = next;
    begin = newline + 1;
    skipped = 0;
  }
}
