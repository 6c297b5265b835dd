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

/// PNG files written chunk by chunk, so that they can lie.
final class PngBytes {
  static final int GREY = 0;
  static final int TRUE_COLOUR = 2;
  static final int PALETTE = 3;

  private static final int BLOCK = 1 << 20;

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

  /// As many zero bytes, compressed. One compressed block is repeated, so that bombs are cheap to
  /// make; the check sum at the end is known beforehand.
  static byte[] compressedZeros(long count) {
    byte[] block = block(BLOCK);
    ByteArrayOutputStream zlib = new ByteArrayOutputStream();
    zlib.writeBytes(new byte[] {0x78, 0x01});
    for (long blocks = count / BLOCK; blocks > 0; blocks--) {
      zlib.writeBytes(block);
    }
    zlib.writeBytes(block((int) (count % BLOCK)));
    zlib.writeBytes(new byte[] {0x03, 0x00});
    int adler32 = (int) (count % 65_521) << 16 | 1;
    zlib.writeBytes(ByteBuffer.allocate(Integer.BYTES).putInt(adler32).array());
    return zlib.toByteArray();
  }

  /// Zero bytes as a block that others may follow.
  private static byte[] block(int zeros) {
    Deflater deflater = new Deflater(Deflater.BEST_COMPRESSION, true);
    deflater.setInput(new byte[zeros]);
    byte[] block = new byte[4096];
    int length = deflater.deflate(block, 0, block.length, Deflater.SYNC_FLUSH);
    deflater.end();
    return Arrays.copyOf(block, length);
  }

  /// The whole file.
  byte[] end() {
    return chunk("IEND", new byte[0]).file.toByteArray();
  }
}
