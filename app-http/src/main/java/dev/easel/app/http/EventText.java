package dev.easel.app.http;

import dev.easel.domain.image.Content;
import dev.easel.domain.image.Fields;
import dev.easel.domain.image.Nullable;
import dev.easel.domain.ledger.Json;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

/// Server-sent events (WHATWG HTML, section 9.2) as OpenAI sends them: the type stands in a line of
/// its own, too.
final class EventText {

  static final String TYPE = "text/event-stream";

  /// How long nothing may be sent; a comment tells the client, and whoever stands in between, that
  /// the stream goes on, and shows whether anybody is still there.
  static final Duration SILENCE = Duration.ofSeconds(15);

  /// The comment that does.
  static final Content SIGN_OF_LIFE = text(":\n\n");

  private static final Pattern NAME = Pattern.compile("[A-Za-z0-9_.]{1,100}");

  private EventText() {}

  /// Several events.
  static Content of(List<Fields> events, GatewayPictures pictures) {
    return Content.of(events.stream().map(event -> of(event, pictures.json(event))).toList());
  }

  /// One event.
  ///
  /// @param event what it says
  /// @param json the same as JSON on one line
  static Content of(Fields event, Content json) {
    List<Content> pieces = new ArrayList<>();
    event
        .text("type")
        .filter(type -> NAME.matcher(type).matches())
        .ifPresent(type -> pieces.add(text("event: " + type + "\n")));
    pieces.add(text("data: "));
    pieces.add(json);
    pieces.add(text("\n\n"));
    return Content.of(pieces);
  }

  /// An event of a name that no document says.
  ///
  /// @param id from which a client goes on that comes back, null for one that it cannot go on from
  /// @param json what it says, on one line
  static Content named(String name, @Nullable String id, Content json) {
    String mark = id == null ? "" : "id: " + id + "\n";
    return Content.of(List.of(text("event: " + name + "\n" + mark + "data: "), json, text("\n\n")));
  }

  /// The same, of what is no picture.
  static Content named(String name, @Nullable String id, Fields document) {
    return named(name, id, text(Json.write(document)));
  }

  /// The event that ends a stream with an error.
  ///
  /// @param json the error in its envelope, on one line
  static Content error(Content json) {
    return Content.of(List.of(text("event: error\ndata: "), json, text("\n\n")));
  }

  private static Content text(String text) {
    return Content.of(text.getBytes(StandardCharsets.UTF_8));
  }
}
