package dev.easel.adapter.sandbox;

import dev.easel.adapter.sandbox.art.Commission;
import dev.easel.adapter.sandbox.art.Painter;
import dev.easel.adapter.sandbox.art.PictureDecoder;
import dev.easel.adapter.sandbox.art.PictureEncoder;
import dev.easel.adapter.sandbox.art.Retouch;
import dev.easel.domain.image.Fields;
import dev.easel.domain.image.Upload;
import java.awt.image.BufferedImage;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.function.DoubleFunction;

/// Draws one picture of a request and encodes it.
final class Drawing {

  private static final long MOST_PIXELS = 64_000_000;
  private static final int STANDARD_FRAMES = 9;
  private static final int STANDARD_MILLIS = 200;

  private final Commissioned order;
  private final Commission commission;
  private final List<BufferedImage> references;
  private final List<BufferedImage> masks;

  Drawing(Commissioned order, int index) throws ApiError {
    this.order = order;
    this.commission =
        new Commission(
            order.request().prompt(),
            order.seed(),
            index,
            order.size().width(),
            order.size().height(),
            order.transparent());
    this.references = decoded(Upload.Role.IMAGE);
    this.masks = decoded(Upload.Role.MASK);
  }

  private List<BufferedImage> decoded(Upload.Role role) throws ApiError {
    List<BufferedImage> images = new ArrayList<>();
    for (Upload upload : order.request().uploads(role)) {
      images.add(
          PictureDecoder.decode(upload.content().bytes(), MOST_PIXELS)
              .orElseThrow(() ->
                  ApiError.invalid(
                      "invalid_image_file",
                      "image",
                      "The file " + upload.name() + " is no picture that can be read.")));
    }
    return images;
  }

  /// The finished picture in the format asked for.
  byte[] finished() {
    return switch (order.format()) {
      case "svg" -> vector().getBytes(StandardCharsets.UTF_8);
      case "gif" -> animation();
      default -> encoded(painted(0));
    };
  }

  /// An unfinished picture.
  ///
  /// @param index from 0
  /// @param of how many there are
  byte[] unfinished(int index, int of) {
    return encoded(Painter.sketch(painted(0), index, of));
  }

  private String vector() {
    return references.isEmpty() ? Painter.draw(commission) : Painter.redraw(retouch());
  }

  private byte[] animation() {
    Fields asked = order.request().parameters();
    int frames = (int) asked.whole("frame_count").orElse(STANDARD_FRAMES);
    int millis = (int) asked.whole("frame_duration_ms").orElse(STANDARD_MILLIS);
    DoubleFunction<BufferedImage> moment = this::painted;
    return PictureEncoder.gif(frames, millis, frame -> moment.apply(frame / (double) frames));
  }

  private BufferedImage painted(double phase) {
    return references.isEmpty()
        ? Painter.paint(commission, phase)
        : Painter.retouch(retouch(), phase);
  }

  private Retouch retouch() {
    return new Retouch(commission, references, masks.isEmpty() ? null : masks.getFirst());
  }

  private byte[] encoded(BufferedImage image) {
    int compression = (int) order.request().parameters().whole("output_compression").orElse(100);
    return switch (order.format()) {
      case "jpeg" -> PictureEncoder.jpeg(image, compression);
      case "webp" -> PictureEncoder.webp(image, compression);
      default -> PictureEncoder.png(image, order.request().prompt());
    };
  }
}
