package dev.easel.adapter.persistence;

import com.twelvemonkeys.imageio.plugins.webp.WebPImageReaderSpi;
import dev.easel.domain.image.ImageFormat;
import java.util.Iterator;
import java.util.Optional;
import javax.imageio.ImageIO;
import javax.imageio.ImageReader;

/// The library that reads each format. Nothing is guessed from the bytes here, so that no other
/// plug-in on the class path is ever handed a foreign file.
final class ImageReaders {
  private ImageReaders() {}

  /// A reader of one picture, for the caller to dispose of; empty for SVG.
  static Optional<ImageReader> of(ImageFormat format) {
    return switch (format) {
      case PNG, JPEG, GIF -> first(ImageIO.getImageReadersByFormatName(format.word()));
      case WEBP -> Optional.of(new WebPImageReaderSpi().createReaderInstance(null));
      case SVG -> Optional.empty();
    };
  }

  private static Optional<ImageReader> first(Iterator<ImageReader> readers) {
    return readers.hasNext() ? Optional.of(readers.next()) : Optional.empty();
  }
}
