package dev.easel.adapter.sandbox;

import dev.easel.domain.image.Fields;
import dev.easel.domain.image.ImageFormat;
import dev.easel.domain.ledger.Json;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;

/// Answers with one document of JSON.
///
/// @param usage of all pictures
record DocumentAnswer(Commissioned order, Fields usage, Workshop workshop, Shelf shelf) {

  private static final long BYTES_PER_TOKEN = 4;

  /// Where pictures that are answered as URLs are kept.
  ///
  /// @param base the URL in front of their names
  /// @param request the number of the request
  record Shelf(PictureFiles files, String base, long request) {
    String place(byte[] picture, String format, int index) {
      String type =
          ImageFormat.named(format).map(ImageFormat::mediaType).orElse("application/octet-stream");
      String name = "%d-%d.%s".formatted(request, index, format);
      files.keep(name, picture, type);
      return base + "/files/" + name;
    }
  }

  /// Draws the pictures and sends them.
  void send(Reply reply) throws IOException {
    List<byte[]> pictures = new ArrayList<>();
    for (int index = 0; index < order.n(); index++) {
      pictures.add(workshop.make(new Drawing(order, index)::finished));
    }
    OutputStream body = reply.open("application/json");
    body.write(utf8("{\"created\":" + Instant.now().getEpochSecond() + ",\"data\":["));
    for (int index = 0; index < pictures.size(); index++) {
      body.write(utf8(index == 0 ? "" : ","));
      picture(body, pictures.get(index), index);
    }
    body.write(utf8("]" + tail(pictures) + "}"));
    body.close();
  }

  private void picture(OutputStream body, byte[] picture, int index) throws IOException {
    String revised =
        order.request().model().equals("dall-e-3")
            ? "," + pair("revised_prompt", "A picture of " + order.request().prompt())
            : "";
    if (asUrl()) {
      String url = shelf.place(picture, order.format(), index);
      body.write(utf8("{" + pair("url", url) + revised + "}"));
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

  private String tail(List<byte[]> pictures) {
    if (!order.gpt()) {
      return "";
    }
    Fields fields = order.actual().with("usage", usage);
    return "," + inner(order.format().equals("svg") ? fields.plus(writing(pictures)) : fields);
  }

  /// What the model that writes the drawing reports of itself.
  private Fields writing(List<byte[]> pictures) {
    long input = usage.fields("input_tokens_details").whole("text_tokens").orElse(0);
    long output = Math.ceilDiv(pictures.getFirst().length, BYTES_PER_TOKEN);
    Fields asked = order.request().parameters().fields("svg");
    return Fields.NONE.with(
        "svg_usage",
        Fields.NONE
            .with("model", asked.text("model").orElse("easel-sandbox"))
            .with("input_tokens", input)
            .with("output_tokens", output)
            .with("reasoning_tokens", 0)
            .with("total_tokens", input + output));
  }

  private static String pair(String name, String text) {
    return inner(Fields.NONE.with(name, text));
  }

  private static String inner(Fields fields) {
    String object = Json.write(fields);
    return object.substring(1, object.length() - 1);
  }

  private static byte[] utf8(String text) {
    return text.getBytes(StandardCharsets.UTF_8);
  }
}
