package dev.easel.adapter.persistence;

import dev.easel.domain.image.ImageFormat;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Optional;
import javax.imageio.ImageReader;
import javax.imageio.stream.FileImageInputStream;

/// What the first bytes of a picture file tell, without decoding a pixel.
final class PictureHeader {
  private PictureHeader() {}

  /// How large the picture is; empty when its header does not tell or is damaged.
  static Optional<Dimensions> dimensions(Path file, ImageFormat format) {
    return format == ImageFormat.SVG
        ? SvgHeader.read(file).flatMap(SvgHeader::dimensions)
        : ImageReaders.of(format).flatMap(reader -> dimensions(file, reader));
  }

  private static Optional<Dimensions> dimensions(Path file, ImageReader reader) {
    try (FileImageInputStream in = new FileImageInputStream(file.toFile())) {
      reader.setInput(in, true, true);
      return Optional.of(new Dimensions(reader.getWidth(0), reader.getHeight(0)));
    } catch (IOException | RuntimeException damaged) {
      // Readers answer damaged bytes with whatever exception their arithmetic runs into.
      return Optional.empty();
    } finally {
      reader.dispose();
    }
  }
}
