package dev.easel.app.http;

import com.sun.net.httpserver.Headers;
import dev.easel.domain.image.Content;
import dev.easel.domain.image.Nullable;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/// A request that has passed the gate.
///
/// @param parameter what stands in the path where the route has `{…}`, still encoded; empty when it
///   has none
/// @param body read to its end
/// @param caller the name of the caller who asks, null for the user
record Request(
    String parameter,
    Map<String, String> query,
    Headers headers,
    Content body,
    @Nullable String caller) {

  /// The body of a route that takes files.
  SpooledBody spooled() {
    if (body instanceof SpooledBody spooled) {
      return spooled;
    }
    throw new IllegalStateException("the body of this route lies on the heap");
  }

  Optional<String> header(String name) {
    return Optional.ofNullable(headers.getFirst(name)).map(String::strip);
  }

  Optional<String> asked(String name) {
    return Optional.ofNullable(query.get(name)).filter(value -> !value.isEmpty());
  }

  /// The parameters of a query string; the last of a name counts.
  static Map<String, String> query(@Nullable String raw) {
    Map<String, String> values = new HashMap<>();
    if (raw == null) {
      return values;
    }
    for (String pair : raw.split("&", -1)) {
      int equals = pair.indexOf('=');
      String name = equals < 0 ? pair : pair.substring(0, equals);
      values.put(decoded(name), equals < 0 ? "" : decoded(pair.substring(equals + 1)));
    }
    return values;
  }

  private static String decoded(String text) {
    try {
      return URLDecoder.decode(text, StandardCharsets.UTF_8);
    } catch (IllegalArgumentException _) {
      throw Refusal.of(400, "bad_encoding", "the query string is not encoded as it must be");
    }
  }
}
