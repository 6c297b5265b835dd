package dev.easel.adapter.persistence;

import dev.easel.domain.ledger.Entry;
import dev.easel.domain.ledger.EntryId;
import java.io.IOException;
import java.io.RandomAccessFile;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// A log as it was at one moment, for reading without a lock. The files only grow, so what it
/// refers to stays; only the overlays are those of the moment of reading.
///
/// @param size of the log, a fragment at its end included
/// @param open the block that still grew
/// @param words the file of filters
/// @param inFlight the entries that had no line, newest first
record JsonlView(
    JsonlPlaces places,
    JsonlLineReader reader,
    long size,
    JsonlCounts counts,
    JsonlBlocks blocks,
    JsonlBlock open,
    JsonlWords words,
    JsonlVocabulary vocabulary,
    Map<EntryId, JsonlOverlay> overlays,
    List<Entry> inFlight) {

  /// An entry and where its line begins.
  record Found(Entry ofLine, long line) {}

  /// Takes entries.
  @FunctionalInterface
  interface Visitor {
    /// Takes what searches and sums look at of an entry, as it is now.
    ///
    /// @param line where its line begins
    void entry(Entry gist, long line) throws IOException;
  }

  /// The same, whose overlays, too, stay as they are.
  JsonlView withoutLaterChanges() {
    return new JsonlView(
        places,
        reader,
        size,
        counts,
        blocks,
        open,
        words,
        vocabulary,
        Map.copyOf(overlays),
        inFlight);
  }

  /// The filters, for one search.
  JsonlFilters filters() throws IOException {
    return JsonlFilters.open(places.words(), words);
  }

  /// What the entry of a line is now.
  Entry now(Entry ofLine) {
    JsonlOverlay overlay = overlays.get(ofLine.id());
    return overlay == null ? ofLine : overlay.over(ofLine);
  }

  /// Gives what searches and sums look at of the entries of a block to `visitor`.
  void gists(JsonlBlock block, Visitor visitor) throws IOException {
    JsonlLines.readAll(
        places.log(),
        block.start(),
        block.end(),
        (bytes, start, length, offset, next) -> {
          if (reader.gist(bytes, start, length, offset, next)
              instanceof JsonlLine.Whole(Entry entry)) {
            visitor.entry(now(entry), offset);
          }
        });
  }

  /// The entry with this id that has a line, as the line says.
  Optional<Found> find(EntryId id) throws IOException {
    if (open.ranges().holds(id)) {
      Optional<Found> found = find(id, open);
      if (found.isPresent()) {
        return found;
      }
    }
    for (JsonlBlock block : holding(id)) {
      Optional<Found> found = find(id, block);
      if (found.isPresent()) {
        return found;
      }
    }
    return Optional.empty();
  }

  /// The finished blocks that may have a line with this id.
  List<JsonlBlock> holding(EntryId id) throws IOException {
    List<JsonlBlock> near = blocks.order().holding(id);
    if (near.isEmpty()) {
      return near;
    }
    long ending = JsonlTokens.ending(id.shortForm());
    try (JsonlFilters filters = filters()) {
      return near.stream().filter(block -> filters.mayHold(block, ending)).toList();
    }
  }

  private Optional<Found> find(EntryId id, JsonlBlock block) throws IOException {
    List<Found> found = new ArrayList<>();
    gists(
        block,
        (gist, line) -> {
          if (gist.id().equals(id)) {
            at(line).ifPresent(found::add);
          }
        });
    return found.stream().findFirst();
  }

  /// The entry with this id whose line begins there, or elsewhere if it does not.
  Optional<Found> find(EntryId id, long line) throws IOException {
    Optional<Found> there = line >= 0 && line < counts.end() ? at(line) : Optional.empty();
    return there.isPresent() && there.get().ofLine().id().equals(id) ? there : find(id);
  }

  /// The entry whose line begins there.
  private Optional<Found> at(long line) throws IOException {
    try (RandomAccessFile log = openLog()) {
      return at(log, line);
    }
  }

  /// The log, for reading some lines.
  RandomAccessFile openLog() throws IOException {
    return new RandomAccessFile(places.log().toFile(), "r");
  }

  /// The entry whose line begins there.
  Optional<Found> at(RandomAccessFile log, long line) throws IOException {
    byte[] bytes = JsonlLines.one(log, line, counts.end());
    return reader.read(bytes, 0, bytes.length, line, line + bytes.length + 1)
            instanceof JsonlLine.Whole(Entry entry)
        ? Optional.of(new Found(entry, line))
        : Optional.empty();
  }
}
