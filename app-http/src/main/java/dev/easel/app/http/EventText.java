package dev.easel.app.http;

import dev.easel.domain.image.Content;
import dev.easel.domain.image.Fields;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

/// Server-sent events (WHATWG HTML, section 9.2) as OpenAI sends them: the type stands in a line of
/// its own, too.
final class EventText {

  static final String TYPE = "text/event-stream";
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
