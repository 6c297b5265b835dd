package dev.easel.adapter.sandbox;

import dev.easel.domain.image.Fields;
import dev.easel.domain.image.ImageFormat;
import dev.easel.domain.image.Operation;
import dev.easel.domain.ledger.Json;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;

/// Draws the pictures of a request and answers with them: as one document, or as events.
final class PictureAnswer {

  private final Commissioned order;
  private final Fields usage;
  private final List<Drawing> drawings = new ArrayList<>();

  PictureAnswer(Commissioned order, Fields usage) throws ApiError {
    this.order = order;
    this.usage = usage;
    for (int index = 0; index < order.n(); index++) {
      drawings.add(new Drawing(order, index));
    }
  }

  /// Where pictures that are answered as URLs are kept.
  ///
  /// @param base the URL in front of their names
  record Shelf(PictureFiles files, String base, long request) {
    String place(byte[] picture, String format, int index) {
      String type =
          ImageFormat.named(format).map(ImageFormat::mediaType).orElse("application/octet-stream");
      String name = "%d-%d.%s".formatted(request, index, format);
      files.keep(name, picture, type);
      return base + "/files/" + name;
    }
  }

  /// Answers with one document.
  void document(Reply reply, Shelf shelf) throws IOException {
    List<byte[]> pictures = drawings.stream().map(Drawing::finished).toList();
    try (OutputStream body = reply.open("application/json")) {
      body.write(utf8("{\"created\":" + now() + ",\"data\":["));
      for (int index = 0; index < pictures.size(); index++) {
        body.write(utf8(index == 0 ? "" : ","));
        picture(body, pictures.get(index), shelf, index);
      }
      body.write(utf8("]" + tail() + "}"));
    }
  }

  private void picture(OutputStream body, byte[] picture, Shelf shelf, int index)
      throws IOException {
    String revised =
        order.request().model().equals("dall-e-3")
            ? ",\"revised_prompt\":" + quoted("A picture of " + order.request().prompt())
            : "";
    if (asUrl()) {
      String url = shelf.place(picture, order.format(), index);
      body.write(utf8("{\"url\":" + quoted(url) + revised + "}"));
      return;
    }
    body.write(utf8("{\"b64_json\":\""));
    body.write(Base64.getEncoder().encode(picture));
    body.write(utf8("\"" + revised + "}"));
  }

  private boolean asUrl() {
    return !order.gpt()
        && !order.request().parameters().text("response_format").orElse("url").equals("b64_json");
  }

  private String tail() {
    return order.gpt() ? "," + inner(order.actual().with("usage", usage)) : "";
  }

  /// Answers with events: the unfinished pictures asked for, then the finished one.
  void events(Reply reply) throws IOException {
    try (OutputStream body = reply.open("text/event-stream")) {
      int partials = Math.toIntExact(order.request().partialImages());
      for (Drawing drawing : drawings) {
        for (int index = 0; index < partials; index++) {
          Fields event =
              event(drawing.unfinished(index, partials)).with("partial_image_index", index);
          send(body, kind() + ".partial_image", event);
        }
        send(body, kind() + ".completed", event(drawing.finished()).with("usage", usage));
      }
    }
  }

  private String kind() {
    return order.request().operation() == Operation.EDIT ? "image_edit" : "image_generation";
  }

  private Fields event(byte[] picture) {
    return Fields.NONE
        .with("b64_json", Base64.getEncoder().encodeToString(picture))
        .with("created_at", now())
        .plus(order.actual());
  }

  private static void send(OutputStream body, String type, Fields event) throws IOException {
    String data = Json.write(Fields.NONE.with("type", type).plus(event));
    body.write(utf8("event: " + type + "\ndata: " + data + "\n\n"));
    body.flush();
  }

  private static long now() {
    return Instant.now().getEpochSecond();
  }

  private static String quoted(String text) {
    String object = Json.write(Fields.NONE.with("", text));
    return object.substring("{\"\":".length(), object.length() - 1);
  }

  private static String inner(Fields fields) {
    String object = Json.write(fields);
    return object.substring(1, object.length() - 1);
  }

  private static byte[] utf8(String text) {
    return text.getBytes(StandardCharsets.UTF_8);
  }
}
