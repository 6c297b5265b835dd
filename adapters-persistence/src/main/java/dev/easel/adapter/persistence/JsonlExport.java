package dev.easel.adapter.persistence;

import dev.easel.domain.ledger.Entry;
import dev.easel.domain.ledger.GenerationLog.Records;
import dev.easel.domain.ledger.LogRecord;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.ZoneId;
import java.util.function.Consumer;
import java.util.function.UnaryOperator;

/// Gives all lines of a log, or of a file that is open as none, as records.
final class JsonlExport {

  private JsonlExport() {}

  /// Gives every line that is not blank to `sink`; entries as they are now, others as they stand.
  static void each(JsonlView view, Consumer<LogRecord> sink) throws IOException {
    each(view.places().log(), view.size(), view.reader(), view::now, sink);
  }

  /// The lines of a file, which stays as it is, with nothing beside it.
  ///
  /// @param zone of timestamps that name none
  static Records of(Path file, ZoneId zone) {
    return sink -> {
      try {
        each(file, Files.size(file), new JsonlLineReader(zone), UnaryOperator.identity(), sink);
      } catch (IOException failed) {
        throw LogFailures.of(file, failed);
      }
    };
  }

  private static void each(
      Path log,
      long size,
      JsonlLineReader reader,
      UnaryOperator<Entry> now,
      Consumer<LogRecord> sink)
      throws IOException {
    JsonlLines.readAll(
        log,
        0,
        size,
        (bytes, start, length, offset, next) -> {
          switch (reader.read(bytes, start, length, offset, next)) {
            case JsonlLine.Blank _ -> {}
            case JsonlLine.Whole(Entry entry) -> sink.accept(new LogRecord.Whole(now.apply(entry)));
            case JsonlLine.Damaged(String reason) ->
                sink.accept(new LogRecord.Raw(text(log, offset, next), reason));
          }
        });
  }

  private static String text(Path log, long offset, long next) throws IOException {
    int length = Math.toIntExact(next - offset - 1);
    return new String(JsonlLines.bytes(log, offset, length), StandardCharsets.UTF_8);
  }
}
