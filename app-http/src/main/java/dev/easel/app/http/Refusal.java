package dev.easel.app.http;

import dev.easel.domain.image.Fields;
import dev.easel.domain.image.Nullable;
import dev.easel.domain.ledger.Query;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/// A request that is turned away, with what to answer.
final class Refusal extends RuntimeException {

  private static final long serialVersionUID = 1L;

  private final int status;
  private final String code;
  private final @Nullable String entry;
  private final transient Map<String, String> headers;
  private final transient List<String> warnings;
  private final transient Fields more;

  private Refusal(
      int status,
      String code,
      String message,
      @Nullable String entry,
      Map<String, String> headers,
      List<String> warnings,
      Fields more) {
    super(message, null, false, false);
    this.status = status;
    this.code = code;
    this.entry = entry;
    this.headers = headers;
    this.warnings = warnings;
    this.more = more;
  }

  /// @param code a stable word
  /// @param message one sentence
  static Refusal of(int status, String code, String message) {
    return new Refusal(status, code, message, null, Map.of(), List.of(), Fields.NONE);
  }

  /// A query that cannot be understood, with the word and its place.
  static Refusal of(Query.QueryProblem problem) {
    Fields at = Fields.NONE.with("word", problem.word()).with("column", problem.place());
    return new Refusal(
        400,
        "bad_query",
        problem.getMessage(),
        null,
        Map.of(),
        List.of(),
        Fields.NONE.with("at", at));
  }

  Refusal about(@Nullable String id) {
    return new Refusal(status, code, text(), id, headers, warnings, more);
  }

  Refusal with(String name, String value) {
    Map<String, String> changed = new HashMap<>(headers);
    changed.put(name, value);
    return new Refusal(status, code, text(), entry, Map.copyOf(changed), warnings, more);
  }

  /// The same with what its user should know besides, a sentence each.
  Refusal warning(List<String> sentences) {
    return new Refusal(status, code, text(), entry, headers, List.copyOf(sentences), more);
  }

  private String text() {
    return String.valueOf(getMessage());
  }

  /// The same in OpenAI's envelope, as the gateway's routes answer it.
  Reply envelopedReply() {
    Reply bare = GatewayErrors.reply(status, text(), null, code, entry);
    return withHeaders(GatewayErrors.warned(bare, warnings));
  }

  /// The one shape of errors on Easel's own routes, with `warnings` where there are any.
  Reply reply() {
    Fields body =
        Fields.NONE
            .with("success", false)
            .with("error", text())
            .with("code", code)
            .with("id", entry)
            .plus(more);
    Fields told = warnings.isEmpty() ? body : body.with("warnings", warnings);
    return withHeaders(Reply.json(status, told).about(entry));
  }

  private Reply withHeaders(Reply bare) {
    Reply reply = bare;
    for (Map.Entry<String, String> header : headers.entrySet()) {
      reply = reply.with(header.getKey(), header.getValue());
    }
    return reply;
  }
}
