package dev.easel.adapter.persistence;

import dev.easel.domain.image.ImageFormat;
import dev.easel.domain.image.Raster;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.Optional;
import java.util.function.UnaryOperator;
import javax.imageio.ImageIO;
import javax.imageio.ImageWriter;
import javax.imageio.stream.MemoryCacheImageOutputStream;

/// From a picture's bytes to a smaller version of it.
final class PictureDrawing {
  private static final int ALL_SAMPLES = Integer.MAX_VALUE;

  /// Averaging the million pixels of a usual picture takes longer than decoding them.
  private static final int ENOUGH_SAMPLES = 16;

  private final PictureDecoder decoder;

  PictureDrawing(PictureDecoder decoder) {
    this.decoder = decoder;
  }

  /// How large the picture says it is; empty when it is damaged or SVG.
  Optional<Dimensions> size(byte[] bytes, ImageFormat format) {
    return decoder.size(bytes, format);
  }

  /// A PNG of the picture, at most `width` wide; empty when it cannot be decoded.
  Optional<byte[]> png(byte[] bytes, ImageFormat format, int width) throws IOException {
    Optional<BufferedImage> drawn = draw(bytes, format, ALL_SAMPLES, size -> size.atMost(width));
    return drawn.isEmpty() ? Optional.empty() : Optional.of(png(drawn.get()));
  }

  /// The pixels of the picture, within a box, each the mean of some that it covers; empty when it
  /// cannot be decoded.
  Optional<Raster> raster(byte[] bytes, ImageFormat format, Dimensions box) {
    return draw(bytes, format, ENOUGH_SAMPLES, size -> size.within(box))
        .map(PictureDrawing::raster);
  }

  private Optional<BufferedImage> draw(
      byte[] bytes, ImageFormat format, int samples, UnaryOperator<Dimensions> shrinking) {
    Orientation orientation =
        format == ImageFormat.JPEG ? JpegOrientation.of(bytes) : Orientation.UPRIGHT;
    return decoder
        .bearableSize(bytes, format)
        .map(size -> orientation.turned(shrinking.apply(orientation.turned(size))))
        .flatMap(target ->
            decoder
                .decode(bytes, format, target, samples)
                .map(decoded -> orientation.turned(AreaAverage.shrink(decoded, target))));
  }

  private static Raster raster(BufferedImage image) {
    int width = image.getWidth();
    int height = image.getHeight();
    return Raster.of(width, height, image.getRGB(0, 0, width, height, null, 0, width));
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
