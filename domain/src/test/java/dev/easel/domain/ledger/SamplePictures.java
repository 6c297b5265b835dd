package dev.easel.domain.ledger;

import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Random;
import javax.imageio.ImageIO;

/// Small real pictures in every format that Easel keeps.
public final class SamplePictures {
  private SamplePictures() {}

  /// A picture whose left half is red and whose right half is blue.
  ///
  /// @param format a word that ImageIO writes: `png`, `jpeg` or `gif`
  public static byte[] twoColours(String format, int width, int height) {
    BufferedImage image = new BufferedImage(width, height, BufferedImage.TYPE_INT_RGB);
    Graphics2D graphics = image.createGraphics();
    graphics.setColor(Color.RED);
    graphics.fillRect(0, 0, width / 2, height);
    graphics.setColor(Color.BLUE);
    graphics.fillRect(width / 2, 0, width - width / 2, height);
    return encoded(image, format);
  }

  /// The picture in a format that ImageIO writes.
  public static byte[] encoded(BufferedImage image, String format) {
    try (ByteArrayOutputStream bytes = new ByteArrayOutputStream()) {
      if (!ImageIO.write(image, format, bytes)) {
        throw new IllegalArgumentException(format);
      }
      return bytes.toByteArray();
    } catch (IOException impossible) {
      throw new UncheckedIOException(impossible);
    }
  }

  /// The beginning of a GIF, and behind it other bytes for every length.
  ///
  /// @param length in bytes
  public static byte[] noise(int length) {
    byte[] bytes = new byte[length];
    new Random(length).nextBytes(bytes);
    byte[] start = "GIF89a".getBytes(StandardCharsets.US_ASCII);
    System.arraycopy(start, 0, bytes, 0, start.length);
    return bytes;
  }

  /// A lossless WebP of 16 × 12 pixels: its left half is red, its right half transparent.
  public static byte[] webp() {
    return Base64.getDecoder()
        .decode("UklGRiQAAABXRUJQVlA4TBcAAAAvD8ACEA8Q8x/zHwyxYDJ/6d4QIvofuQA=");
  }

  /// A lossy WebP like [#webp].
  public static byte[] lossyWebp() {
    return Base64.getDecoder()
        .decode(
            "UklGRmAAAABXRUJQVlA4WAoAAAAQAAAADwAACwAAQUxQSBIAAAABDzD/ERFCLJjMX7o3hIj+Ry5WUDggKAAAAHAB"
                + "AJ0BKhAADAACwEwloAJ0AUAAAP7ywf/709j+Bfym/+2XP/9YAAA=");
  }

  /// A WebP of 16 × 12 pixels with two frames: red, then blue.
  public static byte[] animatedWebp() {
    return Base64.getDecoder()
        .decode(
            "UklGRoQAAABXRUJQVlA4WAoAAAACAAAADwAACwAAQU5JTQYAAAAAAAD/AQBBTk1GKAAAAAAAAAAAAA8AAAsAAGQA"
                + "AAJWUDhMDwAAAC8PwAIABxD9j/4HIqL/AQBBTk1GKAAAAAAAAAAAAA8AAAsAAGQAAABWUDhMDwAAAC8PwAIA"
                + "BxDR//4HIqL/AQA=");
  }

  /// An SVG of 120 × 80 pixels.
  public static byte[] svg() {
    return "<svg xmlns=\"http://www.w3.org/2000/svg\" width=\"120\" height=\"80\"/>"
        .getBytes(StandardCharsets.UTF_8);
  }
}
