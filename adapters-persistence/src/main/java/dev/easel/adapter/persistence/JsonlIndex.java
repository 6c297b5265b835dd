package dev.easel.adapter.persistence;

import dev.easel.domain.image.Nullable;
import dev.easel.domain.ledger.Entry;
import dev.easel.domain.ledger.EntryId;
import java.io.IOException;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;

/// What is known of a log without reading it again: sums, and one row a block. All of it follows
/// from the lines of the log alone. Not safe for use by several threads.
final class JsonlIndex {

  /// Hears of every entry as its line is read.
  @FunctionalInterface
  interface Listener {
    void landed(Entry entry, long line);
  }

  private final JsonlLineReader reader;
  private final JsonlSums sums;
  private final JsonlVocabulary vocabulary;
  private JsonlBlocks blocks;
  private JsonlBlockBuilder open;
  private JsonlCounts counts;
  private @Nullable String fragment;

  /// An index of nothing.
  JsonlIndex(ZoneId zone) {
    this(zone, JsonlCounts.NONE, new JsonlSums(), new JsonlVocabulary(), List.of());
  }

  /// An index that was kept.
  JsonlIndex(
      ZoneId zone,
      JsonlCounts counts,
      JsonlSums sums,
      JsonlVocabulary vocabulary,
      List<JsonlBlock> blocks) {
    this.reader = new JsonlLineReader(zone);
    this.counts = counts;
    this.sums = sums;
    this.vocabulary = vocabulary;
    this.blocks = JsonlBlocks.of(blocks);
    this.open = new JsonlBlockBuilder(counts.end());
  }

  /// Reads on, up to below `to`. What stands behind the last newline counts when it is a whole
  /// entry, and is looked at again the next time when it is not.
  void read(Path log, long to, Listener listener) throws IOException {
    fragment = null;
    JsonlGists gists =
        new JsonlGists(reader, vocabulary, to - counts.end(), line -> take(line, listener));
    long rest = JsonlLines.read(log, counts.end(), to, gists);
    gists.finish();
    if (rest < to) {
      readRest(log, rest, to, listener);
    }
  }

  /// Reads whole lines that were just appended where it has read up to.
  void read(byte[] lines, Listener listener) throws IOException {
    fragment = null;
    JsonlGists gists =
        new JsonlGists(reader, vocabulary, lines.length, line -> take(line, listener));
    JsonlLines.each(lines, counts.end(), gists);
    gists.finish();
  }

  private void take(JsonlGists.Read read, Listener listener) {
    switch (read.line()) {
      case JsonlLine.Blank _ -> {
        open.addOther();
        counts = counts.blank(read.next());
      }
      case JsonlLine.Damaged(String reason) -> {
        open.addOther();
        counts = counts.damaged(read.next(), reason);
      }
      case JsonlLine.Whole(Entry entry) -> {
        add(entry, read.tokens(), listener);
        counts = counts.entry(read.next());
      }
    }
    sealFull();
  }

  /// Takes in a line that was just appended where it has read up to, and need not be read, because
  /// its entry is at hand.
  ///
  /// @param next where the next line begins
  void read(Entry entry, long next, Listener listener) {
    fragment = null;
    add(entry, JsonlTokens.of(entry, vocabulary), listener);
    counts = counts.entry(next);
    sealFull();
  }

  private void sealFull() {
    if (open.isFull(counts.end())) {
      seal();
    }
  }

  private void add(Entry entry, long[] tokens, Listener listener) {
    open.add(entry, tokens);
    sums.add(entry, day(entry));
    listener.landed(entry, counts.end());
  }

  private void readRest(Path log, long rest, long to, Listener listener) throws IOException {
    int length = (int) Math.min(to - rest, JsonlLines.LONGEST);
    byte[] bytes = JsonlLines.bytes(log, rest, length);
    switch (reader.gist(bytes, 0, bytes.length, rest, to + 1)) {
      case JsonlLine.Blank _ -> {}
      case JsonlLine.Damaged(String reason) -> fragment = reason;
      case JsonlLine.Whole(Entry entry) -> {
        add(entry, JsonlTokens.of(entry, vocabulary), listener);
        counts = counts.entryWithoutNewline(to);
      }
    }
  }

  /// Finishes the last block.
  void seal() {
    if (!open.isEmpty()) {
      blocks = blocks.with(open.sealed(counts.end()));
      open = new JsonlBlockBuilder(counts.end());
    }
  }

  /// The entry whose line begins there has become this one.
  void change(long line, Entry entry) {
    int number = blocks.at(line);
    if (number < blocks.count()) {
      blocks = blocks.changed(number, block -> block.changed(entry, vocabulary));
    } else {
      open.change(entry, JsonlTokens.of(entry, vocabulary));
    }
  }

  /// Its blocks, now that all have their filters in the file of filters.
  void saved(JsonlBlocks stored) {
    blocks = stored;
  }

  /// The day on which an entry counts.
  LocalDate day(Entry entry) {
    return LocalDate.ofInstant(entry.timestamp(), reader.zone());
  }

  /// Reads lines as this index does.
  JsonlLineReader reader() {
    return reader;
  }

  /// The sums, which others may correct for what is not in the lines.
  JsonlSums sums() {
    return sums;
  }

  /// The values of the fields.
  JsonlVocabulary vocabulary() {
    return vocabulary;
  }

  /// The finished blocks.
  JsonlBlocks blocks() {
    return blocks;
  }

  /// Whether the block that still grows has a line with this id.
  boolean openHolds(EntryId id) {
    return open.holds(id);
  }

  /// The block that still grows.
  JsonlBlock open() {
    return open.open(counts.end());
  }

  /// How far the log is read, and what was there up to the last newline.
  JsonlCounts counts() {
    return counts;
  }

  /// What was there, a fragment at the end included.
  JsonlCounts countsWithFragment() {
    return fragment == null ? counts : counts.withFragment(fragment);
  }
}
