package dev.easel.adapter.persistence;

import java.time.ZoneOffset;

/// Passes over an attempt in a line once it is sure that it can be read.
final class JsonlGistAttempt {

  private static final long HIGHEST_STATUS = 999;

  private boolean timed;

  private JsonlGistAttempt() {}

  /// Passes over the object at hand.
  static void read(JsonlTokenStream tokens) {
    JsonlGistAttempt attempt = new JsonlGistAttempt();
    tokens.expect(tokens.object(name -> attempt.take(name, tokens)));
    tokens.expect(attempt.timed);
  }

  private void take(String name, JsonlTokenStream tokens) {
    switch (name) {
      case "at" -> {
        timed = isTime(String.valueOf(tokens.text()));
        tokens.expect(timed);
      }
      case "status" -> tokens.number(0, HIGHEST_STATUS);
      default -> tokens.skip();
    }
  }

  private static boolean isTime(String text) {
    return text.endsWith("Z") && JsonlTimestamp.read(text, ZoneOffset.UTC) != null;
  }
}
