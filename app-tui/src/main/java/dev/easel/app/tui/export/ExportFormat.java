package dev.easel.app.tui.export;

import dev.easel.domain.image.Nullable;
import java.io.PrintStream;
import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/// The forms in which entries leave.
public enum ExportFormat {
  /// The log's own lines.
  JSONL,
  /// A table with commas.
  CSV,
  /// One JSON document.
  JSON;

  /// The form with this word, in any case.
  public static Optional<ExportFormat> named(String word) {
    return Arrays.stream(values())
        .filter(format -> format.name().equalsIgnoreCase(word))
        .findFirst();
  }

  /// The form that the name of a file tells; a document where `json` is wanted, or else lines.
  public static ExportFormat ofFile(@Nullable String file, boolean json) {
    String name = file == null ? "" : file.toLowerCase(Locale.ROOT);
    if (name.endsWith(".csv")) {
      return CSV;
    }
    return json || name.endsWith(".json") ? JSON : JSONL;
  }

  /// What writes entries in this form.
  public EntryWriter writer(PrintStream out) {
    return switch (this) {
      case JSONL -> new LineWriter(out);
      case CSV -> new CsvWriter(out);
      case JSON -> new DocumentWriter(out);
    };
  }
}
