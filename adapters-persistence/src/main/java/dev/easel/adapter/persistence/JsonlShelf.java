package dev.easel.adapter.persistence;

import java.io.IOException;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// An index and how much of it is kept in files. Not safe for use by several threads.
final class JsonlShelf {

  private static final long LARGER_THAN_INDEX = 8;

  private final JsonlIndex index;
  private JsonlWords words;
  private long savedEnd;
  private long savedSize;

  private JsonlShelf(JsonlIndex index, JsonlWords words, long savedSize) {
    this.index = index;
    this.words = words;
    this.savedEnd = index.counts().end();
    this.savedSize = savedSize;
  }

  /// The index that is kept for this log, or one of nothing.
  static JsonlShelf load(JsonlPlaces places, JsonlStamp log, ZoneId zone) throws IOException {
    Optional<JsonlIndexFile.Kept> kept = JsonlIndexFile.load(places, log, zone);
    return kept.isPresent()
        ? new JsonlShelf(kept.get().index(), kept.get().words(), kept.get().size())
        : new JsonlShelf(new JsonlIndex(zone), JsonlWords.NONE, 0);
  }

  /// The index.
  JsonlIndex index() {
    return index;
  }

  /// The file that holds the filters of its saved blocks.
  JsonlWords words() {
    return words;
  }

  /// Whether so much of the log was read since it was saved that it should be saved again: the
  /// larger the index, the more.
  ///
  /// @param least in bytes
  boolean isWorthSaving(long least) {
    long unsaved = index.counts().end() - savedEnd;
    return unsaved >= Math.max(least, savedSize * LARGER_THAN_INDEX);
  }

  /// Saves it, for this log. Its sums must be those of the lines, and nobody else may save.
  ///
  /// @return false when others have saved another index, which is to be loaded instead
  boolean save(JsonlPlaces places, JsonlStamp log) throws IOException {
    index.seal();
    int first = index.blocks().firstUnsaved();
    if (first > 0 && !JsonlIndexFile.words(places).equals(words)) {
      return false;
    }
    JsonlWords base = first == 0 ? JsonlWords.begin(places.words()) : words;
    List<JsonlBlock> stored = new ArrayList<>();
    List<JsonlBlock> unsaved = index.blocks().all().subList(first, index.blocks().count());
    JsonlWords longer = base.append(places.words(), unsaved, stored);
    JsonlBlocks blocks = index.blocks().followedBy(first, stored);
    savedSize = JsonlIndexFile.save(places, log.inode(), index, blocks, longer);
    index.saved(blocks);
    words = longer;
    savedEnd = index.counts().end();
    return true;
  }
}
