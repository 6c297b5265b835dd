package dev.easel.adapter.persistence;

import dev.easel.domain.ledger.Entry;
import dev.easel.domain.ledger.LogRecord;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.function.Consumer;

/// Gives all lines of a log, as records.
final class JsonlExport {

  private JsonlExport() {}

  /// Gives every line that is not blank to `sink`; entries as they are now, others as they stand.
  static void each(JsonlView view, Consumer<LogRecord> sink) throws IOException {
    Path log = view.places().log();
    JsonlLines.readAll(
        log,
        0,
        view.size(),
        (bytes, start, length, offset, next) -> {
          switch (view.reader().read(bytes, start, length, offset, next)) {
            case JsonlLine.Blank _ -> {}
            case JsonlLine.Whole(Entry entry) -> sink.accept(new LogRecord.Whole(view.now(entry)));
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
