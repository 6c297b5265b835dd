package dev.easel.adapter.persistence;

import dev.easel.domain.image.Fields;
import dev.easel.domain.image.Nullable;
import dev.easel.domain.ledger.BookFinding;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Objects;
import java.util.Optional;

/// How much a log held, written into a file beside it after that was on stable storage: what is
/// left of a log that is gone, was emptied, or has another or an older one in its place. It may be
/// behind, and is never ahead.
///
/// @param log which log it was, empty for one that has no name
/// @param entries how many finished entries it held
/// @param records the number of the last record in its journal, 0 where it has none
record LogWitness(String log, long entries, long records) {

  /// Nothing is known.
  static final LogWitness NONE = new LogWitness("", 0, 0);

  /// What the file says, as much as can be read of it.
  static LogWitness read(Path file) {
    try {
      byte[] line = Files.readAllBytes(file);
      return JsonlChecked.fields(line, 0, line.length - 1).map(LogWitness::of).orElse(NONE);
    } catch (IOException _) {
      return NONE;
    }
  }

  private static LogWitness of(Fields fields) {
    return new LogWitness(
        fields.text("log").orElse(""),
        fields.whole("entries").orElse(0),
        fields.whole("records").orElse(0));
  }

  /// Puts it into the file, at once for everybody. It is not forced: it is no promise.
  void write(Path file) throws IOException {
    Path directory = Objects.requireNonNull(file.getParent());
    PrivateFiles.makeDirectory(directory);
    Path fresh = TemporaryFiles.fresh(directory);
    try {
      PrivateFiles.makeFile(fresh);
      Files.write(fresh, JsonlChecked.line(fields()));
      Files.move(fresh, file, StandardCopyOption.ATOMIC_MOVE);
    } finally {
      Files.deleteIfExists(fresh);
    }
  }

  private Fields fields() {
    return Fields.NONE.with("log", log).with("entries", entries).with("records", records);
  }

  /// The same with the higher figures of both.
  LogWitness and(LogWitness other) {
    return new LogWitness(log, Math.max(entries, other.entries), Math.max(records, other.records));
  }

  /// Whether a figure of this one is higher.
  boolean saysMoreThan(LogWitness other) {
    return entries > other.entries || records > other.records;
  }

  /// Says so if entries are missed.
  ///
  /// @param file where this witness stands, for people
  /// @param held what lies in the log's place, null when there is nothing
  Optional<BookFinding> missed(Path file, @Nullable LogWitness held) {
    boolean same = held != null && held.log.equals(log);
    long missed = entries - (held == null || !same ? 0 : held.entries);
    if (missed <= 0) {
      return Optional.empty();
    }
    String lies =
        held == null ? "nothing lies" : (same ? "an older copy lies" : "another log lies");
    String what =
        "%s in the place of the log that held %d; put that back, or remove %s"
            .formatted(lies, entries, file);
    return Optional.of(new BookFinding.Removed(null, missed, what));
  }
}
