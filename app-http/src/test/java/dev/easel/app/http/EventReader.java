package dev.easel.app.http;

import dev.easel.domain.image.Nullable;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.List;
import tools.jackson.databind.JsonNode;

/// A client of `GET /events`.
final class EventReader implements AutoCloseable {

  /// An event.
  ///
  /// @param id null where it has none
  record Event(String name, @Nullable String id, JsonNode data) {}

  private final HttpResponse<InputStream> answer;
  private final BufferedReader lines;

  /// Asks for them.
  ///
  /// @param headers names and values by turns
  EventReader(TestServer server, String path, String... headers) {
    HttpRequest.Builder request = server.request(path);
    for (int index = 0; index < headers.length; index += 2) {
      request.header(headers[index], headers[index + 1]);
    }
    answer = server.send(request, HttpResponse.BodyHandlers.ofInputStream());
    lines = new BufferedReader(new InputStreamReader(answer.body(), StandardCharsets.UTF_8));
  }

  HttpResponse<InputStream> answer() {
    return answer;
  }

  /// Waits for the next event; fails at the end.
  Event next() {
    Event next = nextOrEnd();
    if (next == null) {
      throw new AssertionError("the stream has ended");
    }
    return next;
  }

  /// Waits for the next event of a name.
  Event next(String name) {
    Event next = next();
    while (!next.name().equals(name)) {
      next = next();
    }
    return next;
  }

  /// Waits for an entry in a state.
  Event entry(String state) {
    Event next = next("entry");
    while (!next.data().get("state").asString().equals(state)) {
      next = next("entry");
    }
    return next;
  }

  /// Waits for the next event; null at the end.
  @Nullable
  Event nextOrEnd() {
    String name = null;
    String id = null;
    String data = null;
    for (String line = line(); line != null; line = line()) {
      if (line.isEmpty() && name != null && data != null) {
        return new Event(name, id, TestServer.MAPPER.readTree(data));
      }
      name = value(line, "event: ", name);
      id = value(line, "id: ", id);
      data = value(line, "data: ", data);
    }
    return null;
  }

  private static @Nullable String value(String line, String field, @Nullable String before) {
    return line.startsWith(field) ? line.substring(field.length()) : before;
  }

  private @Nullable String line() {
    try {
      return lines.readLine();
    } catch (IOException broken) {
      throw new UncheckedIOException(broken);
    }
  }

  /// Closes all of them.
  static void closeAll(List<EventReader> readers) {
    readers.forEach(EventReader::close);
  }

  @Override
  public void close() {
    try {
      lines.close();
    } catch (IOException broken) {
      throw new UncheckedIOException(broken);
    }
  }
}
