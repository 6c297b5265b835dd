package dev.easel.config;

/// The kinds of log.
public enum LogBackend {
  /// One SQLite file.
  SQLITE,
  /// Lines of JSON, as the demo server wrote them.
  JSONL
}
