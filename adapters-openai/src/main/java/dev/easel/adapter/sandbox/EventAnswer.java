package dev.easel.adapter.sandbox;

import dev.easel.domain.image.Fields;
import dev.easel.domain.image.Operation;
import dev.easel.domain.ledger.Json;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;

/// Answers with server-sent events: for each picture the unfinished ones asked for, then the
/// finished one with its own usage.
///
/// @param usage of one picture
record EventAnswer(Commissioned order, Fields usage, Workshop workshop) {

  static final String TYPE = "text/event-stream";

  /// Sends the events, spread over `latency`.
  void send(Reply reply, Duration latency) throws IOException {
    Duration step = step(latency);
    OutputStream body = reply.open(TYPE);
    body.flush();
    for (int picture = 0; picture < order.n(); picture++) {
      events(body, new Drawing(order, picture), step);
    }
    body.close();
  }

  /// How long to wait before each event.
  Duration step(Duration latency) {
    return latency.dividedBy((long) order.n() * (order.partials() + 1));
  }

  private void events(OutputStream body, Drawing drawing, Duration step) throws IOException {
    for (int index = 0; index < order.partials(); index++) {
      int number = index;
      byte[] unfinished = workshop.make(() -> drawing.unfinished(number, order.partials()));
      Mishap.pause(step);
      send(body, "partial_image", event(unfinished).with("partial_image_index", index));
    }
    byte[] finished = workshop.make(drawing::finished);
    Mishap.pause(step);
    send(body, "completed", event(finished).with("usage", usage));
  }

  private Fields event(byte[] picture) {
    return Fields.NONE
        .with("b64_json", Base64.getEncoder().encodeToString(picture))
        .with("created_at", Instant.now().getEpochSecond())
        .plus(order.actual());
  }

  private void send(OutputStream body, String kind, Fields event) throws IOException {
    String type = type(order, kind);
    String data = Json.write(Fields.NONE.with("type", type).plus(event));
    body.write(("event: " + type + "\ndata: " + data + "\n\n").getBytes(StandardCharsets.UTF_8));
    body.flush();
  }

  /// The type of an event: `image_generation.completed`, …
  static String type(Commissioned order, String kind) {
    boolean edit = order.request().operation() == Operation.EDIT;
    return (edit ? "image_edit." : "image_generation.") + kind;
  }
}
