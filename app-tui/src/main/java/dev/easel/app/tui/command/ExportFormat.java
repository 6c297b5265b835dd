package dev.easel.app.tui.command;

import dev.easel.domain.image.Nullable;
import java.io.PrintStream;
import java.util.Locale;

/// The forms in which entries leave.
enum ExportFormat {
  JSONL,
  CSV,
  JSON;

  /// The form with this word, or else that of the file's name, or else lines of JSON.
  static ExportFormat named(@Nullable String word, @Nullable String file, boolean json) {
    if (word != null) {
      return ofWord(word);
    }
    String name = file == null ? "" : file.toLowerCase(Locale.ROOT);
    if (name.endsWith(".csv")) {
      return CSV;
    }
    return json || name.endsWith(".json") ? JSON : JSONL;
  }

  private static ExportFormat ofWord(String word) {
    for (ExportFormat format : values()) {
      if (format.name().equalsIgnoreCase(word)) {
        return format;
      }
    }
    throw CommandFailure.wrong("--format is jsonl, csv or json, not '" + word + "'");
  }

  EntryWriter writer(PrintStream out) {
    return switch (this) {
      case JSONL -> new LineWriter(out);
      case CSV -> new CsvWriter(out);
      case JSON -> new DocumentWriter(out);
    };
  }
}
