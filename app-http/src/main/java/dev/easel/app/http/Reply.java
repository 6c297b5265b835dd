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
import java.time.Duration;
import java.util.Map;
import java.util.function.Consumer;
import java.util.regex.Pattern;

/// An answer.
///
/// @param last the header that was set last, with those before it; null when there is none
/// @param entry the id of the entry that it is about, for the access log; null when it is about
///   none
/// @param note what the access log says besides, for the user alone; null for nothing
/// @param live whether the body comes about while it is sent: its length is not known before, and
///   each run of it leaves at once
record Reply(
    int status,
    @Nullable Header last,
    Content body,
    @Nullable String entry,
    @Nullable String note,
    boolean live) {

  static final String TYPE = "Content-Type";
  private static final int NOT_MODIFIED = 304;
  private static final int NO_BODY = -1;
  private static final int CHUNKED = 0;
  private static final int CHUNK = 64 * 1024;
  private static final Pattern CONTROLS = Pattern.compile("\\p{Cntrl}+");

  /// A header, and those that were set before it.
  private record Header(String name, String value, @Nullable Header before) {
    void set(Headers sent) {
      if (before != null) {
        before.set(sent);
      }
      sent.set(name, value);
    }
  }

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
    return new Reply(status, null, body, null, null, false).with(TYPE, type);
  }

  /// An answer that comes about while it is sent; the length of its body counts what has been.
  ///
  /// @param body writes all of it
  static Reply live(int status, String type, Consumer<Content.Sink> body) {
    return new Reply(status, null, new LiveBody(body), null, null, true).with(TYPE, type);
  }

  /// The client's copy is still good.
  static Reply notModified() {
    return new Reply(NOT_MODIFIED, null, EMPTY, null, null, false);
  }

  /// The same with a header; control characters in its value become a space, since the JDK's server
  /// lets a folded line pass.
  Reply with(String name, String value) {
    String plain = CONTROLS.matcher(value).replaceAll(" ");
    return new Reply(status, new Header(name, plain, last), body, entry, note, live);
  }

  /// The value of a header, empty when it has none; the name as it was set.
  String header(String name) {
    for (Header header = last; header != null; header = header.before()) {
      if (header.name().equals(name)) {
        return header.value();
      }
    }
    return "";
  }

  /// The same headers with another status and body.
  Reply answering(int otherStatus, Content otherBody) {
    return new Reply(otherStatus, last, otherBody, entry, note, live);
  }

  Reply about(@Nullable String id) {
    return new Reply(status, last, body, id, note, live);
  }

  Reply noting(@Nullable String words) {
    return new Reply(status, last, body, entry, words, live);
  }

  /// Sends it.
  ///
  /// @param request how much of the request has been read; unless it is all, the connection takes
  ///   no other, since what is left must not be taken for the next one
  /// @param patience for how long the client may take nothing of it
  /// @throws IOException when the client has gone, or takes nothing
  void send(HttpExchange exchange, RequestBody.State request, Duration patience)
      throws IOException {
    boolean bare = status == NOT_MODIFIED || exchange.getRequestMethod().equals("HEAD");
    if (bare) {
      // Such an answer ends the exchange by itself.
      RequestBody.drain(exchange, request);
    }
    try (Sending sending = Sending.start(patience)) {
      send(exchange, request, bare, sending);
    }
    if (!bare && request == RequestBody.State.WAITING) {
      RequestBody.drain(exchange, request);
    }
  }

  private void send(HttpExchange exchange, RequestBody.State request, boolean bare, Sending sending)
      throws IOException {
    Headers sent = exchange.getResponseHeaders();
    EVERYWHERE.forEach(sent::set);
    if (last != null) {
      last.set(sent);
    }
    if (request != RequestBody.State.READ) {
      sent.set("Connection", "close");
    }
    if (!bare) {
      exchange.sendResponseHeaders(status, live ? CHUNKED : body.length());
      write(exchange.getResponseBody(), sending);
      return;
    }
    if (status != NOT_MODIFIED && !live) {
      sent.set("Content-Length", Long.toString(body.length()));
    }
    exchange.sendResponseHeaders(status, NO_BODY);
  }

  private void write(OutputStream out, Sending sending) throws IOException {
    try {
      body.writeTo((bytes, offset, count) -> {
        try {
          for (int at = 0; at < count; at += CHUNK) {
            out.write(bytes, offset + at, Math.min(CHUNK, count - at));
            sending.moved();
          }
          if (live) {
            out.flush();
          }
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
