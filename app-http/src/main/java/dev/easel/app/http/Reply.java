package dev.easel.app.http;

import com.sun.net.httpserver.Headers;
import com.sun.net.httpserver.HttpExchange;
import dev.easel.domain.image.Content;
import dev.easel.domain.image.Fields;
import dev.easel.domain.image.Nullable;
import dev.easel.domain.ledger.Json;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
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
  private static final int NOT_MODIFIED = 304;
  private static final int NO_BODY = -1;
  private static final Content EMPTY = Content.of(new byte[0]);
  private static final Map<String, String> EVERYWHERE =
      Map.of(
          "X-Content-Type-Options", "nosniff",
          "Cross-Origin-Resource-Policy", "same-origin",
          "Referrer-Policy", "no-referrer");

  static Reply json(int status, Fields body) {
    byte[] text = Json.write(body).getBytes(StandardCharsets.UTF_8);
    return of(status, "application/json", Content.of(text)).with("Cache-Control", "no-store");
  }

  static Reply of(int status, String type, Content body) {
    return new Reply(status, Map.of(), body, null).with(TYPE, type);
  }

  /// The client's copy is still good.
  static Reply notModified() {
    return new Reply(NOT_MODIFIED, Map.of(), EMPTY, null);
  }

  Reply with(String name, String value) {
    Map<String, String> more = new LinkedHashMap<>(headers);
    more.put(name, value);
    return new Reply(status, more, body, entry);
  }

  Reply about(@Nullable String id) {
    return new Reply(status, headers, body, id);
  }

  /// Sends it.
  ///
  /// @param bodyRead whether the request has been read to its end; else the connection is closed,
  ///   since what is left of the request must not be taken for the next one
  /// @throws IOException when the client has gone
  void send(HttpExchange exchange, boolean bodyRead) throws IOException {
    Headers sent = exchange.getResponseHeaders();
    EVERYWHERE.forEach(sent::set);
    headers.forEach(sent::set);
    if (!bodyRead) {
      sent.set("Connection", "close");
    }
    if (status == NOT_MODIFIED) {
      exchange.sendResponseHeaders(status, NO_BODY);
    } else if (exchange.getRequestMethod().equals("HEAD")) {
      sent.set("Content-Length", Long.toString(body.length()));
      exchange.sendResponseHeaders(status, NO_BODY);
    } else {
      exchange.sendResponseHeaders(status, body.length());
      write(exchange.getResponseBody());
      if (!bodyRead) {
        RequestBody.drain(exchange);
      }
    }
  }

  private void write(OutputStream out) throws IOException {
    try {
      body.writeTo((bytes, offset, count) -> {
        try {
          out.write(bytes, offset, count);
        } catch (IOException gone) {
          throw new UncheckedIOException(gone);
        }
      });
    } catch (UncheckedIOException gone) {
      throw gone.getCause();
    }
    out.flush();
  }
}
