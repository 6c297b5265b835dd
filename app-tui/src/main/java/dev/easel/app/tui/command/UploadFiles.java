package dev.easel.app.tui.command;

import dev.easel.domain.image.Content;
import dev.easel.domain.image.ImageFormat;
import dev.easel.domain.image.Upload;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;
import java.util.HexFormat;

/// Reads pictures that are to travel with a request.
final class UploadFiles {

  private static final int MOST_BYTES = 50 * 1024 * 1024;

  private final Surroundings surroundings;

  UploadFiles(Surroundings surroundings) {
    this.surroundings = surroundings;
  }

  Upload read(String name, Upload.Role role) {
    Path file = surroundings.path(name);
    byte[] bytes = bytes(file);
    ImageFormat format =
        ImageFormat.recognise(Arrays.copyOf(bytes, Math.min(bytes.length, ImageFormat.HEAD_BYTES)))
            .orElseThrow(() ->
                CommandFailure.wrong(
                    file + " is no picture that Easel knows (PNG, JPEG, WebP, GIF, SVG)"));
    return new Upload(
        role, file.getFileName().toString(), format.mediaType(), sha256(bytes), Content.of(bytes));
  }

  private static byte[] bytes(Path file) {
    if (Files.isDirectory(file)) {
      throw CommandFailure.wrong(file + " is a directory, and a picture is wanted");
    }
    if (!Files.exists(file)) {
      throw CommandFailure.wrong("there is no file " + file);
    }
    try (InputStream in = Files.newInputStream(file)) {
      byte[] bytes = in.readNBytes(MOST_BYTES + 1);
      if (bytes.length > MOST_BYTES) {
        throw CommandFailure.wrong(file + " is larger than 50 MB, which no provider takes");
      }
      return bytes;
    } catch (IOException _) {
      throw CommandFailure.wrong(file + " cannot be read");
    }
  }

  private static String sha256(byte[] bytes) {
    try {
      return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes));
    } catch (NoSuchAlgorithmException impossible) {
      throw new IllegalStateException(impossible);
    }
  }
}
