package dev.easel.domain.image;

import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Optional;

/// A picture format that Easel keeps, recognised by its bytes and never by its name.
public enum ImageFormat {
  /// Portable Network Graphics.
  PNG("png", "image/png"),
  /// JPEG.
  JPEG("jpg", "image/jpeg"),
  /// WebP, lossy or lossless.
  WEBP("webp", "image/webp"),
  /// GIF, animated or not.
  GIF("gif", "image/gif"),
  /// Scalable Vector Graphics: text, shown only as an attachment.
  SVG("svg", "image/svg+xml");

  /// How many leading bytes [#recognise] wants to see.
  public static final int HEAD_BYTES = 1024;

  private final String extension;
  private final String mediaType;

  ImageFormat(String extension, String mediaType) {
    this.extension = extension;
    this.mediaType = mediaType;
  }

  /// The end of a file name of this format, without the dot.
  public String extension() {
    return extension;
  }

  /// The media type, without parameters.
  public String mediaType() {
    return mediaType;
  }

  /// The API's word: `png`, `jpeg`, `webp`, `gif` or `svg`.
  public String word() {
    return name().toLowerCase(Locale.ROOT);
  }

  /// The format with the API's word or file extension `text`, in any case.
  public static Optional<ImageFormat> named(String text) {
    for (ImageFormat format : values()) {
      if (format.word().equalsIgnoreCase(text) || format.extension.equalsIgnoreCase(text)) {
        return Optional.of(format);
      }
    }
    return Optional.empty();
  }

  /// The format whose signature the first bytes of a file show.
  ///
  /// @param head the first [#HEAD_BYTES] bytes, or all there are
  public static Optional<ImageFormat> recognise(byte[] head) {
    String start = new String(head, StandardCharsets.ISO_8859_1);
    if (start.startsWith("\u0089PNG\r\n\u001a\n")) {
      return Optional.of(PNG);
    }
    if (start.startsWith("\u00ff\u00d8\u00ff")) {
      return Optional.of(JPEG);
    }
    if (start.startsWith("RIFF") && start.startsWith("WEBP", 8)) {
      return Optional.of(WEBP);
    }
    if (start.startsWith("GIF87a") || start.startsWith("GIF89a")) {
      return Optional.of(GIF);
    }
    return isSvg(head) ? Optional.of(SVG) : Optional.empty();
  }

  private static boolean isSvg(byte[] head) {
    String text = new String(head, StandardCharsets.UTF_8).strip();
    String start = text.startsWith("\ufeff") ? text.substring(1).strip() : text;
    boolean markup = start.startsWith("<?xml") || start.startsWith("<!--");
    return start.startsWith("<svg")
        || start.startsWith("<!DOCTYPE svg")
        || (markup && start.contains("<svg"));
  }
}
