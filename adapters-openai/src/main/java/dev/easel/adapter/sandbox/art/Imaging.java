package dev.easel.adapter.sandbox.art;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import javax.imageio.ImageIO;
import javax.imageio.ImageWriter;
import javax.imageio.stream.MemoryCacheImageOutputStream;

/// Runs one of the JDK's own image writers into memory.
final class Imaging {
  private Imaging() {}

  /// What to write, once the writer knows where to.
  interface Writing {
    void accept(ImageWriter writer) throws IOException;
  }

  static byte[] write(String format, Writing writing) {
    ImageWriter writer = ImageIO.getImageWritersByFormatName(format).next();
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (MemoryCacheImageOutputStream stream = new MemoryCacheImageOutputStream(bytes)) {
      writer.setOutput(stream);
      writing.accept(writer);
      stream.flush();
    } catch (IOException impossible) {
      throw new UncheckedIOException("Writing to memory failed.", impossible);
    } finally {
      writer.dispose();
    }
    return bytes.toByteArray();
  }
}
