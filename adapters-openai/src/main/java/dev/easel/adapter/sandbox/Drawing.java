package dev.easel.adapter.sandbox;

import dev.easel.adapter.sandbox.art.Commission;
import dev.easel.adapter.sandbox.art.Painter;
import dev.easel.adapter.sandbox.art.PictureEncoder;
import dev.easel.adapter.sandbox.art.Retouch;
import dev.easel.domain.image.Fields;
import dev.easel.domain.image.Nullable;
import java.awt.image.BufferedImage;
import java.nio.charset.StandardCharsets;

/// Draws one picture of a request and encodes it. For one thread at a time.
final class Drawing {

  private static final int STANDARD_FRAMES = 9;
  private static final int STANDARD_MILLIS = 200;

  private final Commissioned order;
  private final Commission commission;
  private @Nullable BufferedImage still;

  /// @param index which picture of the request it is, from 0
  Drawing(Commissioned order, int index) {
    this.order = order;
    this.commission =
        new Commission(
            order.request().prompt(),
            order.seed(),
            index,
            order.size().width(),
            order.size().height(),
            order.transparent());
  }

  /// The finished picture in the format asked for.
  byte[] finished() {
    return switch (order.format()) {
      case "svg" -> vector().getBytes(StandardCharsets.UTF_8);
      case "gif" -> animation();
      default -> encoded(still());
    };
  }

  /// An unfinished picture.
  ///
  /// @param index from 0
  /// @param of how many there are
  byte[] unfinished(int index, int of) {
    return encoded(Painter.sketch(still(), index, of));
  }

  /// How many frames an animation has; 1 for everything that stands still.
  static int frames(Commissioned order) {
    Fields asked = order.request().parameters();
    return order.format().equals("gif")
        ? (int) asked.whole("frame_count").orElse(STANDARD_FRAMES)
        : 1;
  }

  private String vector() {
    return generated() ? Painter.draw(commission) : Painter.redraw(retouch());
  }

  private byte[] animation() {
    int frames = frames(order);
    long millis = order.request().parameters().whole("frame_duration_ms").orElse(STANDARD_MILLIS);
    return PictureEncoder.gif(frames, (int) millis, frame -> painted(frame / (double) frames));
  }

  private BufferedImage still() {
    BufferedImage painted = still == null ? painted(0) : still;
    still = painted;
    return painted;
  }

  private BufferedImage painted(double phase) {
    return generated() ? Painter.paint(commission, phase) : Painter.retouch(retouch(), phase);
  }

  private boolean generated() {
    return order.materials().references().isEmpty();
  }

  private Retouch retouch() {
    return new Retouch(commission, order.materials().references(), order.materials().mask());
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
