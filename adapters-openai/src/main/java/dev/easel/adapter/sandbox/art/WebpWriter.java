package dev.easel.adapter.sandbox.art;

import java.awt.image.BufferedImage;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/// Writes lossless WebP: green subtracted, pixels predicted, repetitions copied, the rest in
/// Huffman codes. No library on Maven Central writes WebP without native code.
///
/// Source: RFC 9649, sections 2.6 and 3.
final class WebpWriter {
  private static final int SIGNATURE = 0x2f;
  private static final int PREDICTOR = 0;
  private static final int SUBTRACT_GREEN = 2;
  private static final int LITERALS = 256;
  private static final int LENGTH_CODES = 24;
  private static final int DISTANCE_CODES = 40;

  private final BitWriter out = new BitWriter();

  private WebpWriter() {}

  static byte[] encode(BufferedImage image) {
    return new WebpWriter().write(image);
  }

  private byte[] write(BufferedImage image) {
    int width = image.getWidth();
    int height = image.getHeight();
    int[] pixels = image.getRGB(0, 0, width, height, null, 0, width);
    out.write(SIGNATURE, 8);
    out.write(width - 1, 14);
    out.write(height - 1, 14);
    out.write(image.getColorModel().hasAlpha() ? 1 : 0, 1);
    out.write(0, 3);
    subtractGreen(pixels);
    int[] differences = predict(new Prediction(pixels, width, height), width);
    out.write(0, 1);
    out.write(0, 1);
    out.write(0, 1);
    data(differences, width);
    return container(out.finish());
  }

  private void subtractGreen(int[] pixels) {
    out.write(1, 1);
    out.write(SUBTRACT_GREEN, 2);
    for (int i = 0; i < pixels.length; i++) {
      int pixel = pixels[i];
      int green = pixel >> 8 & 255;
      int red = (pixel >> 16) - green & 255;
      int blue = pixel - green & 255;
      pixels[i] = (pixel & 0xff00ff00) | red << 16 | blue;
    }
  }

  private int[] predict(Prediction prediction, int width) {
    int[] rules = prediction.rules();
    out.write(1, 1);
    out.write(PREDICTOR, 2);
    out.write(Prediction.BLOCK_BITS - 2, 3);
    out.write(0, 1);
    data(rules, Prediction.blocks(width));
    return prediction.differences(rules);
  }

  /// Five codes (green and lengths, red, blue, alpha, distances), then the tokens in them.
  private void data(int[] pixels, int width) {
    Tokens tokens = new Tokens(pixels, width);
    PrefixCode[] codes = codes(tokens);
    for (PrefixCode code : codes) {
      code.describe(out);
    }
    for (int token = 0; token < tokens.count(); token++) {
      token(tokens.length(token), tokens.value(token), codes);
    }
  }

  private void token(int length, int value, PrefixCode... codes) {
    if (length == 1) {
      single(value, codes);
      return;
    }
    codes[0].write(LITERALS + prefix(length), out);
    extra(length);
    codes[4].write(prefix(value), out);
    extra(value);
  }

  private void single(int pixel, PrefixCode... codes) {
    codes[0].write(pixel >> 8 & 255, out);
    codes[1].write(pixel >> 16 & 255, out);
    codes[2].write(pixel & 255, out);
    codes[3].write(pixel >>> 24, out);
  }

  private static PrefixCode[] codes(Tokens tokens) {
    int[][] counts = new int[5][LITERALS];
    counts[0] = new int[LITERALS + LENGTH_CODES];
    counts[4] = new int[DISTANCE_CODES];
    for (int token = 0; token < tokens.count(); token++) {
      int value = tokens.value(token);
      if (tokens.length(token) == 1) {
        count(value, counts);
      } else {
        counts[0][LITERALS + prefix(tokens.length(token))]++;
        counts[4][prefix(value)]++;
      }
    }
    return Arrays.stream(counts).map(PrefixCode::of).toArray(PrefixCode[]::new);
  }

  private static void count(int pixel, int[]... counts) {
    counts[0][pixel >> 8 & 255]++;
    counts[1][pixel >> 16 & 255]++;
    counts[2][pixel & 255]++;
    counts[3][pixel >>> 24]++;
  }

  /// The class of a length or distance; the bits within the class follow it.
  private static int prefix(int value) {
    if (value <= 4) {
      return value - 1;
    }
    int high = 31 - Integer.numberOfLeadingZeros(value - 1);
    return 2 * high + ((value - 1) >> (high - 1) & 1);
  }

  private void extra(int value) {
    if (value > 4) {
      int bits = 30 - Integer.numberOfLeadingZeros(value - 1);
      out.write(value - 1 & (1 << bits) - 1, bits);
    }
  }

  private static byte[] container(byte[] data) {
    int padded = data.length + (data.length & 1);
    ByteBuffer file = ByteBuffer.allocate(20 + padded).order(ByteOrder.LITTLE_ENDIAN);
    file.put("RIFF".getBytes(StandardCharsets.US_ASCII)).putInt(12 + padded);
    file.put("WEBPVP8L".getBytes(StandardCharsets.US_ASCII)).putInt(data.length).put(data);
    return file.array();
  }
}
