package dev.easel.adapter.sandbox.art;

import java.awt.image.BufferedImage;
import java.util.function.IntFunction;
import java.util.function.IntUnaryOperator;
import javax.imageio.IIOImage;
import javax.imageio.ImageTypeSpecifier;
import javax.imageio.ImageWriteParam;
import javax.imageio.metadata.IIOMetadata;
import javax.imageio.metadata.IIOMetadataNode;

/// Turns painted pictures into files in memory. Equal pictures give equal bytes on one JDK. Safe
/// for any number of threads.
public final class PictureEncoder {
  private static final float PNG_EFFORT = 0.5f;

  private PictureEncoder() {}

  /// A PNG that carries `description` as its international text "Description".
  public static byte[] png(BufferedImage image, String description) {
    return Imaging.write(
        "png",
        writer -> {
          ImageWriteParam settings = writer.getDefaultWriteParam();
          settings.setCompressionMode(ImageWriteParam.MODE_EXPLICIT);
          settings.setCompressionQuality(PNG_EFFORT);
          ImageTypeSpecifier type = ImageTypeSpecifier.createFromRenderedImage(image);
          IIOMetadata metadata = writer.getDefaultImageMetadata(type, settings);
          metadata.mergeTree("javax_imageio_png_1.0", described(description));
          writer.write(null, new IIOImage(image, null, metadata), settings);
        });
  }

  private static IIOMetadataNode described(String description) {
    IIOMetadataNode entry = new IIOMetadataNode("iTXtEntry");
    entry.setAttribute("keyword", "Description");
    entry.setAttribute("compressionFlag", "FALSE");
    entry.setAttribute("compressionMethod", "0");
    entry.setAttribute("languageTag", "");
    entry.setAttribute("translatedKeyword", "");
    entry.setAttribute("text", description.replace('\0', ' '));
    IIOMetadataNode texts = new IIOMetadataNode("iTXt");
    texts.appendChild(entry);
    IIOMetadataNode root = new IIOMetadataNode("javax_imageio_png_1.0");
    root.appendChild(texts);
    return root;
  }

  /// A JPEG; transparency is laid on white.
  ///
  /// @param compression the API's `output_compression`: 0 is smallest, 100 is best
  public static byte[] jpeg(BufferedImage image, int compression) {
    BufferedImage opaque = opaque(image);
    return Imaging.write(
        "jpeg",
        writer -> {
          ImageWriteParam settings = writer.getDefaultWriteParam();
          settings.setCompressionMode(ImageWriteParam.MODE_EXPLICIT);
          settings.setCompressionQuality(Math.clamp(compression, 0, 100) / 100f);
          writer.write(null, new IIOImage(opaque, null, null), settings);
        });
  }

  /// A WebP in the lossless format, up to 16384 pixels each way. Below full quality the colours are
  /// rounded first, which makes the file smaller.
  ///
  /// @param compression the API's `output_compression`: 0 is smallest, 100 is exact
  public static byte[] webp(BufferedImage image, int compression) {
    int bits = (100 - Math.clamp(compression, 0, 100)) / 20;
    boolean alpha = image.getColorModel().hasAlpha();
    int type = alpha ? BufferedImage.TYPE_INT_ARGB : BufferedImage.TYPE_INT_RGB;
    return WebpWriter.encode(
        bits == 0 ? image : mapped(image, type, pixel -> rounded(pixel, bits)));
  }

  /// An endless GIF animation; half-transparent pixels become clear or full.
  ///
  /// @param count how many frames, at least 1
  /// @param milliseconds how long each is shown, rounded to 10
  /// @param frames gives a frame by its number from 0, and the same one when asked again
  public static byte[] gif(int count, int milliseconds, IntFunction<BufferedImage> frames) {
    return GifWriter.encode(count, milliseconds, frames);
  }

  private static BufferedImage opaque(BufferedImage image) {
    if (image.getType() == BufferedImage.TYPE_INT_RGB) {
      return image;
    }
    return mapped(image, BufferedImage.TYPE_INT_RGB, PictureEncoder::onWhite);
  }

  private static BufferedImage mapped(BufferedImage image, int type, IntUnaryOperator change) {
    BufferedImage mapped = new BufferedImage(image.getWidth(), image.getHeight(), type);
    int[] row = new int[image.getWidth()];
    for (int y = 0; y < image.getHeight(); y++) {
      image.getRGB(0, y, row.length, 1, row, 0, row.length);
      for (int x = 0; x < row.length; x++) {
        row[x] = change.applyAsInt(row[x]);
      }
      mapped.setRGB(0, y, row.length, 1, row, 0, row.length);
    }
    return mapped;
  }

  private static int onWhite(int pixel) {
    int alpha = pixel >>> 24;
    int red = white(pixel >> 16 & 255, alpha);
    int green = white(pixel >> 8 & 255, alpha);
    return 0xff000000 | red << 16 | green << 8 | white(pixel & 255, alpha);
  }

  private static int white(int channel, int alpha) {
    return (channel * alpha + 255 * (255 - alpha) + 127) / 255;
  }

  private static int rounded(int pixel, int bits) {
    int red = rounded8(pixel >> 16 & 255, bits);
    int green = rounded8(pixel >> 8 & 255, bits);
    return (pixel & 0xff000000) | red << 16 | green << 8 | rounded8(pixel & 255, bits);
  }

  private static int rounded8(int channel, int bits) {
    int step = 1 << bits;
    return Math.min(255, (channel + step / 2) / step * step);
  }
}
