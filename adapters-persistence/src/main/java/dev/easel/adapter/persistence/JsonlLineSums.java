package dev.easel.adapter.persistence;

import dev.easel.domain.ledger.EntryId;
import java.io.IOException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/// The sums of lines that are not announced yet: those that this handle has written it knows, and
/// those of others it reads. For one thread at a time, under the log's lock.
final class JsonlLineSums {

  private final JsonlHold log;
  private final Map<Long, JsonlFreshLines.Line> own = new HashMap<>();

  JsonlLineSums(JsonlHold log) {
    this.log = log;
  }

  /// These were written here.
  void add(List<JsonlFreshLines.Line> lines) {
    lines.forEach(line -> own.put(line.offset(), line));
  }

  /// A line with its sum.
  ///
  /// @param id of its entry
  /// @param offset where it begins
  JsonlFreshLines.Line of(EntryId id, long offset) throws IOException {
    JsonlFreshLines.Line known = own.get(offset);
    return known != null && known.witness().id().equals(id) ? known : read(id, offset);
  }

  private JsonlFreshLines.Line read(EntryId id, long offset) throws IOException {
    byte[] line = log.line(offset);
    JsonlWitness witness = new JsonlWitness(id, JsonlWitness.sum(line, 0, line.length));
    return new JsonlFreshLines.Line(witness, true, offset);
  }

  /// Forgets what it knows.
  void clear() {
    own.clear();
  }
}
