package dev.easel.adapter.persistence;

import dev.easel.domain.image.Fields;
import dev.easel.domain.ledger.EntryReading.NotAnEntry;
import dev.easel.domain.ledger.LogUnavailable;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Consumer;

/// The file of the journal: one record a line. A line whose checksum does not fit was never
/// finished, and is passed over.
final class JsonlJournalFile {

  private static final int HEAD = 48;
  private static final String NAME = "\"do\":\"";
  private static final String OF_LINES = "line";

  private JsonlJournalFile() {}

  /// Reads a record; empty when it is none, or not wanted.
  @FunctionalInterface
  private interface Reading {
    Optional<JsonlRecord> record(Path file, byte[] bytes, int start, int length);
  }

  /// Gives the records from `from` to below `to` to `sink`. A last one that lacks only its newline
  /// counts.
  ///
  /// @return where the next record begins
  static long read(Path file, long from, long to, Consumer<JsonlRecord> sink) throws IOException {
    return read(file, from, to, JsonlJournalFile::record, sink);
  }

  /// Gives those of the records below `to` to `sink` that say of lines that they are written; what
  /// is longest is passed over unread.
  static void readOfLines(Path file, long to, Consumer<JsonlRecord> sink) throws IOException {
    read(file, 0, to, JsonlJournalFile::recordOfLines, sink);
  }

  private static long read(
      Path file, long from, long to, Reading reading, Consumer<JsonlRecord> sink)
      throws IOException {
    long rest =
        JsonlLines.read(
            file,
            from,
            to,
            (bytes, start, length, _, _) ->
                reading.record(file, bytes, start, length).ifPresent(sink));
    if (rest >= to || to - rest > JsonlLines.LONGEST) {
      return rest;
    }
    byte[] last = JsonlLines.bytes(file, rest, (int) (to - rest));
    Optional<JsonlRecord> record = reading.record(file, last, 0, last.length);
    record.ifPresent(sink);
    return record.isPresent() ? to : rest;
  }

  // What a record does stands right behind its number.
  private static Optional<JsonlRecord> recordOfLines(
      Path file, byte[] bytes, int start, int length) {
    String head = new String(bytes, start, Math.min(HEAD, length), StandardCharsets.ISO_8859_1);
    int named = head.indexOf(NAME);
    return named < 0 || head.startsWith(OF_LINES, named + NAME.length())
        ? record(file, bytes, start, length)
        : Optional.empty();
  }

  private static Optional<JsonlRecord> record(Path file, byte[] bytes, int start, int length) {
    try {
      Optional<Fields> fields = JsonlChecked.fields(bytes, start, length);
      if (fields.isEmpty()) {
        return Optional.empty();
      }
      requireKnown(file, fields.get());
      return JsonlRecordFields.read(fields.get());
    } catch (NotAnEntry _) {
      return Optional.empty();
    }
  }

  private static void requireKnown(Path file, Fields fields) {
    if (fields.whole("v").orElse(0) > JsonlRecordFields.VERSION) {
      throw new LogUnavailable(
          LogUnavailable.Reason.NEWER,
          "a newer Easel wrote " + file + "; use that one, or a log of its own (log.path)");
    }
  }

  /// The lines of some records.
  static byte[] lines(List<JsonlRecord> records) {
    ByteArrayOutputStream lines = new ByteArrayOutputStream();
    records.forEach(record -> lines.writeBytes(JsonlChecked.line(JsonlRecordFields.json(record))));
    return lines.toByteArray();
  }

  /// Puts a new file with these lines in the journal's place, at once for everybody.
  static void replace(Path file, byte[] lines, JsonlDisk disk) throws IOException {
    Path next = file.resolveSibling(file.getFileName() + ".new");
    Files.deleteIfExists(next);
    try (FileChannel channel = PrivateFiles.openNew(next)) {
      ByteBuffer rest = ByteBuffer.wrap(lines);
      while (rest.hasRemaining()) {
        disk.write(channel, rest);
      }
      disk.force(channel);
    }
    Files.move(next, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
    PrivateFiles.force(Objects.requireNonNull(file.getParent()));
  }
}
