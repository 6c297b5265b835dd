package dev.easel.adapter.persistence;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;

/// The file of what the journal said of lines before it was shortened, so that a line that is gone
/// is missed. It holds a line at least once, and perhaps twice; a torn end counts for nothing.
///
/// It is written before the journal forgets, and after the lines were forced to the disk: whatever
/// moment a crash comes at, no line is missed that was not there.
record JsonlRegister(Path file) {

  /// The register of a log.
  static JsonlRegister of(JsonlPlaces places) {
    return new JsonlRegister(places.register());
  }

  /// How many lines it holds.
  long count() throws IOException {
    return JsonlStamp.of(file).size() / JsonlWitness.BYTES;
  }

  /// Takes what a journal says of lines, durably. Under the log's lock.
  ///
  /// @param to how much of the journal to read
  /// @return how many lines the register holds now
  long take(Path journal, long to, JsonlDisk disk) throws IOException {
    List<JsonlWitness> lines = new ArrayList<>();
    JsonlJournalFile.readOfLines(journal, to, said -> lines.addAll(JsonlWitness.of(said)));
    if (!lines.isEmpty()) {
      append(JsonlWitness.bytes(lines), disk);
    }
    return count();
  }

  private void append(ByteBuffer bytes, JsonlDisk disk) throws IOException {
    boolean fresh = PrivateFiles.makeFile(file);
    try (FileChannel channel = disk.open(file)) {
      channel.truncate(count() * JsonlWitness.BYTES);
      while (bytes.hasRemaining()) {
        disk.write(channel, bytes);
      }
      disk.force(channel);
    }
    if (fresh) {
      PrivateFiles.force(file.resolveSibling("."));
    }
  }

  /// Gives the lines that it holds to `sink`.
  void each(Consumer<JsonlWitness> sink) throws IOException {
    long left = count();
    if (left == 0) {
      return;
    }
    try (InputStream bytes = new BufferedInputStream(Files.newInputStream(file), 1 << 16)) {
      for (; left > 0; left--) {
        sink.accept(JsonlWitness.read(ByteBuffer.wrap(bytes.readNBytes(JsonlWitness.BYTES))));
      }
    }
  }
}
