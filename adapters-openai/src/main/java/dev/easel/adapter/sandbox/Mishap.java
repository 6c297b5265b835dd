package dev.easel.adapter.sandbox;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Arrays;
import java.util.Base64;

/// Answers a request with a fault, as a document or as events, whichever was asked for.
record Mishap(Commissioned order, Reply reply) {

  private static final Duration STALL = Duration.ofMinutes(1);
  private static final int MEGABYTE = 1 << 20;
  private static final int OVERSIZE_MEGABYTES = 512;
  private static final String START_OF_PNG = "iVBORw0KGgo";

  void happen(Fault fault) throws IOException, ApiError {
    switch (fault) {
      case MODERATION -> throw ApiError.moderated("input");
      case MODERATION_OUTPUT -> throw ApiError.moderated("output");
      case RATE_LIMIT -> throw tooMany();
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
      case BROKEN -> {}
      case STALLED -> stall();
      case TRUNCATED -> reply.bytes(200, type(), utf8(start() + START_OF_PNG));
      case WRONG_TYPE -> reply.bytes(200, "text/html", utf8("<html><body>Welcome!</body></html>"));
      case OVERSIZE -> flood();
      case NO_PICTURE -> reply.bytes(200, type(), utf8(start() + noPicture() + end()));
    }
  }

  private ApiError tooMany() {
    reply.header("Retry-After", "1");
    reply.header("x-ratelimit-remaining-requests", "0");
    reply.header("x-ratelimit-reset-requests", "1s");
    return ApiError.of(
        429,
        "requests",
        "rate_limit_exceeded",
        null,
        "Too many pictures a minute; try again in 1s.");
  }

  private void stall() throws IOException {
    OutputStream body = reply.open(type());
    body.write(utf8(start() + START_OF_PNG));
    body.flush();
    pause(STALL);
    throw new IOException("stalled for long enough");
  }

  private void flood() throws IOException {
    byte[] letters = new byte[MEGABYTE];
    Arrays.fill(letters, (byte) 'A');
    OutputStream body = reply.open(type());
    body.write(utf8(start()));
    for (int sent = 0; sent < OVERSIZE_MEGABYTES; sent++) {
      body.write(letters);
    }
    body.write(utf8(end()));
    body.close();
  }

  private static String noPicture() {
    return Base64.getEncoder().encodeToString(utf8("this is no picture"));
  }

  private boolean stream() {
    return order.request().stream();
  }

  private String type() {
    return stream() ? EventAnswer.TYPE : "application/json";
  }

  /// An answer up to the base64 of its first picture.
  private String start() {
    String type = EventAnswer.type(order, "completed");
    return stream()
        ? "event: " + type + "\ndata: {\"type\":\"" + type + "\",\"b64_json\":\""
        : "{\"created\":1,\"data\":[{\"b64_json\":\"";
  }

  private String end() {
    return stream() ? "\"}\n\n" : "\"}]}";
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
