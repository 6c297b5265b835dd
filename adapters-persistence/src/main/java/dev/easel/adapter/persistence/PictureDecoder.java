package dev.easel.adapter.persistence;

import dev.easel.domain.image.ImageFormat;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.time.Duration;
import java.util.Optional;
import javax.imageio.ImageReadParam;
import javax.imageio.ImageReader;

/// Decodes pictures of strangers: what is too large is refused by its header, what is large is
/// thinned out while it is read, and what takes too long is given up.
final class PictureDecoder {
  private static final int LONGEST_SIDE = 10_000;
  private static final long MOST_PIXELS = 64_000_000;

  /// WebP is decoded whole, in four bytes a pixel in one array, which must fit into the part of the
  /// heap for what lives long, beside the file itself and everything else.
  private static final int HEAP_BYTES_PER_PIXEL = 12;

  /// A 4K picture, 3840 × 2160, is read with all its pixels.
  private static final long PIXELS_READ_WHOLE = 10_000_000;

  private final Duration patience;

  /// A decoder that gives up on a picture after a time.
  PictureDecoder(Duration patience) {
    this.patience = patience;
  }

  /// How large the picture says it is; empty when it is damaged or SVG.
  ///
  /// @param bytes the picture, or its start
  Optional<Dimensions> size(byte[] bytes, ImageFormat format) {
    return read(bytes, format, PictureDecoder::size);
  }

  /// How large the picture is that [#decode] would decode; empty when it is damaged or too large.
  Optional<Dimensions> bearableSize(byte[] bytes, ImageFormat format) {
    return size(bytes, format).filter(PictureDecoder::bearable);
  }

  private static boolean bearable(Dimensions size) {
    long most = Math.min(MOST_PIXELS, Runtime.getRuntime().maxMemory() / HEAP_BYTES_PER_PIXEL);
    return Math.max(size.width(), size.height()) <= LONGEST_SIDE && size.pixels() <= most;
  }

  /// The picture, or its first frame, in at least `target` pixels; empty when it is damaged. Its
  /// size must have been found by [#bearableSize].
  ///
  /// @param samples so many pixels are read for each of `target`, or all
  Optional<BufferedImage> decode(byte[] bytes, ImageFormat format, Dimensions target, int samples) {
    return read(bytes, format, reader -> decode(reader, target, samples));
  }

  private static BufferedImage decode(ImageReader reader, Dimensions target, int samples)
      throws IOException {
    int step = step(size(reader), target, samples);
    ImageReadParam parameters = reader.getDefaultReadParam();
    parameters.setSourceSubsampling(step, step, 0, 0);
    return reader.read(0, parameters);
  }

  /// Every how many pixels to read one.
  private static int step(Dimensions size, Dimensions target, int samples) {
    int coarsest = Math.min(size.width() / target.width(), size.height() / target.height());
    long enough = Math.min(PIXELS_READ_WHOLE, target.pixels() * samples);
    int step = 1;
    while (step < coarsest && size.pixels() / ((long) step * step) > enough) {
      step++;
    }
    return step;
  }

  private static Dimensions size(ImageReader reader) throws IOException {
    return new Dimensions(reader.getWidth(0), reader.getHeight(0));
  }

  private <T> Optional<T> read(byte[] bytes, ImageFormat format, Reading<T> reading) {
    return ImageReaders.of(format).flatMap(reader -> read(bytes, reader, reading));
  }

  private <T> Optional<T> read(byte[] bytes, ImageReader reader, Reading<T> reading) {
    try (TimedImageInput in = new TimedImageInput(bytes, patience)) {
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
