package dev.easel.adapter.persistence;

import com.twelvemonkeys.imageio.stream.ByteArrayImageInputStream;
import dev.easel.domain.image.ImageFormat;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.util.Optional;
import javax.imageio.ImageReadParam;
import javax.imageio.ImageReader;

/// Decodes pictures of strangers: what is too large is refused by its header, and what is large is
/// thinned out while it is read.
final class PictureDecoder {
  private static final int LONGEST_SIDE = 10_000;
  private static final long MOST_PIXELS = 64_000_000;

  /// Decoding takes up to four bytes a pixel for WebP, which is decoded whole, and no decode may
  /// take more than half of the heap.
  private static final int HEAP_BYTES_PER_PIXEL = 8;

  /// A 4K picture, 3840 × 2160, is read with all its pixels.
  private static final long PIXELS_READ_WHOLE = 10_000_000;

  private PictureDecoder() {}

  /// How large the picture is that [#decode] would decode; empty when it is damaged or too large.
  static Optional<Dimensions> dimensions(byte[] bytes, ImageFormat format) {
    return read(bytes, format, PictureDecoder::dimensions).filter(PictureDecoder::bearable);
  }

  private static boolean bearable(Dimensions size) {
    long most = Math.min(MOST_PIXELS, Runtime.getRuntime().maxMemory() / HEAP_BYTES_PER_PIXEL);
    return Math.max(size.width(), size.height()) <= LONGEST_SIDE && size.pixels() <= most;
  }

  /// The picture, or its first frame, in at least `target` pixels; empty when it is damaged. Its
  /// size must have been found bearable by [#dimensions].
  static Optional<BufferedImage> decode(byte[] bytes, ImageFormat format, Dimensions target) {
    return read(bytes, format, reader -> decode(reader, target));
  }

  private static BufferedImage decode(ImageReader reader, Dimensions target) throws IOException {
    int step = step(dimensions(reader), target);
    ImageReadParam parameters = reader.getDefaultReadParam();
    parameters.setSourceSubsampling(step, step, 0, 0);
    return reader.read(0, parameters);
  }

  /// Every how many pixels to read one.
  static int step(Dimensions size, Dimensions target) {
    int coarsest = Math.min(size.width() / target.width(), size.height() / target.height());
    int step = 1;
    while (step < coarsest && size.pixels() / ((long) step * step) > PIXELS_READ_WHOLE) {
      step++;
    }
    return step;
  }

  private static Dimensions dimensions(ImageReader reader) throws IOException {
    return new Dimensions(reader.getWidth(0), reader.getHeight(0));
  }

  private static <T> Optional<T> read(byte[] bytes, ImageFormat format, Reading<T> reading) {
    return ImageReaders.of(format).flatMap(reader -> read(bytes, reader, reading));
  }

  private static <T> Optional<T> read(byte[] bytes, ImageReader reader, Reading<T> reading) {
    try (ByteArrayImageInputStream in = new ByteArrayImageInputStream(bytes)) {
      reader.setInput(in, true, true);
      return Optional.of(reading.read(reader));
    } catch (IOException | RuntimeException damaged) {
      // Readers answer damaged bytes with whatever exception their arithmetic runs into.
      return Optional.empty();
    } finally {
      reader.dispose();
    }
  }

  @FunctionalInterface
  private interface Reading<T> {
    T read(ImageReader reader) throws IOException;
  }
}
