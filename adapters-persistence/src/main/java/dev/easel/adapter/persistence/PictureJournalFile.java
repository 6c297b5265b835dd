package dev.easel.adapter.persistence;

import dev.easel.domain.image.Nullable;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.function.Consumer;

/// The file of a journal of pictures: two halves, each with records one after the other from its
/// start. All of its blocks are there from the beginning, so that to force what was written is to
/// force nothing else. Safe for use by several threads.
///
/// An interrupt of whoever writes or forces closes it for all.
final class PictureJournalFile implements AutoCloseable {

  /// The length of a half in bytes.
  static final int HALF = 8 * 1024 * 1024;

  private static final int BLOCK = 4096;

  private final FileIdentity file;
  private final FileChannel channel;

  private PictureJournalFile(FileIdentity file, FileChannel channel) {
    this.file = file;
    this.channel = channel;
  }

  /// Makes one, durably.
  static PictureJournalFile make(Path file) throws IOException {
    FileChannel channel = PrivateFiles.openNew(file);
    PictureJournalFile made = new PictureJournalFile(FileIdentity.of(file), channel);
    try {
      made.fill();
      channel.force(true);
      PrivateFiles.force(file.resolveSibling("."));
      return made;
    } catch (IOException failure) {
      made.remove();
      throw failure;
    }
  }

  // Linux keeps what is written at once together, up to two megabytes, and looks through all of it
  // whenever a part is forced.
  private void fill() throws IOException {
    ByteBuffer block = ByteBuffer.allocate(BLOCK);
    for (int position = 0; position < 2 * HALF; position += BLOCK) {
      write(block.clear(), position);
    }
  }

  /// Gives the pictures of one that nobody writes to, in the order of their halves.
  static void read(Path file, Consumer<JournalRecord> sink) throws IOException {
    try (InputStream in = Files.newInputStream(file)) {
      for (int half = 0; half < 2; half++) {
        read(ByteBuffer.wrap(in.readNBytes(HALF)), sink);
      }
    }
  }

  private static void read(ByteBuffer half, Consumer<JournalRecord> sink) {
    long turn = JournalRecord.turn(half);
    if (turn == 0) {
      return;
    }
    for (@Nullable JournalRecord picture = JournalRecord.next(half, turn);
        picture != null;
        picture = JournalRecord.next(half, turn)) {
      sink.accept(picture);
    }
  }

  /// Whether so many records fit into a half.
  static boolean fit(List<JournalRecord> records) {
    return JournalRecord.size(records) <= HALF;
  }

  /// A file that holds these, which fit into a half.
  static byte[] bytes(List<JournalRecord> records) {
    return JournalRecord.encoded(records, 1).array();
  }

  /// Whether it lies in its place still.
  boolean isInPlace() {
    return file.isInPlace();
  }

  /// Writes bytes over those from a position on.
  void write(ByteBuffer bytes, long position) throws IOException {
    long end = position;
    while (bytes.hasRemaining()) {
      end += channel.write(bytes, end);
    }
  }

  /// Puts what was written on stable storage.
  void force() throws IOException {
    channel.force(false);
  }

  /// Removes it from its place.
  void remove() throws IOException {
    close();
    Files.deleteIfExists(file.path());
  }

  @Override
  public void close() throws IOException {
    channel.close();
  }
}
