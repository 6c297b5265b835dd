package dev.easel.benchmark.wire;

import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Base64;
import java.util.SplittableRandom;
import javax.imageio.ImageIO;

/// What a provider answers.
///
/// @param mark where in the body a number may stand that makes each answer another one, so that no
///   picture comes twice; -1 for nowhere
@SuppressWarnings("ArrayRecordComponent") // read by one that writes it to a file
public record Sample(int status, byte[] body, int mark) {

  /// The digits of the number. They are base64 of bytes that follow the end of the picture, which
  /// readers of PNG leave alone.
  static final int MARK = 16;

  private static final int GROUP = 3;
  private static final String HEAD = "{\"created\":1764144000,\"data\":[{\"b64_json\":\"";
  private static final String TAIL =
      "\"}],\"usage\":{\"total_tokens\":1070,\"input_tokens\":14,\"output_tokens\":1056,"
          + "\"input_tokens_details\":{\"text_tokens\":14,\"image_tokens\":0}}}";

  /// An answer with a square PNG whose pixels come from a seed and cannot be compressed: three
  /// bytes each.
  ///
  /// @param side in pixels
  public static Sample picture(long seed, int side) throws IOException {
    byte[] png = png(seed, side);
    int whole = (png.length + GROUP - 1) / GROUP * GROUP;
    String base64 = Base64.getEncoder().encodeToString(Arrays.copyOf(png, whole));
    String body = HEAD + base64 + "0".repeat(MARK) + TAIL;
    return new Sample(
        200, body.getBytes(StandardCharsets.US_ASCII), HEAD.length() + base64.length());
  }

  /// A refusal in OpenAI's form, for which nothing is charged.
  public static Sample refusal() {
    String body =
        "{\"error\":{\"message\":\"Your request was rejected as a result of our safety system.\","
            + "\"type\":\"invalid_request_error\",\"param\":null,\"code\":\"invalid_value\"}}";
    return new Sample(400, body.getBytes(StandardCharsets.US_ASCII), -1);
  }

  private static byte[] png(long seed, int side) throws IOException {
    SplittableRandom random = new SplittableRandom(seed);
    BufferedImage image = new BufferedImage(side, side, BufferedImage.TYPE_INT_RGB);
    for (int y = 0; y < side; y++) {
      for (int x = 0; x < side; x++) {
        image.setRGB(x, y, random.nextInt());
      }
    }
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    ImageIO.write(image, "png", bytes);
    return bytes.toByteArray();
  }
}
