package dev.easel.app.http;

import dev.easel.domain.image.Content;
import dev.easel.domain.ledger.QueryManual;
import java.nio.charset.StandardCharsets;
import java.util.Set;

/// Answers what describes the server, and is nobody's in particular.
final class Documents {

  /// The paths of the documents.
  static final Set<String> PATHS = Set.of("/queries", "/openapi.json");

  /// `GET /queries`: the query language.
  Reply queries(Request request) {
    String text = String.join("\n", QueryManual.lines()) + "\n";
    return kept("text/plain; charset=utf-8", text.getBytes(StandardCharsets.UTF_8));
  }

  /// `GET /openapi.json`: all routes but those of the page.
  Reply openApi(Request request) {
    return kept("application/json", StartPage.read("openapi.json"));
  }

  private static Reply kept(String type, byte[] bytes) {
    return Reply.of(200, type, Content.of(bytes)).with("Cache-Control", "no-cache");
  }
}
