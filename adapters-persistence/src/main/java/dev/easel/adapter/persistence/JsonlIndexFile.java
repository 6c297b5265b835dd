package dev.easel.adapter.persistence;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.ZoneId;
import java.util.Objects;
import java.util.Optional;
import java.util.zip.CRC32C;

/// The file of the index: a head that says what it is about, and the index, checked as a whole. A
/// file that is not about this log, or damaged, is as good as none.
final class JsonlIndexFile {

  private static final long MAGIC = 0x656173656c697833L; // easelix3
  private static final int HEAD = 8 * Long.BYTES;
  private static final int TAIL = 4 << 10;

  /// What an index is about.
  ///
  /// @param inode of the log
  /// @param zone a hash of the zone whose days it counts
  /// @param end how far the log was read
  /// @param tail a checksum of the log's bytes before that
  /// @param words the filters
  /// @param body a checksum of what follows the head
  private record Head(long inode, long zone, long end, long tail, JsonlWords words, long body) {}

  /// An index that was kept, and its filters.
  ///
  /// @param size of the file
  record Kept(JsonlIndex index, JsonlWords words, long size) {}

  private JsonlIndexFile() {}

  /// The index of this log in this zone, if there is a sound one.
  static Optional<Kept> load(JsonlPlaces places, JsonlStamp log, ZoneId zone) throws IOException {
    long size = JsonlStamp.of(places.index()).size();
    if (size <= HEAD || size > Integer.MAX_VALUE / 2) {
      return Optional.empty();
    }
    byte[] bytes = JsonlLines.bytes(places.index(), 0, (int) size);
    Optional<Head> head = head(bytes).filter(found -> found.body() == checksum(bytes, HEAD));
    if (head.isEmpty() || !isAbout(head.get(), places, log, zone)) {
      return Optional.empty();
    }
    return read(bytes, zone).map(index -> new Kept(index, head.get().words(), size));
  }

  private static Optional<JsonlIndex> read(byte[] bytes, ZoneId zone) {
    try {
      return Optional.of(JsonlIndexBody.read(new JsonlInput(bytes, HEAD), zone));
    } catch (RuntimeException _) {
      // The checksum is right, so another version of Easel has written it.
      return Optional.empty();
    }
  }

  /// The filters to which the index refers that is kept now.
  static JsonlWords words(JsonlPlaces places) throws IOException {
    if (JsonlStamp.of(places.index()).size() <= HEAD) {
      return JsonlWords.NONE;
    }
    return head(JsonlLines.bytes(places.index(), 0, HEAD)).map(Head::words).orElse(JsonlWords.NONE);
  }

  private static Optional<Head> head(byte[] bytes) {
    ByteBuffer head = ByteBuffer.wrap(bytes);
    if (bytes.length < HEAD || head.getLong() != MAGIC) {
      return Optional.empty();
    }
    return Optional.of(
        new Head(
            head.getLong(),
            head.getLong(),
            head.getLong(),
            head.getLong(),
            new JsonlWords(head.getLong(), head.getLong()),
            head.getLong()));
  }

  private static boolean isAbout(Head head, JsonlPlaces places, JsonlStamp log, ZoneId zone)
      throws IOException {
    return head.inode() == log.inode()
        && head.zone() == hash(zone)
        && head.end() <= log.size()
        && head.tail() == tail(places.log(), head.end())
        && head.words().isIn(places.words());
  }

  private static long hash(ZoneId zone) {
    return JsonlHash.of('z', zone.getId());
  }

  private static long tail(Path log, long end) throws IOException {
    int length = (int) Math.min(end, TAIL);
    return checksum(JsonlLines.bytes(log, end - length, length), 0);
  }

  private static long checksum(byte[] bytes, int from) {
    CRC32C checksum = new CRC32C();
    checksum.update(bytes, from, bytes.length - from);
    return checksum.getValue();
  }

  /// Puts the index in the place of the one that is kept, at once for everybody.
  ///
  /// @param inode of the log
  /// @param blocks those of the index, with their filters stored in `words`
  /// @return what it takes on the disk
  static long save(
      JsonlPlaces places, long inode, JsonlIndex index, JsonlBlocks blocks, JsonlWords words)
      throws IOException {
    byte[] body = JsonlIndexBody.bytes(index, blocks);
    long end = index.counts().end();
    ByteBuffer file =
        ByteBuffer.allocate(HEAD + body.length)
            .putLong(MAGIC)
            .putLong(inode)
            .putLong(hash(index.reader().zone()))
            .putLong(end)
            .putLong(tail(places.log(), end))
            .putLong(words.generation())
            .putLong(words.length())
            .putLong(checksum(body, 0))
            .put(body)
            .flip();
    replace(places.index(), file);
    return (long) HEAD + body.length;
  }

  private static void replace(Path file, ByteBuffer bytes) throws IOException {
    Path next = file.resolveSibling(file.getFileName() + ".new");
    Files.deleteIfExists(next);
    try (FileChannel channel = PrivateFiles.openNew(next)) {
      WholeWrite.to(channel, bytes);
      channel.force(true);
    }
    Files.move(next, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
    PrivateFiles.force(Objects.requireNonNull(file.getParent()));
  }
}
