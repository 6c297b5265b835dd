package dev.easel.app.http;

import dev.easel.domain.image.Fields;
import dev.easel.domain.image.Nullable;
import java.util.List;
import java.util.Objects;
import java.util.UUID;

/// Errors in OpenAI's envelope: `{"error":{"message","type","param","code"}}`.
final class GatewayErrors {

  static final String REQUEST_ID = "x-request-id";
  static final String SHOULD_RETRY = "x-should-retry";
  private static final String PREFIX = "/v1";

  private GatewayErrors() {}

  /// Whether a path is the gateway's, where errors have this form.
  static boolean concern(@Nullable String path) {
    return path != null && (path.equals(PREFIX) || path.startsWith(PREFIX + "/"));
  }

  /// An error of Easel's own.
  ///
  /// @param param what of the request is wrong, null when nothing in particular is
  /// @param code a stable word
  /// @param entry the id of the entry that it is about, null when there is none
  static Reply reply(
      int status, String message, @Nullable String param, String code, @Nullable String entry) {
    Reply reply = Reply.json(status, envelope(status, message, param, code)).about(entry);
    return reply.with(
        REQUEST_ID, Objects.requireNonNullElseGet(entry, () -> UUID.randomUUID().toString()));
  }

  /// The envelope of an error.
  static Fields envelope(int status, String message, @Nullable String param, String code) {
    Fields error =
        Fields.NONE
            .with("message", message)
            .with("type", type(status))
            .with("param", param)
            .with("code", code);
    return Fields.NONE.with("error", error);
  }

  /// Tells clients that repeat failed requests by themselves not to.
  static Reply once(Reply reply) {
    return reply.with(SHOULD_RETRY, "false");
  }

  /// The answer with what its client should know besides, a sentence each.
  static Reply warned(Reply reply, List<String> sentences) {
    return sentences.isEmpty()
        ? reply
        : reply.with("x-easel-warning", String.join("; ", sentences));
  }

  private static String type(int status) {
    return switch (status) {
      case 402 -> "insufficient_quota";
      case 429 -> "rate_limit_error";
      default -> status >= 500 ? "server_error" : "invalid_request_error";
    };
  }
}
