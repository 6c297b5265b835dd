package dev.easel.adapter.persistence;

import com.twelvemonkeys.imageio.plugins.webp.WebPImageReaderSpi;
import dev.easel.domain.image.ImageFormat;
import dev.easel.domain.image.Nullable;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Iterator;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import javax.imageio.ImageIO;
import javax.imageio.ImageReader;
import javax.imageio.spi.ImageReaderSpi;

/// The library that reads each format. Nothing is guessed from the bytes here, so that no other
/// plug-in on the class path is ever handed a foreign file.
final class ImageReaders {
  /// Those of the JDK, which searches its register anew whenever it is asked for one.
  private static final Map<ImageFormat, ImageReaderSpi> FOUND = new ConcurrentHashMap<>();

  private ImageReaders() {}

  /// A reader of one picture, for the caller to dispose of; empty for SVG.
  static Optional<ImageReader> of(ImageFormat format) {
    return switch (format) {
      case PNG, JPEG, GIF -> Optional.ofNullable(found(format)).map(ImageReaders::reader);
      case WEBP -> Optional.of(new WebPImageReaderSpi().createReaderInstance(null));
      case SVG -> Optional.empty();
    };
  }

  private static @Nullable ImageReaderSpi found(ImageFormat format) {
    return FOUND.computeIfAbsent(format, ImageReaders::first);
  }

  private static @Nullable ImageReaderSpi first(ImageFormat format) {
    Iterator<ImageReader> readers = ImageIO.getImageReadersByFormatName(format.word());
    return readers.hasNext() ? readers.next().getOriginatingProvider() : null;
  }

  private static ImageReader reader(ImageReaderSpi found) {
    try {
      return found.createReaderInstance();
    } catch (IOException impossible) {
      throw new UncheckedIOException(impossible);
    }
  }
}
