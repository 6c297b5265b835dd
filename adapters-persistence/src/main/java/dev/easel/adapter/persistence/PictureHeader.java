package dev.easel.adapter.persistence;

import dev.easel.domain.image.ImageFormat;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;

/// What the start of a picture file tells, without decoding a pixel.
final class PictureHeader {
  /// JPEG and GIF may carry profiles, previews and manifests before they tell their size.
  private static final int MOST_BYTES = 4 * 1024 * 1024;

  /// Readers are quadratic in the number of such parts, and strangers may send a million.
  private static final PictureDecoder DECODER = new PictureDecoder(Duration.ofSeconds(2));

  private PictureHeader() {}

  /// How large the picture is; empty when its header does not tell, is damaged or takes too long.
  static Optional<Dimensions> dimensions(Path file, ImageFormat format) {
    return format == ImageFormat.SVG
        ? SvgHeader.read(file).flatMap(SvgHeader::dimensions)
        : start(file).flatMap(bytes -> DECODER.size(bytes, format));
  }

  /// The same of the start of a picture, or of all of it; never tells of SVG.
  static Optional<Dimensions> dimensions(byte[] start, ImageFormat format) {
    return DECODER.size(start, format);
  }

  private static Optional<byte[]> start(Path file) {
    try (InputStream in = Files.newInputStream(file)) {
      return Optional.of(in.readNBytes(MOST_BYTES));
    } catch (IOException unreadable) {
      return Optional.empty();
    }
  }
}
