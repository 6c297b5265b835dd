package dev.easel.adapter.persistence;

import java.io.ByteArrayOutputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.zip.CRC32;
import java.util.zip.Deflater;
import java.util.zip.DeflaterOutputStream;

/// PNG files written chunk by chunk, so that they can lie.
final class PngBytes {
  static final int GREY = 0;
  static final int TRUE_COLOUR = 2;
  static final int PALETTE = 3;

  private final ByteArrayOutputStream file = new ByteArrayOutputStream();

  /// The signature and the header of a picture with 8 bits a channel.
  PngBytes(int width, int height, int colourType) {
    file.writeBytes(new byte[] {(byte) 0x89, 'P', 'N', 'G', '\r', '\n', 0x1a, '\n'});
    ByteBuffer header = ByteBuffer.allocate(13).putInt(width).putInt(height);
    chunk("IHDR", header.put((byte) 8).put((byte) colourType).array());
  }

  /// Adds a chunk.
  PngBytes chunk(String type, byte[] data) {
    byte[] name = type.getBytes(StandardCharsets.US_ASCII);
    CRC32 check = new CRC32();
    check.update(name);
    check.update(data);
    try (DataOutputStream out = new DataOutputStream(file)) {
      out.writeInt(data.length);
      out.write(name);
      out.write(data);
      out.writeInt((int) check.getValue());
    } catch (IOException impossible) {
      throw new UncheckedIOException(impossible);
    }
    return this;
  }

  /// Adds a chunk whose data are `head` and then `rest`.
  PngBytes chunk(String type, String head, byte[] rest) {
    byte[] start = head.getBytes(StandardCharsets.US_ASCII);
    byte[] data = Arrays.copyOf(start, start.length + rest.length);
    System.arraycopy(rest, 0, data, start.length, rest.length);
    return chunk(type, data);
  }

  /// As many zero bytes, compressed.
  static byte[] compressedZeros(long count) {
    ByteArrayOutputStream data = new ByteArrayOutputStream();
    Deflater fast = new Deflater(Deflater.BEST_SPEED);
    try (DeflaterOutputStream out = new DeflaterOutputStream(data, fast, 1 << 16)) {
      byte[] nothing = new byte[1 << 20];
      for (long left = count; left > 0; left -= nothing.length) {
        out.write(nothing, 0, (int) Math.min(left, nothing.length));
      }
    } catch (IOException impossible) {
      throw new UncheckedIOException(impossible);
    } finally {
      fast.end();
    }
    return data.toByteArray();
  }

  /// The whole file.
  byte[] end() {
    return chunk("IEND", new byte[0]).file.toByteArray();
  }
}
