package dev.easel.app.http;

import dev.easel.domain.image.Content;
import dev.easel.domain.ledger.QueryManual;
import java.nio.charset.StandardCharsets;
import java.util.Set;

/// Answers what describes the server, and is nobody's in particular.
final class Documents {

  /// The paths of the documents.
  static final Set<String> PATHS = Set.of("/queries");

  /// `GET /queries`: the query language.
  Reply queries(Request request) {
    String text = String.join("\n", QueryManual.lines()) + "\n";
    return Reply.of(
            200, "text/plain; charset=utf-8", Content.of(text.getBytes(StandardCharsets.UTF_8)))
        .with("Cache-Control", "no-cache");
  }
}
