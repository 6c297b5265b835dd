package dev.easel.adapter.sandbox;

import dev.easel.domain.image.Fields;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;

/// Answers a request with a fault.
final class Mishap {

  private static final Duration STALL = Duration.ofMinutes(1);
  private static final int MEGABYTE = 1 << 20;
  private static final int OVERSIZE_MEGABYTES = 512;

  private Mishap() {}

  static void happen(Fault fault, Reply reply) throws IOException, ApiError {
    switch (fault) {
      case MODERATION -> throw ApiError.moderated("input");
      case MODERATION_OUTPUT -> throw ApiError.moderated("output");
      case RATE_LIMIT -> {
        reply.header("Retry-After", "1");
        throw ApiError.of(
            429,
            "requests",
            "rate_limit_exceeded",
            null,
            "Too many pictures a minute; try again in 1s.");
      }
      case QUOTA ->
          throw ApiError.of(
              429, "insufficient_quota", "insufficient_quota", null, "The credit is used up.");
      case INVALID_KEY -> throw ApiError.badKey();
      case SERVER_ERROR ->
          throw ApiError.of(
              500, "server_error", "server_error", null, "Something broke on purpose.");
      case OVERLOAD ->
          throw ApiError.of(
              503, "service_unavailable_error", "server_is_overloaded", null, "Too much to do.");
      case BROKEN -> reply.breakOff();
      case STALLED -> stall(reply);
      case TRUNCATED -> truncate(reply);
      case WRONG_TYPE -> reply.bytes(200, "text/html", utf8("<html><body>Welcome!</body></html>"));
      case OVERSIZE -> flood(reply);
      case NO_PICTURE -> reply.json(200, noPicture());
    }
  }

  private static Fields noPicture() {
    String words = Base64.getEncoder().encodeToString(utf8("this is no picture"));
    return Fields.NONE
        .with("created", 0)
        .with("data", List.of(Fields.NONE.with("b64_json", words)));
  }

  private static void truncate(Reply reply) throws IOException {
    reply.bytes(
        200, "application/json", utf8("{\"created\":1,\"data\":[{\"b64_json\":\"iVBORw0KGgo"));
  }

  private static void stall(Reply reply) throws IOException {
    OutputStream body = reply.open("application/json");
    body.write(utf8("{\"created\":1,\"data\":[{\"b64_json\":\"iVBORw0KGgo"));
    body.flush();
    pause(STALL);
    reply.breakOff();
  }

  private static void flood(Reply reply) throws IOException {
    byte[] letters = new byte[MEGABYTE];
    Arrays.fill(letters, (byte) 'A');
    OutputStream body = reply.open("application/json");
    body.write(utf8("{\"created\":1,\"data\":[{\"b64_json\":\""));
    for (int sent = 0; sent < OVERSIZE_MEGABYTES; sent++) {
      body.write(letters);
    }
    body.write(utf8("\"}]}"));
  }

  static void pause(Duration length) throws IOException {
    try {
      Thread.sleep(length);
    } catch (InterruptedException stopped) {
      Thread.currentThread().interrupt();
      throw new IOException("the sandbox stops", stopped);
    }
  }

  private static byte[] utf8(String text) {
    return text.getBytes(StandardCharsets.UTF_8);
  }
}
