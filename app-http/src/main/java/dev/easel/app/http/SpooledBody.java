package dev.easel.app.http;

import com.sun.net.httpserver.HttpExchange;
import dev.easel.domain.image.Content;
import java.io.File;
import java.io.IOException;
import java.io.InputStream;
import java.lang.foreign.Arena;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.LongSupplier;

/// A body with pictures: it lies on the disk and not on the heap, in a file that has no name any
/// more, so that nothing of it is left when this process ends in whichever way. Safe for use by
/// several threads until the last of its users has closed it.
final class SpooledBody implements Content, AutoCloseable {

  /// The most bytes: sixteen pictures of 50 MiB, a mask, and what is said besides.
  static final long LARGEST = 900L << 20;

  // The log must be able to go on writing whatever is sent here.
  static final long ROOM_LEFT = 256L << 20;

  /// After how many bytes the room is looked at again.
  static final long LOOKED_AT = 8L << 20;

  private static final int RUN = 64 * 1024;

  private final Arena arena = Arena.ofShared();
  private final MemorySegment bytes;
  private final AtomicInteger users = new AtomicInteger(1);

  private SpooledBody(FileChannel file) throws IOException {
    this.bytes = file.map(FileChannel.MapMode.READ_ONLY, 0, file.size(), arena);
  }

  /// The body of a request, read to its end.
  ///
  /// @param directory to which it is written
  /// @throws Refusal 413 when it is too large, 507 when there is no room for it
  /// @throws IOException when it does not arrive whole
  static SpooledBody read(HttpExchange exchange, Path directory) throws IOException {
    long declared = RequestBody.declared(exchange);
    if (declared > LARGEST) {
      throw tooLarge();
    }
    Room room = new Room(() -> free(directory.toFile()));
    return read(exchange.getRequestBody(), declared, directory, room);
  }

  /// The bytes of a body, read to their end.
  ///
  /// @param room looked at before the first byte and again and again, since nobody says how long a
  ///   body in chunks is, and others write, too
  static SpooledBody read(InputStream in, long declared, Path directory, Room room)
      throws IOException {
    try (FileChannel file = nameless(directory, declared, room)) {
      fill(file, in, room);
      return mapped(file);
    }
  }

  // A file system that cannot be asked says zero of everything.
  private static long free(File directory) {
    return directory.getTotalSpace() == 0 ? Long.MAX_VALUE : directory.getUsableSpace();
  }

  /// What may still be written.
  ///
  /// @param free how many bytes the disk has left
  record Room(LongSupplier free) {
    private void demand(long bytes) {
      if (free.getAsLong() - ROOM_LEFT < bytes) {
        throw noRoom();
      }
    }
  }

  /// What a file holds.
  ///
  /// @throws IOException when it cannot be read
  static SpooledBody of(Path file) throws IOException {
    try (FileChannel channel = FileChannel.open(file)) {
      return new SpooledBody(channel);
    }
  }

  private static SpooledBody mapped(FileChannel file) {
    try {
      return new SpooledBody(file);
    } catch (IOException unusable) {
      throw noRoom();
    }
  }

  private static FileChannel nameless(Path directory, long declared, Room room) {
    try {
      Files.createDirectories(
          directory,
          PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rwx------")));
      room.demand(declared);
      Path name = Files.createTempFile(directory, "upload", ".part");
      FileChannel file = FileChannel.open(name, StandardOpenOption.READ, StandardOpenOption.WRITE);
      Files.delete(name);
      return file;
    } catch (IOException unusable) {
      throw noRoom();
    }
  }

  private static void fill(FileChannel file, InputStream in, Room room) throws IOException {
    byte[] run = new byte[RUN];
    long length = 0;
    long next = LOOKED_AT;
    for (int count = read(in, run); count >= 0; count = read(in, run)) {
      length += count;
      if (length > LARGEST) {
        throw tooLarge();
      }
      if (length >= next) {
        room.demand(0);
        next = length + LOOKED_AT;
      }
      write(file, ByteBuffer.wrap(run, 0, count));
    }
  }

  private static int read(InputStream in, byte[] run) throws IOException {
    try {
      return in.read(run);
    } catch (IndexOutOfBoundsException impossible) {
      throw new IOException(impossible); // the JDK's word for a chunk of a negative size
    }
  }

  private static void write(FileChannel file, ByteBuffer run) {
    try {
      while (run.hasRemaining()) {
        file.write(run);
      }
    } catch (IOException unwritable) {
      throw noRoom();
    }
  }

  private static Refusal tooLarge() {
    return Refusal.of(413, "body_too_large", "a body with pictures has at most 900 MiB");
  }

  private static Refusal noRoom() {
    return Refusal.of(
        507, "no_room", "nothing was sent, because there is no room on the disk for the pictures");
  }

  @Override
  public long length() {
    return bytes.byteSize();
  }

  /// A view for one thread that looks at one byte after the other.
  Window window() {
    return new Window();
  }

  /// Bytes one by one, read from the file a run at a time.
  final class Window {
    private final byte[] run = new byte[RUN];
    private long start;
    private int count;

    /// How many bytes there are.
    long length() {
      return bytes.byteSize();
    }

    /// The byte at `index`.
    byte at(long index) {
      if (index < start || index >= start + count) {
        start = index - index % RUN;
        count = (int) Math.min(RUN, length() - start);
        copy(bytes, start, run, count);
      }
      return run[(int) (index - start)];
    }
  }

  private static void copy(MemorySegment from, long at, byte[] run, int count) {
    try {
      MemorySegment.copy(from, ValueLayout.JAVA_BYTE, at, run, 0, count);
    } catch (IllegalStateException | InternalError gone) {
      throw new ContentUnavailable("the uploaded picture cannot be read any more", gone);
    }
  }

  @Override
  public void writeTo(Sink sink) {
    slice(0, length()).writeTo(sink);
  }

  /// The bytes from `from` to before `to`.
  Content slice(long from, long to) {
    return new Slice(bytes.asSlice(from, to - from));
  }

  /// Gives it one more user.
  SpooledBody shared() {
    users.incrementAndGet();
    return this;
  }

  /// Ends the use by one of its users; the last one frees the disk.
  @Override
  public void close() {
    if (users.decrementAndGet() == 0) {
      arena.close();
    }
  }

  private record Slice(MemorySegment memory) implements Content {
    @Override
    public long length() {
      return memory.byteSize();
    }

    @Override
    public byte[] head(int most) {
      byte[] head = new byte[(int) Math.min(most, length())];
      copy(memory, 0, head, head.length);
      return head;
    }

    @Override
    public void writeTo(Sink sink) {
      byte[] run = new byte[(int) Math.min(RUN, Math.max(1, length()))];
      for (long at = 0; at < length(); at += run.length) {
        int count = (int) Math.min(run.length, length() - at);
        copy(memory, at, run, count);
        sink.write(run, 0, count);
      }
    }
  }
}
