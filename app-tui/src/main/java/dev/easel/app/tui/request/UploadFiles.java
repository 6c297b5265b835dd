package dev.easel.app.tui.request;

import dev.easel.domain.image.Content;
import dev.easel.domain.image.ImageFormat;
import dev.easel.domain.image.Upload;
import dev.easel.domain.ledger.CanonicalForm;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.function.Function;

/// Reads pictures that are to travel with a request. Safe for use by several threads.
public final class UploadFiles {

  private static final int MOST_BYTES = 50 * 1024 * 1024;

  private final Function<String, Path> path;

  /// Reads files from where paths lead.
  ///
  /// @param path makes a path that was typed absolute
  public UploadFiles(Function<String, Path> path) {
    this.path = path;
  }

  /// A file that cannot travel with a request; the message is one sentence that says why.
  public static final class Unusable extends RuntimeException {
    private static final long serialVersionUID = 1L;

    /// A failure.
    ///
    /// @param message one sentence
    public Unusable(String message) {
      super(message, null, false, false);
    }

    @Override
    public String getMessage() {
      return String.valueOf(super.getMessage());
    }
  }

  /// Where a path that was typed leads.
  ///
  /// @throws Unusable when it is no path
  public Path file(String name) {
    try {
      return path.apply(name);
    } catch (InvalidPathException _) {
      throw new Unusable("'" + name + "' is no path");
    }
  }

  /// Reads a picture.
  ///
  /// @param name its path as typed
  /// @throws Unusable when there is no such picture
  public Upload read(String name, Upload.Role role) {
    Path file = file(name);
    byte[] bytes = bytes(file);
    ImageFormat format =
        ImageFormat.recognise(Arrays.copyOf(bytes, Math.min(bytes.length, ImageFormat.HEAD_BYTES)))
            .orElseThrow(() ->
                new Unusable(file + " is no picture that Easel knows (PNG, JPEG, WebP, GIF, SVG)"));
    return new Upload(
        role,
        file.getFileName().toString(),
        format.mediaType(),
        CanonicalForm.sha256(bytes),
        Content.of(bytes));
  }

  private static byte[] bytes(Path file) {
    if (Files.isDirectory(file)) {
      throw new Unusable(file + " is a directory, and a picture is wanted");
    }
    if (!Files.exists(file)) {
      throw new Unusable("there is no file " + file);
    }
    try (InputStream in = Files.newInputStream(file)) {
      byte[] bytes = in.readNBytes(MOST_BYTES + 1);
      if (bytes.length > MOST_BYTES) {
        throw new Unusable(file + " is larger than 50 MB, which no provider takes");
      }
      return bytes;
    } catch (IOException _) {
      throw new Unusable(file + " cannot be read");
    }
  }
}
