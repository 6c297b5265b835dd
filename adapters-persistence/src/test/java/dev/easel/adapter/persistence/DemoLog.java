package dev.easel.adapter.persistence;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Objects;

/// A log as the demo server wrote it: 120 entries, a blank line, one damaged line in the middle and
/// one that was cut at the end.
final class DemoLog {

  /// How many of its lines are entries.
  static final int ENTRIES = 120;

  private DemoLog() {}

  /// The file.
  static byte[] bytes() throws IOException {
    try (InputStream file = DemoLog.class.getResourceAsStream("demo-server-log.jsonl")) {
      return Objects.requireNonNull(file).readAllBytes();
    }
  }

  /// Its lines that are not blank.
  static List<String> lines() throws IOException {
    return new String(bytes(), StandardCharsets.UTF_8)
        .lines()
        .filter(line -> !line.isBlank())
        .toList();
  }
}
