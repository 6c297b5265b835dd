package dev.easel.adapter.persistence;

import dev.easel.domain.image.Content;
import dev.easel.domain.image.ImageFormat;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.Optional;
import javax.imageio.ImageIO;
import javax.imageio.ImageWriter;
import javax.imageio.stream.MemoryCacheImageOutputStream;

/// From a picture's bytes to a thumbnail's.
final class ThumbnailDrawing {
  private final PictureDecoder decoder;

  ThumbnailDrawing(PictureDecoder decoder) {
    this.decoder = decoder;
  }

  /// A PNG of the picture, at most `width` wide; empty when it cannot be decoded.
  Optional<byte[]> png(Content content, ImageFormat format, int width) throws IOException {
    byte[] bytes = content.bytes();
    Orientation orientation =
        format == ImageFormat.JPEG ? JpegOrientation.of(bytes) : Orientation.UPRIGHT;
    Optional<Dimensions> size = decoder.bearableSize(bytes, format);
    if (size.isEmpty()) {
      return Optional.empty();
    }
    Dimensions target = orientation.turned(orientation.turned(size.get()).atMost(width));
    Optional<BufferedImage> decoded = decoder.decode(bytes, format, target);
    if (decoded.isEmpty()) {
      return Optional.empty();
    }
    return Optional.of(png(orientation.turned(AreaAverage.shrink(decoded.get(), target))));
  }

  /// Written through memory: ImageIO's own way for streams takes a temporary file.
  private static byte[] png(BufferedImage image) throws IOException {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    ImageWriter writer = ImageIO.getImageWritersByFormatName("png").next();
    try (MemoryCacheImageOutputStream out = new MemoryCacheImageOutputStream(bytes)) {
      writer.setOutput(out);
      writer.write(image);
    } finally {
      writer.dispose();
    }
    return bytes.toByteArray();
  }
}
