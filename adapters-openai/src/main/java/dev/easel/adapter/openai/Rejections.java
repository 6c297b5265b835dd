package dev.easel.adapter.openai;

import dev.easel.domain.image.Failure;
import dev.easel.domain.image.Fields;
import dev.easel.domain.image.Nullable;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonParser;

/// Reads answers whose status is not 2xx. The status alone decides what they mean for the money, so
/// a body that cannot be read whole costs words and nothing else.
final class Rejections {

  /// The most bytes of such an answer that are read.
  static final long LARGEST = 1024 * 1024;

  /// How long is waited for the rest of one.
  static final Duration PATIENCE = Duration.ofSeconds(15);

  private final ForeignWords words;
  private final String provider;

  /// @param provider the configured name, for people
  Rejections(ForeignWords words, String provider) {
    this.words = words;
    this.provider = provider;
  }

  /// A refusal.
  ///
  /// @param body what it says as JSON, null when it is something else
  record Read(Failure.Rejected failure, @Nullable Fields body) {}

  Read read(int status, ReplyHeaders headers, InputStream body) {
    byte[] bytes = bytes(body);
    Optional<Fields> json = json(bytes);
    String fallback = json.isPresent() ? silent(status, headers) : text(status, headers, bytes);
    Failure.Rejected failure =
        json.map(Refusal::in)
            .orElseGet(() -> Refusal.in(Fields.NONE))
            .rejected(status, words, fallback, RetryAfter.in(headers).orElse(null));
    boolean small = bytes.length <= PassedOn.MOST;
    return new Read(failure, small ? json.orElse(null) : null);
  }

  private static byte[] bytes(InputStream body) {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (body) {
      body.transferTo(bytes);
    } catch (IOException cut) {
      // what came has to do
    }
    return bytes.toByteArray();
  }

  private static Optional<Fields> json(byte[] bytes) {
    try (JsonParser parser = WireJson.parser(bytes)) {
      parser.nextToken();
      return parser.isExpectedStartObjectToken() && WireJson.value(parser) instanceof Map<?, ?> map
          ? Optional.of(Fields.NONE.with("body", map).fields("body"))
          : Optional.empty();
    } catch (JacksonException notJson) {
      return Optional.empty();
    }
  }

  private String text(int status, ReplyHeaders headers, byte[] bytes) {
    String text = new String(bytes, StandardCharsets.UTF_8).strip();
    String said = text.startsWith("<") ? words.page(text) : words.plain(text);
    return said.isEmpty()
        ? silent(status, headers)
        : words.plain("status " + status + hint(status) + ": " + said);
  }

  private String silent(int status, ReplyHeaders headers) {
    @Nullable String place = headers.value("location").orElse(null);
    return place == null
        ? "status " + status + " without an explanation" + hint(status)
        : words.plain(
            "the provider points to "
                + place.replaceFirst("\\?.*", "")
                + " instead of answering"
                + hint(status));
  }

  /// The usual cause of an answer that no image server gives.
  private String hint(int status) {
    return status < 400 || status == 404 || status == 405
        ? "; check the base URL of the provider " + provider
        : "";
  }
}
