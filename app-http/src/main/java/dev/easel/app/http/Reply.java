package dev.easel.app.http;

import dev.easel.domain.image.Content;
import dev.easel.domain.image.Fields;
import dev.easel.domain.image.Nullable;
import dev.easel.domain.ledger.Json;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;

/// An answer.
///
/// @param headers by name, the content type among them
/// @param entry the id of the entry that it is about, for the access log; null when it is about
///   none
record Reply(int status, Map<String, String> headers, Content body, @Nullable String entry) {

  static final String TYPE = "Content-Type";
  private static final Content EMPTY = Content.of(new byte[0]);

  static Reply json(int status, Fields body) {
    byte[] text = Json.write(body).getBytes(StandardCharsets.UTF_8);
    return of(status, "application/json", Content.of(text)).with("Cache-Control", "no-store");
  }

  static Reply of(int status, String type, Content body) {
    return new Reply(status, Map.of(), body, null).with(TYPE, type);
  }

  static Reply empty(int status) {
    return new Reply(status, Map.of(), EMPTY, null);
  }

  Reply with(String name, String value) {
    Map<String, String> more = new LinkedHashMap<>(headers);
    more.put(name, value);
    return new Reply(status, more, body, entry);
  }

  Reply about(@Nullable String id) {
    return new Reply(status, headers, body, id);
  }
}
