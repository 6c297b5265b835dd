package dev.easel.adapter.persistence;

import dev.easel.domain.image.Nullable;
import dev.easel.domain.ledger.Entry;
import dev.easel.domain.ledger.EntryId;
import dev.easel.domain.ledger.GenerationLog;
import dev.easel.domain.ledger.LogRecord;
import java.util.ArrayList;
import java.util.List;
import java.util.function.ToLongFunction;

/// Turns records into lines on the thread of whoever brings them, and hands them on in batches.
final class JsonlImport {

  private static final int MOST_LINES = 1_000;
  private static final int MOST_CHARACTERS = 1 << 20;

  /// A line to add, without its newline.
  ///
  /// @param id of its entry, null when it is none
  record Line(@Nullable EntryId id, String text) {}

  private final ToLongFunction<List<Line>> writer;
  private final List<Line> lines = new ArrayList<>();
  private int characters;
  private long added;

  private JsonlImport(ToLongFunction<List<Line>> writer) {
    this.writer = writer;
  }

  /// Adds records.
  ///
  /// @param writer writes some lines and says how many of them were new
  /// @return how many were new
  static long add(GenerationLog.Records records, ToLongFunction<List<Line>> writer) {
    JsonlImport importing = new JsonlImport(writer);
    records.each(importing::take);
    importing.flush();
    return importing.added;
  }

  private void take(LogRecord record) {
    switch (record) {
      case LogRecord.Whole(Entry entry) when !entry.finished() -> {}
      case LogRecord.Whole(Entry entry) -> take(new Line(entry.id(), JsonlTransaction.line(entry)));
      case LogRecord.Raw(String text, String _) -> take(new Line(null, text));
    }
  }

  private void take(Line line) {
    lines.add(line);
    characters += line.text().length();
    if (lines.size() >= MOST_LINES || characters >= MOST_CHARACTERS) {
      flush();
    }
  }

  private void flush() {
    added += writer.applyAsLong(List.copyOf(lines));
    lines.clear();
    characters = 0;
  }
}
